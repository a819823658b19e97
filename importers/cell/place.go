package cell

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/importers/words"
)

const placeFix = "write the countries alone, one to a line, such as United Kingdom, or leave the cell blank while it is not known"

// ParsePlace reads a cell of countries: names, codes, blocs, cloud regions,
// lists of them, and prose, from which only what is certain is taken. Words
// that stand for no known country are kept as Open, so that they never pass for
// an answer.
func ParsePlace(book *law.Book, text string) (graph.Place, []Doubt) {
	place := graph.Place{Text: text}
	if IsUnknown(text) || IsNotApplicable(text) || StateWord(text) == graph.No {
		return place, nil
	}
	if _, ok := words.List("premises").Whole(text); ok && !strings.HasSuffix(text, "?") {
		return place, nil // on the school's own premises, wherever these are
	}
	p := PlaceParser{Book: book, Place: place}
	if outsideSeveral.MatchString(text) {
		p.open(text)
		return p.Place, nil
	}
	if isDoubtedPlace(text) {
		p.Hedged(text, strings.Trim(text, "? "))
		p.SettleTowns(text)
		return p.Place, p.doubts
	}
	if crossedPlace.MatchString(text) || lawOfPlace.MatchString(text) {
		p.open(text)
		return p.Place, []Doubt{{Message: "country " + words.Quote(text) + " does not say where the data is", Fix: placeFix}}
	}
	p.read(answered(text))
	p.SettleTowns(text)
	if first := FirstSentence(text); first != text && len(p.Place.Countries) == 0 {
		said, doubts := ParsePlace(book, first)
		if doubts == nil && len(said.Open) == 0 {
			p.Place.Countries = said.Countries // and what the rest says of it stays open
		}
	}
	return p.Place, p.doubts
}

var (
	// crossedPlace is a country that a cross denies: "UK - N", "UK ✗".
	crossedPlace = words.Regexp(`^\w[\w .]*?[\s:–-]+(n|no|x|false|✗|✘|☒)$`)
	// outsideSeveral is "Outside the UK/EU": what is denied of the first is denied of
	// all.
	outsideSeveral = words.Regexp(`^(outside|beyond|non|not( in)?)[ -](of )?(the )?(uk|eu|eea|gb|europe) ?(/|,|&|and|or|nor) ?(the )?(uk|eu|eea|gb|europe)$`)
	// lawOfPlace is the law of a contract, which tells nothing of where data is.
	lawOfPlace = words.Regexp(`\blaws?( applies| apply| governs?)?$`)
)

// isDoubtedPlace reports whether a question mark stands before a country.
func isDoubtedPlace(text string) bool {
	return strings.HasPrefix(text, "?") && strings.Trim(text, "? ") != ""
}

// noTransfer is what a cell adds to a country: "UK - no transfers outside".
var noTransfer = words.Regexp(`[\s.,;:–—(-]*\b(no|not|never)\b( \w+){0,3} ?\b(leaves?|outside|transfers?|transferred|abroad|overseas)( of)?( the)?( uk)?[\s.)]*$`)

func (p *PlaceParser) read(text string) {
	if code, ok := CountryOfAddress(p.Book, text); ok {
		p.State(code)
		return
	}
	parts := placeParts(text)
	if _, hedged := WithoutHedge(text); !hedged && !slices.ContainsFunc(parts, IsUnknown) && p.whole(text) {
		return
	}
	if words.List("placenot").Has(text) {
		if bare := noTransfer.ReplaceAllString(text, ""); bare != text && p.whole(withoutFiller(bare)) {
			return
		}
	}
	if !isList(parts) {
		p.prose(text)
		return
	}
	parts = p.withoutCarriers(parts)
	if p.townBefore(text, parts) {
		return
	}
	for i, part := range parts {
		if p.isState(parts, i) {
			p.State("US")
			continue
		}
		if i > 0 && part == "CI" && len(p.Stated) > 0 && (p.Stated[len(p.Stated)-1] == "JE" || p.Stated[len(p.Stated)-1] == "GG") {
			continue // "Jersey, CI" is in the Channel Islands
		}
		p.part(part)
	}
}

// PlaceParser gathers what a cell says of a place: countries, towns, and what it leaves open.
type PlaceParser struct {
	Book   *law.Book
	Place  graph.Place
	doubts []Doubt
	Stated []string // the countries named otherwise than by a town in them
	Towns  []Town
}

// Lookup is the countries that a text means as a whole: a country, a cloud
// region or a bloc.
func (p *PlaceParser) Lookup(text string) []string {
	text = strings.Trim(text, " .,:;")
	if code, ok := words.List("countryword").Whole(text); ok {
		return []string{code}
	}
	if list := Cities()[words.Fold(text)]; len(list) > 1 {
		return p.city(text) // before a country of that name
	}
	if code, ok := p.Book.FindCountry(text); ok {
		return []string{code}
	}
	if code, ok := p.Book.FindRegion(text); ok {
		return []string{code}
	}
	if codes, ok := p.Book.FindBloc(text); ok {
		return codes
	}
	return p.city(text)
}

func (p *PlaceParser) whole(text string) bool {
	codes := p.Lookup(text)
	p.found(text, codes)
	return codes != nil
}

// found adds the countries of a place; those of a town wait until the whole cell
// is read.
func (p *PlaceParser) found(text string, codes []string) {
	name := strings.Trim(text, " .,:;")
	if !slices.ContainsFunc(p.Towns, func(t Town) bool { return t.text == name }) {
		p.State(codes...)
	}
}

// State adds countries that are named as such.
func (p *PlaceParser) State(codes ...string) {
	p.Stated = append(p.Stated, codes...)
	p.add(codes...)
}

func (p *PlaceParser) add(codes ...string) {
	for _, code := range codes {
		if !slices.Contains(p.Place.Countries, code) {
			p.Place.Countries = append(p.Place.Countries, code)
		}
	}
}

func (p *PlaceParser) open(words string) {
	if !slices.Contains(p.Place.Open, words) {
		p.Place.Open = append(p.Place.Open, words)
	}
}

// part reads one item of a list.
func (p *PlaceParser) part(part string) {
	if IsUnknown(part) || IsNotApplicable(part) {
		if !IsNotApplicable(part) {
			p.open(part)
		}
		return
	}
	if sure, hedged := WithoutHedge(part); hedged {
		p.Hedged(part, sure)
		return
	}
	if p.whole(part) {
		return
	}
	if _, ok := words.List("open").Whole(part); ok {
		p.open(part)
		return
	}
	if bare := words.WithoutBrackets(part); bare != part && p.bracketed(bare, words.Bracketed(part)) {
		return
	}
	if bare := withoutFiller(part); bare != part && bare != "" && p.whole(bare) {
		return
	}
	if p.dashed(part) || p.joined(part) {
		return
	}
	if strings.Contains(part, " ") && p.Book.NearCountry(part) == "" && p.NamesSome(part) {
		p.prose(part)
		return
	}
	p.open(part)
	p.doubts = append(p.doubts, p.unknownCountry(part))
}

// withoutCarriers drops the name of a cloud from a list that names a place too:
// "AWS, Ireland".
func (p *PlaceParser) withoutCarriers(parts []string) []string {
	if !slices.ContainsFunc(parts, isCarrierName) || !slices.ContainsFunc(parts, func(part string) bool { return p.Lookup(withoutFiller(part)) != nil }) {
		return parts
	}
	return slices.DeleteFunc(parts, isCarrierName)
}

// isCarrierName reports whether a part names a cloud and no place: "AWS", "Google
// Cloud".
func isCarrierName(part string) bool {
	_, ok := words.List("cloudname").Whole(part)
	return ok
}

func (p *PlaceParser) unknownCountry(text string) Doubt {
	message := "country " + words.Quote(text) + " is not known"
	near := ""
	if len(text) <= 60 { // no country's name is longer
		near = p.Book.NearCountry(text)
	}
	if near != "" {
		return Doubt{Message: message + " (did you mean " + words.Quote(near) + "?)", Fix: "write " + near + " if that is meant, else the country's usual name"}
	}
	return Doubt{Message: message, Fix: placeFix}
}
