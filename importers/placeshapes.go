package importers

import (
	"slices"
	"strings"

	"dpmap/graph/law"
)

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
		if found == nil {
			found = p.lookupAll(text)
		}
		if len(codes) == 1 && len(found) > 1 && slices.Contains(found, codes[0]) {
			continue // "Netherlands (EU)": a bloc that it is in
		}
		p.found(text, found)
		precise = append(precise, found...)
	}
	_, vague := words("open").whole(bare)
	if len(codes) > 1 && precise != nil && !slices.ContainsFunc(precise, func(c string) bool { return !slices.Contains(codes, c) }) {
		return true // "EU (eu-west-1, Ireland)"
	}
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
		p.scan(withoutMechanisms(inner), true)
	}
}

// lookupAll is the one country that all parts of a bracket mean: "eu-west-1, Ireland".
func (p *placeParser) lookupAll(text string) []string {
	parts := placeParts(text)
	if len(parts) < 2 {
		return nil
	}
	var all []string
	for _, part := range parts {
		found := p.lookup(part)
		if len(found) != 1 || all != nil && found[0] != all[0] {
			return nil
		}
		all = found
	}
	return all
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
