package diagram

import (
	"slices"

	"dpmap/graph/rules"
	"dpmap/reports/wording"
)

// section is what one box of a fan stands for.
type section struct {
	title, note, tip string
	items            []int
	place            bool // rows name their countries
}

// picture builds the view at the builder's level of grouping.
func (b *builder) picture() picture {
	if b.view.build != nil {
		return b.view.build(b)
	}
	return b.fan(b.view.sections(b))
}

// fan shows the exporters at the left and a box for each section at the right.
// A box's rows are in groups of one verdict and one set of exporters, and one
// link runs from each of those exporters to the group: fifty recipients need
// few lines.
func (b *builder) fan(sections []section) picture {
	p := picture{grouped: map[string]bool{}}
	senders := b.senders(&p)
	for _, s := range sections {
		at := len(p.boxes)
		p.boxes = append(p.boxes, b.sectionBox(s, senders, &p))
		for g := range p.boxes[at].groups {
			b.linkGroup(&p, senders, at, g)
		}
	}
	return p
}

// sectionBox is the box of a section.
func (b *builder) sectionBox(s section, senders map[string]int, p *picture) box {
	out := box{column: 1, title: s.title, note: s.note, tip: s.tip}
	var last string
	for _, r := range b.sectionRows(s, senders) {
		if r.share > 1 {
			for _, i := range r.items {
				p.grouped[b.items[i].to] = true
			}
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
		tip := p.boxes[from].title + " to " + p.boxes[at].title + ": " + wording.Count(len(t.flows), "flow", "flows") + ", " + verdictWords(grp.verdict)
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
