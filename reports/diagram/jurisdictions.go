package diagram

import (
	"cmp"
	"slices"
	"strings"

	"dpmap/graph/law"
)

// jurisdictions makes a box of each group of countries that stand alike, by
// standing, then in the order of the flows.
func jurisdictions(b *builder) []section {
	type group struct {
		zone  zone
		items []int
	}
	var groups []group
	index := map[string]int{}
	for i, it := range b.items {
		z := it.zone
		if b.level >= mergeZones && (z.standing != onCondition || b.level >= brief) {
			z.key = string(z.regime) + " " + string(rune('0'+z.standing))
			z.instrument = law.Instrument{}
		}
		at, known := index[z.key]
		if !known {
			at = len(groups)
			index[z.key] = at
			groups = append(groups, group{zone: z})
		}
		groups[at].items = append(groups[at].items, i)
	}
	slices.SortStableFunc(groups, func(a, b group) int { return cmp.Compare(a.zone.standing, b.zone.standing) })
	sections := make([]section, len(groups))
	for i, g := range groups {
		countries := b.countriesOf(g.items)
		s := section{items: g.items, place: len(countries) > 1}
		s.title, s.note = b.titles(g.zone, countries)
		s.tip = strings.TrimSuffix(s.title+" ("+s.note+")", " ()")
		sections[i] = s
	}
	return sections
}

// countriesOf are the countries of items, each once.
func (b *builder) countriesOf(items []int) []string {
	var countries []string
	for _, i := range items {
		if c := b.items[i].country; c != "" && !slices.Contains(countries, c) {
			countries = append(countries, c)
		}
	}
	return countries
}
