package diagram

import (
	"cmp"
	"slices"
	"strings"

	"dpmap/graph/law"
	"dpmap/graph/rules"
)

// jurisdictions shows the exporters at the left and, in a box for each group
// of countries that stand alike, who gets data there. A box's rows are in
// groups of one verdict and one set of exporters, and one link runs from each
// of those exporters to the group: fifty recipients need few lines.
func jurisdictions(b *builder) picture {
	p := picture{}
	senders := b.senders(&p)
	zones := b.zones()
	for _, z := range zones {
		at := len(p.boxes)
		p.boxes = append(p.boxes, b.zoneBox(z, senders, &p))
		for g := range p.boxes[at].groups {
			b.linkGroup(&p, senders, at, g)
		}
	}
	return p
}

// zoneItems are the items that one box shows.
type zoneItems struct {
	zone  zone
	items []int
}

// zones are the boxes to draw, by standing, then in the order of the flows.
func (b *builder) zones() []zoneItems {
	var zones []zoneItems
	index := map[string]int{}
	for i, it := range b.items {
		z := it.zone
		if b.level >= mergeZones && z.standing != onCondition {
			z.key = string(z.regime) + " " + string(rune('0'+z.standing))
			z.instrument = law.Instrument{}
		}
		at, known := index[z.key]
		if !known {
			at = len(zones)
			index[z.key] = at
			zones = append(zones, zoneItems{zone: z})
		}
		zones[at].items = append(zones[at].items, i)
	}
	slices.SortStableFunc(zones, func(a, b zoneItems) int { return cmp.Compare(a.zone.standing, b.zone.standing) })
	return zones
}

// zoneBox is the box of a zone.
func (b *builder) zoneBox(z zoneItems, senders map[string]int, p *picture) box {
	var countries []string
	for _, i := range z.items {
		if c := b.items[i].country; c != "" && !slices.Contains(countries, c) {
			countries = append(countries, c)
		}
	}
	rows := b.zoneRows(z, len(countries) > 1, senders)
	title, note := b.titles(z.zone, countries)
	out := box{column: 1, title: title, note: note, tip: strings.TrimSuffix(title+" ("+note+")", " ()")}
	var last string
	for _, r := range rows {
		if r.share > 1 {
			p.grouped += r.share
		}
		key := r.key()
		if len(out.groups) == 0 || key != last {
			out.groups = append(out.groups, group{verdict: r.verdict})
			last = key
		}
		g := &out.groups[len(out.groups)-1]
		g.rows = append(g.rows, r.row)
	}
	return out
}

// linkGroup draws one link from each exporter of a group to the group.
func (b *builder) linkGroup(p *picture, senders map[string]int, at, g int) {
	grp := p.boxes[at].groups[g]
	type tally struct {
		flows map[int]bool
		to    int
		heavy bool
	}
	var order []int
	tallies := map[int]*tally{}
	for _, r := range grp.rows {
		for _, i := range r.items {
			it := b.items[i]
			from := senders[it.from]
			t := tallies[from]
			if t == nil {
				t = &tally{flows: map[int]bool{}}
				tallies[from] = t
				order = append(order, from)
			}
			for _, f := range it.flows {
				t.flows[f] = true
			}
			t.to++
			t.heavy = t.heavy || it.special
		}
	}
	slices.Sort(order)
	for _, from := range order {
		t := tallies[from]
		tip := p.boxes[from].title + " to " + p.boxes[at].title + ": " + count(len(t.flows), "flow", "flows") + ", " + verdictWords(grp.verdict)
		if t.heavy {
			tip += "; some of it is special-category data"
		}
		p.links = append(p.links, link{from: from, to: at, group: g, verdict: grp.verdict, heavy: t.heavy, flows: len(t.flows), tip: tip})
	}
}

// verdictWords is a verdict and its meaning.
func verdictWords(v rules.Verdict) string {
	s := styleOf(v)
	return s.verdict.String() + " (" + s.meaning + ")"
}
