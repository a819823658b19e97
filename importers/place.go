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
	p := placeParser{book: book, place: place}
	parts := placeParts(text)
	if !slices.ContainsFunc(parts, isUnknown) && p.whole(text) {
		return p.place, nil
	}
	if isList(parts) {
		for _, part := range parts {
			p.part(part)
		}
	} else {
		p.prose(text)
	}
	return p.place, p.doubts
}

type placeParser struct {
	book   *law.Book
	place  graph.Place
	doubts []doubt
}

// lookup is the countries that a text means as a whole: a country, a cloud
// region or a bloc.
func (p *placeParser) lookup(text string) []string {
	text = strings.Trim(text, " .,:;")
	if code, ok := words("countryword").whole(text); ok {
		return []string{code}
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
	return nil
}

func (p *placeParser) whole(text string) bool {
	codes := p.lookup(text)
	p.add(codes...)
	return codes != nil
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
		case len(behind) == 1:
			p.add(behind...)
		case before != nil:
			p.add(before...)
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
		precise = append(precise, p.lookup(text)...)
	}
	_, vague := words("open").whole(bare)
	switch {
	case codes != nil && precise == nil && inner != nil && anyListed(p.book, inner):
		return false
	case codes != nil:
		p.add(codes...)
		p.add(precise...)
	case precise != nil && (vague || !words("placenot").has(bare)):
		p.add(precise...) // "SharePoint (UK South)"
	default:
		return false
	}
	return true
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
		return doubt{message + " (did you mean " + quote(near) + "?)", "write " + near + " if that is meant, else the country's usual name"}
	}
	return doubt{message, placeFix}
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
