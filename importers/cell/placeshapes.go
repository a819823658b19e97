package cell

import (
	"slices"
	"strings"

	"dpmap/graph/law"
	"dpmap/importers/words"
)

// dashed reads "UK - Manchester" and "EU: Ireland": the country before the mark,
// or the one behind it where that says it better.
func (p *PlaceParser) dashed(part string) bool {
	for _, mark := range []string{" - ", " – ", " — ", ": "} {
		left, right, ok := strings.Cut(part, mark)
		if !ok || words.List("placenot").Has(part) {
			continue
		}
		before, behind := p.Lookup(withoutFiller(left)), p.Lookup(withoutFiller(right))
		switch {
		case len(behind) == 1 && slices.Contains(before, behind[0]):
			p.State(behind...)
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
func (p *PlaceParser) joined(part string) bool {
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
func (p *PlaceParser) bracketed(bare string, inner []string) bool {
	codes := p.Lookup(withoutFiller(bare))
	var precise []string
	for _, text := range inner {
		found := p.Lookup(text)
		if found == nil {
			found = p.lookupAll(text)
		}
		if len(codes) == 1 && len(found) > 1 && slices.Contains(found, codes[0]) {
			continue // "Netherlands (EU)": a bloc that it is in
		}
		p.found(text, found)
		precise = append(precise, found...)
	}
	_, vague := words.List("open").Whole(bare)
	if len(codes) > 1 && precise != nil && !slices.ContainsFunc(precise, func(c string) bool { return !slices.Contains(codes, c) }) {
		return true // "EU (eu-west-1, Ireland)"
	}
	switch {
	case codes != nil && precise == nil && inner != nil && anyListed(p.Book, inner):
		return false
	case codes != nil:
		p.found(withoutFiller(bare), codes)
		for _, text := range inner {
			p.aside(bare, text)
		}
	case precise != nil && (vague || !words.List("placenot").Has(bare)): // "SharePoint (UK South)"
	default:
		return false
	}
	return true
}

// aside hears what a bracket behind a country adds: another country ("UK (servers
// in US)"), or that it is not so sure ("UK (tbc)"). Who owns a company is not
// where it is.
func (p *PlaceParser) aside(bare, inner string) {
	whole := bare + " (" + inner + ")"
	switch {
	case p.Lookup(inner) != nil, words.List("placenot").Has(inner):
	case IsUnknown(inner) || words.List("placehedge").Has(inner) || words.List("farplace").Has(inner) || strings.HasSuffix(inner, "?"):
		p.Scan(inner, true)
		p.open(whole)
		p.doubts = append(p.doubts, openPlace(whole))
	case words.List("owner").Has(inner):
		if p.NamesSome(inner) {
			p.doubts = append(p.doubts, Doubt{Message: "only " + words.Quote(bare) + " is taken from " + words.Quote(whole) + ", since an owner's country is not the recipient's", Fix: "name the company that the contract is with, and its country"})
		}
	default:
		p.Scan(withoutMechanisms(inner), true)
	}
}

// lookupAll is the one country that all parts of a bracket mean: "eu-west-1, Ireland".
func (p *PlaceParser) lookupAll(text string) []string {
	parts := placeParts(text)
	if len(parts) < 2 {
		return nil
	}
	var all []string
	for _, part := range parts {
		found := p.Lookup(part)
		if len(found) != 1 || all != nil && found[0] != all[0] {
			return nil
		}
		all = found
	}
	return all
}

// NamesSome reports whether words name a country for certain, and deny none.
func (p *PlaceParser) NamesSome(text string) bool {
	if words.List("placenot").Has(text) {
		return false
	}
	trial := PlaceParser{Book: p.Book}
	left := trial.Scan(withoutMechanisms(text), true)
	return len(trial.Stated) > 0 || len(trial.Towns) > 0 && left == "" // no "Oxford Owl"
}

// Hedged keeps the country of "UK mainly" and "probably UK", and leaves open what
// else may be meant.
func (p *PlaceParser) Hedged(part, sure string) {
	if sure != "" && !words.List("placenot").Has(sure) && !p.whole(withoutFiller(sure)) {
		p.Scan(sure, true)
	}
	p.open(part)
	p.doubts = append(p.doubts, openPlace(part))
}

func openPlace(text string) Doubt {
	return Doubt{Message: "country " + words.Quote(text) + " leaves the matter open, so another country is not ruled out", Fix: placeFix}
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
