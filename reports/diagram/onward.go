package diagram

import (
	"cmp"
	"slices"

	"dpmap/graph"
	"dpmap/graph/rules"
)

// mostHops is the number of organisations that a page of chains can show.
const mostHops = 36

// chain is a flow by which data goes on, and the flows that bring it there.
type onwardChain struct {
	flows []int
	worst rules.Verdict // of the last hop
}

// chains are the flows of all onward chains: the worst and shortest of them, as
// many as one page can show.
func chains(b *builder) map[int]bool {
	all := b.allChains()
	slices.SortStableFunc(all, func(a, b onwardChain) int {
		return cmp.Or(cmp.Compare(b.worst, a.worst), cmp.Compare(len(a.flows), len(b.flows)))
	})
	keep, left, parties := map[int]bool{}, map[int]bool{}, map[string]bool{}
	for _, c := range all {
		more := map[string]bool{}
		for _, i := range c.flows {
			for _, id := range []string{b.flows[i].From, b.flows[i].To} {
				if !parties[id] {
					more[id] = true
				}
			}
		}
		fits := len(parties)+len(more) <= mostHops
		for _, i := range c.flows {
			if fits {
				keep[i] = true
			} else {
				left[i] = true
			}
		}
		for id := range more {
			parties[id] = parties[id] || fits
		}
	}
	for i := range left {
		if !keep[i] {
			b.left++
		}
	}
	return keep
}

// allChains lists the chains of the map in the order of its flows.
func (b *builder) allChains() []onwardChain {
	var all []onwardChain
	m := b.result.Map
	for start := range b.flows {
		f := &b.flows[start]
		if f.IsOwnUse() || f.Status == graph.Ended || m.ToSubject(f) {
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
func onward(b *builder) picture {
	p := picture{loose: true}
	depth := b.depths()
	at := map[string]int{}
	box := func(id string) int {
		i, known := at[id]
		if !known {
			i = len(p.boxes)
			at[id] = i
			p.boxes = append(p.boxes, b.hopBox(id, depth[id]))
		}
		return i
	}
	lines := map[string]int{}
	for _, it := range b.items {
		from, to := box(it.from), box(it.to)
		key := it.from + "\x00" + it.to + "\x00" + it.verdict.String()
		n, known := lines[key]
		if !known {
			n = len(p.links)
			lines[key] = n
			p.links = append(p.links, link{from: from, to: to, group: -1, verdict: it.verdict})
		}
		l := &p.links[n]
		l.flows += len(it.flows)
		l.heavy = l.heavy || it.special
		l.tip = b.name(it.from) + " to " + b.name(it.to) + ": " + count(l.flows, "flow", "flows") + ", " + verdictWords(it.verdict)
	}
	return p
}

// hopBox is the box of one party of a chain.
func (b *builder) hopBox(id string, depth int) box {
	var where []string
	if p := b.result.Map.Party(id); p != nil {
		for _, c := range p.Country.Countries {
			where = append(where, b.country(c))
		}
	}
	out := box{title: b.name(id), note: cmp.Or(list(where, 3), "country not known"), sender: depth == 0, column: depth, only: id}
	out.tip = out.title + ", " + out.note
	return out
}

// depths is, for each party drawn, the number of hops of the longest way to it
// from where data starts. A hop that closes a circle does not count.
func (b *builder) depths() map[string]int {
	out := map[string][]string{}
	var parties []string
	reached := map[string]bool{}
	for _, it := range b.items {
		if !slices.Contains(out[it.from], it.to) {
			out[it.from] = append(out[it.from], it.to)
		}
		reached[it.to] = true
		for _, id := range []string{it.from, it.to} {
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
