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
	if _, ok := words("premises").whole(text); ok {
		return place, nil // on the school's own premises, wherever these are
	}
	p := placeParser{book: book, place: place}
	p.read(answered(text))
	p.settleTowns(text)
	return p.place, p.doubts
}

// answered is a cell without the yes or no that it begins with: "Yes - USA",
// "None (UK servers)".
func answered(text string) string {
	if len(text) > 1 && (text[1] == '.' || text[1] == ' ') {
		return text // "N. Ireland" answers nothing
	}
	if state, rest := parseState(text); rest != "" && (state == graph.Yes || state == graph.No && !words("placenot").has(rest)) {
		return strings.Trim(rest, " ()")
	}
	return text
}

// noTransfer is what a cell adds to a country: "UK - no transfers outside".
var noTransfer = re(`[\s.,;:–—(-]*\b(no|not|never)\b( \w+){0,3} ?\b(outside|transfers?|transferred|abroad|overseas)( of)?( the)?( uk)?[\s.)]*$`)

func (p *placeParser) read(text string) {
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
	for i, part := range parts {
		if p.isState(parts, i) {
			p.state("US")
			continue
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
	if cities()[fold(strings.Trim(text, " .,:;"))] == nil {
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

// dashed reads "UK - Manchester" and "EU: Ireland": the country before the mark,
// or the one behind it where that says it better.
func (p *placeParser) dashed(part string) bool {
	for _, mark := range []string{" - ", " – ", " — ", ": "} {
		left, right, ok := strings.Cut(part, mark)
		if !ok || words("placenot").has(part) {
			continue
		}
		before, behind := p.lookup(withoutFiller(left)), p.lookup(withoutFiller(right))
		switch {
		case len(behind) == 1 && slices.Contains(before, behind[0]):
			p.state(behind...)
		case len(behind) == 1:
			p.found(withoutFiller(right), behind)
		case before != nil:
			p.found(withoutFiller(left), before)
		default:
			continue
		}
		return true
	}
	return false
}

// joined reads "US and China", of which the whole is no name.
func (p *placeParser) joined(part string) bool {
	for _, word := range []string{" and ", " & ", " or "} {
		if left, right, ok := strings.Cut(part, word); ok {
			p.part(strings.TrimSpace(left))
			p.part(strings.TrimSpace(right))
			return true
		}
	}
	return false
}

// bracketed reads "Ireland (eu-west-1)", whose brackets name the same place, and
// "Europe (London)", whose brackets name it better.
func (p *placeParser) bracketed(bare string, inner []string) bool {
	codes := p.lookup(withoutFiller(bare))
	var precise []string
	for _, text := range inner {
		found := p.lookup(text)
		p.found(text, found)
		precise = append(precise, found...)
	}
	_, vague := words("open").whole(bare)
	switch {
	case codes != nil && precise == nil && inner != nil && anyListed(p.book, inner):
		return false
	case codes != nil:
		p.found(withoutFiller(bare), codes)
		for _, text := range inner {
			p.aside(bare, text)
		}
	case precise != nil && (vague || !words("placenot").has(bare)): // "SharePoint (UK South)"
	default:
		return false
	}
	return true
}

// aside hears what a bracket behind a country adds: another country ("UK (servers
// in US)"), or that it is not so sure ("UK (tbc)"). Who owns a company is not
// where it is.
func (p *placeParser) aside(bare, inner string) {
	whole := bare + " (" + inner + ")"
	switch {
	case p.lookup(inner) != nil, words("placenot").has(inner):
	case isUnknown(inner) || words("placehedge").has(inner) || words("farplace").has(inner) || strings.HasSuffix(inner, "?"):
		p.scan(inner, true)
		p.open(whole)
		p.doubts = append(p.doubts, openPlace(whole))
	case words("owner").has(inner):
		if p.namesSome(inner) {
			p.doubts = append(p.doubts, doubt{message: "only " + quote(bare) + " is taken from " + quote(whole) + ", since an owner's country is not the recipient's", fix: "name the company that the contract is with, and its country"})
		}
	default:
		p.scan(inner, true)
	}
}

// namesSome reports whether words name a country for certain, and deny none.
func (p *placeParser) namesSome(text string) bool {
	if words("placenot").has(text) {
		return false
	}
	trial := placeParser{book: p.book}
	left := trial.scan(withoutMechanisms(text), true)
	return len(trial.stated) > 0 || len(trial.towns) > 0 && left == "" // no "Oxford Owl"
}

// hedged keeps the country of "UK mainly" and "probably UK", and leaves open what
// else may be meant.
func (p *placeParser) hedged(part, sure string) {
	if sure != "" && !words("placenot").has(sure) && !p.whole(withoutFiller(sure)) {
		p.scan(sure, true)
	}
	p.open(part)
	p.doubts = append(p.doubts, openPlace(part))
}

func openPlace(text string) doubt {
	return doubt{message: "country " + quote(text) + " leaves the matter open, so another country is not ruled out", fix: placeFix}
}

// withoutHedge takes words of doubt off a part, and tells whether there were any.
func withoutHedge(part string) (sure string, hedged bool) {
	list := words("placehedge")
	fields := strings.Fields(strings.TrimRight(part, "? "))
	hedged = strings.HasSuffix(part, "?")
	var kept []string
	for i := 0; i < len(fields); {
		var folded []string
		for _, w := range fields[i:min(len(fields), i+list.longest)] {
			folded = append(folded, fold(w))
		}
		if n := list.at(folded); n > 0 {
			i += n
			hedged = true
			continue
		}
		kept = append(kept, fields[i])
		i++
	}
	return strings.Trim(strings.Join(kept, " "), " ()"), hedged
}

// anyListed reports whether brackets hold a list that has countries in it, so
// that they add to the name before them.
func anyListed(book *law.Book, inner []string) bool {
	for _, text := range inner {
		for _, part := range placeParts(text) {
			if _, ok := book.FindCountry(part); ok {
				return true
			}
		}
	}
	return false
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

// placeParts splits a cell into what may be a list of countries. "and" only
// divides where the whole is not itself a name ("Bosnia and Herzegovina").
func placeParts(text string) []string {
	var out []string
	for _, item := range items(text) {
		for _, part := range splitAt(item, func(r rune) bool { return r == ',' || r == '/' || r == '+' }) {
			part = strings.TrimPrefix(part, "and ")
			out = append(out, part)
		}
	}
	return out
}

// isList reports whether no part is longer than a country's name can be.
func isList(parts []string) bool {
	for _, part := range parts {
		if len(strings.Fields(withoutBrackets(part))) > 4 {
			return false
		}
	}
	return true
}

// withoutFiller drops the words around a country that say nothing of where it
// is: "UK only", "hosted in Ireland", "AWS London".
func withoutFiller(text string) string {
	filler := words("placefiller")
	for _, tail := range []string{"-based", "-hosted", "-only"} {
		text = strings.ReplaceAll(text, tail, " based")
	}
	fields := strings.Fields(text)
	isFiller := func(w string) bool { _, ok := filler.whole(w); return ok || fold(w) == "" }
	for len(fields) > 0 && isFiller(fields[0]) {
		fields = fields[1:]
	}
	for len(fields) > 0 && isFiller(fields[len(fields)-1]) {
		fields = fields[:len(fields)-1]
	}
	return strings.Join(fields, " ")
}
