package importers

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
)

const placeFix = "write the countries alone, one to a line, such as United Kingdom, or leave the cell blank while it is not known"

// parsePlace reads a cell of countries: names, codes, blocs, cloud regions,
// lists of them, and prose, from which only what is certain is taken. Words
// that stand for no known country are kept as Open, so that they never pass for
// an answer.
func parsePlace(book *law.Book, text string) (graph.Place, []doubt) {
	place := graph.Place{Text: text}
	if isUnknown(text) || isNotApplicable(text) || stateWord(text) == graph.No {
		return place, nil
	}
	if _, ok := words("premises").whole(text); ok && !strings.HasSuffix(text, "?") {
		return place, nil // on the school's own premises, wherever these are
	}
	p := placeParser{book: book, place: place}
	if outsideSeveral.MatchString(text) {
		p.open(text)
		return p.place, nil
	}
	if isDoubtedPlace(text) {
		p.hedged(text, strings.Trim(text, "? "))
		p.settleTowns(text)
		return p.place, p.doubts
	}
	if crossedPlace.MatchString(text) || lawOfPlace.MatchString(text) {
		p.open(text)
		return p.place, []doubt{{message: "country " + quote(text) + " does not say where the data is", fix: placeFix}}
	}
	p.read(answered(text))
	p.settleTowns(text)
	return p.place, p.doubts
}

var (
	// crossedPlace is a country that a cross denies: "UK - N", "UK ✗".
	crossedPlace = re(`^\w[\w .]*?[\s:–-]+(n|no|x|false|✗|✘|☒)$`)
	// outsideSeveral is "Outside the UK/EU": what is denied of the first is denied of
	// all.
	outsideSeveral = re(`^(outside|beyond|non|not( in)?)[ -](of )?(the )?(uk|eu|eea|gb|europe) ?(/|,|&|and|or|nor) ?(the )?(uk|eu|eea|gb|europe)$`)
	// lawOfPlace is the law of a contract, which tells nothing of where data is.
	lawOfPlace = re(`\blaws?( applies| apply| governs?)?$`)
)

// isDoubtedPlace reports whether a question mark stands before a country.
func isDoubtedPlace(text string) bool {
	return strings.HasPrefix(text, "?") && strings.Trim(text, "? ") != ""
}

// noTransfer is what a cell adds to a country: "UK - no transfers outside".
var noTransfer = re(`[\s.,;:–—(-]*\b(no|not|never)\b( \w+){0,3} ?\b(leaves?|outside|transfers?|transferred|abroad|overseas)( of)?( the)?( uk)?[\s.)]*$`)

func (p *placeParser) read(text string) {
	if code, ok := countryOfAddress(p.book, text); ok {
		p.state(code)
		return
	}
	parts := placeParts(text)
	if _, hedged := withoutHedge(text); !hedged && !slices.ContainsFunc(parts, isUnknown) && p.whole(text) {
		return
	}
	if words("placenot").has(text) {
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
			p.state("US")
			continue
		}
		if i > 0 && part == "CI" && len(p.stated) > 0 && (p.stated[len(p.stated)-1] == "JE" || p.stated[len(p.stated)-1] == "GG") {
			continue // "Jersey, CI" is in the Channel Islands
		}
		p.part(part)
	}
}

type placeParser struct {
	book   *law.Book
	place  graph.Place
	doubts []doubt
	stated []string // the countries named otherwise than by a town in them
	towns  []town
}

// lookup is the countries that a text means as a whole: a country, a cloud
// region or a bloc.
func (p *placeParser) lookup(text string) []string {
	text = strings.Trim(text, " .,:;")
	if code, ok := words("countryword").whole(text); ok {
		return []string{code}
	}
	if list := cities()[fold(text)]; len(list) > 1 {
		return p.city(text) // before a country of that name
	}
	if code, ok := p.book.FindCountry(text); ok {
		return []string{code}
	}
	if code, ok := p.book.FindRegion(text); ok {
		return []string{code}
	}
	if codes, ok := p.book.FindBloc(text); ok {
		return codes
	}
	return p.city(text)
}

func (p *placeParser) whole(text string) bool {
	codes := p.lookup(text)
	p.found(text, codes)
	return codes != nil
}

// found adds the countries of a place; those of a town wait until the whole cell
// is read.
func (p *placeParser) found(text string, codes []string) {
	name := strings.Trim(text, " .,:;")
	if !slices.ContainsFunc(p.towns, func(t town) bool { return t.text == name }) {
		p.state(codes...)
	}
}

// state adds countries that are named as such.
func (p *placeParser) state(codes ...string) {
	p.stated = append(p.stated, codes...)
	p.add(codes...)
}

func (p *placeParser) add(codes ...string) {
	for _, code := range codes {
		if !slices.Contains(p.place.Countries, code) {
			p.place.Countries = append(p.place.Countries, code)
		}
	}
}

func (p *placeParser) open(words string) {
	if !slices.Contains(p.place.Open, words) {
		p.place.Open = append(p.place.Open, words)
	}
}

// part reads one item of a list.
func (p *placeParser) part(part string) {
	if isUnknown(part) || isNotApplicable(part) {
		if !isNotApplicable(part) {
			p.open(part)
		}
		return
	}
	if sure, hedged := withoutHedge(part); hedged {
		p.hedged(part, sure)
		return
	}
	if p.whole(part) {
		return
	}
	if _, ok := words("open").whole(part); ok {
		p.open(part)
		return
	}
	if bare := withoutBrackets(part); bare != part && p.bracketed(bare, bracketed(part)) {
		return
	}
	if bare := withoutFiller(part); bare != part && bare != "" && p.whole(bare) {
		return
	}
	if p.dashed(part) || p.joined(part) {
		return
	}
	if strings.Contains(part, " ") && p.book.NearCountry(part) == "" && p.namesSome(part) {
		p.prose(part)
		return
	}
	p.open(part)
	p.doubts = append(p.doubts, p.unknownCountry(part))
}

// withoutCarriers drops the name of a cloud from a list that names a place too:
// "AWS, Ireland".
func (p *placeParser) withoutCarriers(parts []string) []string {
	if !slices.ContainsFunc(parts, isCarrierName) || !slices.ContainsFunc(parts, func(part string) bool { return p.lookup(withoutFiller(part)) != nil }) {
		return parts
	}
	return slices.DeleteFunc(parts, isCarrierName)
}

// isCarrierName reports whether a part names a cloud and no place: "AWS", "Google
// Cloud".
func isCarrierName(part string) bool {
	_, ok := words("cloudname").whole(part)
	return ok
}

func (p *placeParser) unknownCountry(text string) doubt {
	message := "country " + quote(text) + " is not known"
	near := ""
	if len(text) <= 60 { // no country's name is longer
		near = p.book.NearCountry(text)
	}
	if near != "" {
		return doubt{message: message + " (did you mean " + quote(near) + "?)", fix: "write " + near + " if that is meant, else the country's usual name"}
	}
	return doubt{message: message, fix: placeFix}
}
