package cell

import (
	"dpmap/importers/words"
)

// FurtherPlace takes the countries that words beside a country name too: "Ireland,
// with US support". Words that name a mechanism or a law ("UK Addendum") name no
// place.
func (p *PlaceParser) FurtherPlace(part string) bool {
	if words.Contains(words.Fold(part), "gdpr") || NamedIn(part, nil, nil) != nil || !p.NamesSome(part) {
		return false
	}
	if sure, hedged := WithoutHedge(part); hedged {
		p.Hedged(part, sure)
		return true
	}
	p.Scan(part, true)
	return true
}
