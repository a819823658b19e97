package diagram

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/reports/wording"
)

// onward draws each party of the chains once, hop by hop from left to right.
// Senders with whom data starts and that send to the same parties share a box.
func onward(b *builder) picture {
	p := picture{loose: true, grouped: map[string]bool{}}
	boxOf := b.shared(&p)
	chosen := b.chosen(boxOf)
	var items []item
	for _, it := range b.items {
		if slices.ContainsFunc(it.flows, func(i int) bool { return chosen[i] }) {
			items = append(items, it)
		}
	}
	depth := depths(items, boxOf)
	at := map[string]int{}
	box := func(id string) int {
		key := boxOf[id]
		i, known := at[key]
		if !known {
			i = len(p.boxes)
			at[key] = i
			p.boxes = append(p.boxes, b.hopBox(key, boxOf, depth[key]))
		}
		return i
	}
	lines := map[string]int{}
	for _, it := range items {
		from, to := box(it.from), box(it.to)
		key := fmt.Sprint(from, to, it.verdict)
		n, known := lines[key]
		if !known {
			n = len(p.links)
			lines[key] = n
			p.links = append(p.links, link{from: from, to: to, group: -1, verdict: it.verdict})
		}
		l := &p.links[n]
		l.flows += len(it.flows)
		l.heavy = l.heavy || it.special
		l.tip = p.boxes[from].title + " to " + p.boxes[to].title + ": " + wording.Count(l.flows, "flow", "flows") + ", " + verdictWords(it.verdict)
	}
	return p
}

// shared says for each party the party whose box it shares: its own, or that of
// the first of those with whom data starts too and goes to the same parties.
func (b *builder) shared(p *picture) map[string]string {
	targets, reached := map[string][]string{}, map[string]bool{}
	for _, it := range b.items {
		reached[it.to] = true
		if t := fmt.Sprintf("%q %d", it.to, it.verdict); !slices.Contains(targets[it.from], t) {
			targets[it.from] = append(targets[it.from], t)
		}
	}
	box, first, members := map[string]string{}, map[string]string{}, map[string][]string{}
	for _, it := range b.items {
		box[it.to] = it.to
		if reached[it.from] || box[it.from] != "" {
			continue
		}
		slices.Sort(targets[it.from])
		key := strings.Join(targets[it.from], " ")
		if first[key] == "" {
			first[key] = it.from
		}
		box[it.from] = first[key]
		members[first[key]] = append(members[first[key]], it.from)
	}
	for _, ids := range members {
		for _, id := range ids {
			if len(ids) > 1 {
				p.grouped[id] = true
			}
		}
	}
	return box
}

// standsIn are the countries of a party: its own, and those that the flows to
// it name.
func (b *builder) standsIn(p *graph.Party) []string {
	where := slices.Clone(p.Country.Countries)
	for _, it := range b.items {
		if it.to == p.ID && it.country != "" && !slices.Contains(where, it.country) {
			where = append(where, it.country)
		}
	}
	return where
}

// hopBox is the box of a party, or of several that share it.
func (b *builder) hopBox(id string, boxOf map[string]string, depth int) box {
	var members, codes []string
	for _, p := range b.result.Map.Parties() {
		if boxOf[p.ID] != id {
			continue
		}
		members = append(members, p.ID)
		for _, c := range b.standsIn(&p) {
			if !slices.Contains(codes, c) {
				codes = append(codes, c)
			}
		}
	}
	out := box{title: b.name(id), note: cmp.Or(list(b.countries(codes), 3), "country not known"), sender: depth == 0, column: depth, only: id}
	if len(members) > 1 {
		out.title, out.only, out.several = b.severalSenders(members), "", members
	}
	out.tip = out.title + ", " + out.note
	return out
}
