package diagram

import (
	"fmt"
	"slices"
	"strings"

	"dpmap/graph/law"
	"dpmap/graph/rules"
)

// Row is one line of the drawing in words: what one exporter sends to one
// recipient in one country with one verdict, or in all countries of an area.
type Row struct {
	Exporter  string
	Recipient string
	Country   string // "not known (worldwide)" where no country is recorded
	Standing  string // how the country stands under the exporter's law
	Verdict   rules.Verdict
	What      []string // categories of data, each once
	Purposes  []string
	Special   bool
	Criminal  bool
	Flows     []string // flow IDs
	Shown     string   // the words of the picture that stand for it, where they are not its name
}

// rows are the drawing in words, in the order of the flows.
func (b *builder) rows(p picture) []Row {
	shown := make([]string, len(b.items))
	for _, x := range p.boxes {
		for _, g := range x.groups {
			for _, r := range g.rows {
				for _, i := range r.items {
					if r.party == "" {
						shown[i] = r.text
					}
				}
			}
		}
	}
	var rows []Row
	for i, countries := range b.lines() {
		if countries == nil {
			continue // told with another
		}
		it := b.items[i]
		place := b.place(it)
		if it.country == "" {
			countries = nil
		}
		if len(countries) > 1 {
			place = strings.Join(b.countries(countries), ", ")
		}
		standing, _ := b.titles(it.zone, countries)
		rows = append(rows, Row{
			Exporter: b.name(it.from), Recipient: b.name(it.to),
			Country: place, Standing: standing, Verdict: it.verdict,
			What: b.what(it), Purposes: b.purposes([]int{i}),
			Special: it.special, Criminal: it.criminal,
			Flows: b.flowIDs(it), Shown: shown[i],
		})
	}
	return rows
}

// lines are the countries that each item's row tells: its own, or with those of
// the items that differ from it in the country alone, where they make up an area,
// so that "EEA" is one row and not thirty; nil where another row tells it.
func (b *builder) lines() [][]string {
	out := make([][]string, len(b.items))
	alike := map[string][]int{}
	var keys []string
	for i, it := range b.items {
		out[i] = []string{it.country}
		key := fmt.Sprintf("%q %q %d %q %q %d", it.from, it.to, it.verdict, it.zone.key, it.label, it.flows)
		if it.country == "" {
			continue
		}
		if alike[key] == nil {
			keys = append(keys, key)
		}
		alike[key] = append(alike[key], i)
	}
	for _, key := range keys {
		var codes []string
		for _, i := range alike[key] {
			codes = append(codes, b.items[i].country)
		}
		if len(b.countries(codes)) == len(codes) {
			continue
		}
		for _, i := range alike[key][1:] {
			out[i] = nil
		}
		out[alike[key][0]] = codes
	}
	return out
}

// what are the categories of an item's flows.
func (b *builder) what(it item) []string {
	var names []string
	for _, f := range it.flows {
		for _, c := range b.flows[f].Categories {
			name := clean(c.Name)
			if c.Class == law.Special || c.Class == law.Criminal {
				name += " (" + c.Class.String() + ")"
			}
			if c.Name != "" && !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return names
}

func (b *builder) flowIDs(it item) []string {
	ids := make([]string, len(it.flows))
	for i, f := range it.flows {
		ids[i] = b.flows[f].ID
	}
	return ids
}
