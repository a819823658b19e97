package diagram

import (
	"cmp"
	"slices"

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
