package diagram

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/rules"
)

// mostParties is the number of boxes that a page of chains tries to show, by
// level of grouping.
var mostParties = [...]int{named: 30, mergeZones: 22, groupSound: 16, groupAll: 11, verdictOnly: 7, brief: 4}

// onwardChain is a flow by which data goes on, and the flows that bring it there.
type onwardChain struct {
	flows []int
	worst rules.Verdict // of the last hop
}

// chained are the flows of all onward chains.
func chained(b *builder) map[int]bool {
	keep := map[int]bool{}
	for _, c := range b.allChains() {
		for _, i := range c.flows {
			keep[i] = true
		}
	}
	return keep
}

// chosen are the flows of the worst and shortest chains, as many as the level
// lets a page show; box tells which parties share a box.
func (b *builder) chosen(box map[string]string) map[int]bool {
	all := b.allChains()
	slices.SortStableFunc(all, func(a, b onwardChain) int {
		return cmp.Or(cmp.Compare(b.worst, a.worst), cmp.Compare(len(a.flows), len(b.flows)))
	})
	chosen, left, boxes := map[int]bool{}, map[int]bool{}, map[string]bool{}
	for _, c := range all {
		more := map[string]bool{}
		for _, i := range c.flows {
			for _, id := range []string{b.flows[i].From, b.flows[i].To} {
				if !boxes[box[id]] {
					more[box[id]] = true
				}
			}
		}
		fits := len(boxes)+len(more) <= mostParties[b.level]
		for _, i := range c.flows {
			if fits {
				chosen[i] = true
			} else {
				left[i] = true
			}
		}
		for id := range more {
			boxes[id] = boxes[id] || fits
		}
	}
	b.left = 0
	for i := range left {
		if !chosen[i] {
			b.left++
		}
	}
	return chosen
}

// allChains lists the chains of the map in the order of its flows.
func (b *builder) allChains() []onwardChain {
	var all []onwardChain
	m := b.result.Map
	for start := range b.flows {
		f := &b.flows[start]
		if f.IsOwnUse() || f.Status == graph.Ended || len(m.From(f.To)) == 0 {
			continue
		}
		for _, o := range m.Onward(start) {
			path := o.Path
			if slices.ContainsFunc(path, func(i int) bool { return b.flows[i].IsOwnUse() || b.flows[i].Status == graph.Ended }) {
				continue
			}
			if path[0] != start {
				path = slices.Concat([]int{start}, path)
			}
			last := path[len(path)-1]
			if last != start {
				all = append(all, onwardChain{path, b.result.Transfers[last].Verdict})
			}
		}
	}
	return all
}

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
		l.tip = p.boxes[from].title + " to " + p.boxes[to].title + ": " + count(l.flows, "flow", "flows") + ", " + verdictWords(it.verdict)
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

// hopBox is the box of a party, or of several that share it.
func (b *builder) hopBox(id string, boxOf map[string]string, depth int) box {
	var members, where []string
	for _, p := range b.result.Map.Parties() {
		if boxOf[p.ID] != id {
			continue
		}
		members = append(members, p.ID)
		for _, c := range p.Country.Countries {
			if name := b.country(c); !slices.Contains(where, name) {
				where = append(where, name)
			}
		}
	}
	out := box{title: b.name(id), note: cmp.Or(list(where, 3), "country not known"), sender: depth == 0, column: depth, only: id}
	if len(members) > 1 {
		out.title, out.only = b.severalSenders(members), ""
	}
	out.tip = out.title + ", " + out.note
	return out
}

// depths is, for each box, the number of hops of the longest way to it
// from where data starts. A hop that closes a circle does not count.
func depths(items []item, boxOf map[string]string) map[string]int {
	out := map[string][]string{}
	var parties []string
	reached := map[string]bool{}
	for _, it := range items {
		from, to := boxOf[it.from], boxOf[it.to]
		if !slices.Contains(out[from], to) {
			out[from] = append(out[from], to)
		}
		reached[to] = true
		for _, id := range []string{from, to} {
			if !slices.Contains(parties, id) {
				parties = append(parties, id)
			}
		}
	}
	order := topological(parties, out, reached)
	place := map[string]int{}
	for i, id := range order {
		place[id] = i
	}
	depth := map[string]int{}
	for _, id := range order {
		for _, to := range out[id] {
			if place[to] > place[id] {
				depth[to] = max(depth[to], depth[id]+1)
			}
		}
	}
	return depth
}

// topological orders parties so that data goes forward but where it goes in a
// circle, from the parties that nothing reaches on. The parties of a page are
// few, so it may recurse.
func topological(parties []string, out map[string][]string, reached map[string]bool) []string {
	var order []string // backwards
	seen := map[string]bool{}
	var visit func(string)
	visit = func(id string) {
		if seen[id] {
			return
		}
		seen[id] = true
		for _, to := range out[id] {
			visit(to)
		}
		order = append(order, id)
	}
	for _, id := range parties {
		if !reached[id] {
			visit(id)
		}
	}
	for _, id := range parties {
		visit(id)
	}
	slices.Reverse(order)
	return order
}
