package diagram

import (
	"slices"

	"dpmap/graph/law"
	"dpmap/graph/rules"
)

// Row is one line of the drawing in words: what one exporter sends to one
// recipient in one country with one verdict.
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
	rows := make([]Row, len(b.items))
	for i, it := range b.items {
		var countries []string
		if it.country != "" {
			countries = []string{it.country}
		}
		standing, _ := b.titles(it.zone, countries)
		rows[i] = Row{
			Exporter: b.name(it.from), Recipient: b.name(it.to),
			Country: b.place(it), Standing: standing, Verdict: it.verdict,
			What: b.what(it), Purposes: b.purposes([]int{i}),
			Special: it.special, Criminal: it.criminal,
			Flows: b.flowIDs(it), Shown: shown[i],
		}
	}
	return rows
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
