package graph

import (
	"maps"
	"slices"
	"strings"
)

// Onward is a later flow that data of a start flow is recorded to go on by.
type Onward struct {
	Path       []int    // indexes of Flows: the start flow first, the later flow last
	Categories []string // of the start flow, in its order, that reach the later flow by some path
	Assumed    bool     // a hop of Path records no categories, so it may carry them
}

// Onward lists every later flow that carries a category of the start flow, each
// once, with one shortest path: fewest hops, then the path whose hops record
// their categories, then the order of flow IDs, so that the order of rows does
// not matter. A hop carries a category that it names, or any when it names none.
// Data that comes back to the start flow's sender is not followed: what it sends
// on is its own flow; nor are flows that have ended. Ways of more than DeepestWay flows are
// not told. The list is in the order of path length, then of Flows.
//
// The time is near-linear in the flows reached, for each category of the start,
// plus the length of the paths told.
func (m *Map) Onward(start int) []Onward {
	live := func(flow int) bool { return m.flows[flow].Status != Ended }
	return m.OnwardThrough(start, live, live)
}

// DeepestWay is how many flows a way that Onward tells may have, the start flow
// counted. Real registers stay far below it; the ways of a chain of thousands
// would fill the memory of any machine.
const DeepestWay = 32

// OnwardThrough is Onward by those flows alone that enters lets be a hop, from
// those recipients alone who, having the data by a flow that passes lets, hand
// it on. Both are asked by index of Flows. A way that either forbids hides no
// longer one that both allow.
func (m *Map) OnwardThrough(start int, enters, passes func(flow int) bool) []Onward {
	found := map[int]*Onward{}
	for i, category := range m.wanted(start) {
		steps := m.reach(start, category, DeepestWay, enters, passes)
		for s := range steps[1:] {
			reached := Onward{Path: way(steps, s+1), Assumed: steps[s+1].assumed}
			last := steps[s+1].flow
			best, ok := found[last]
			if !ok {
				best = &reached
				found[last] = best
			} else if m.better(reached, *best) {
				best.Path, best.Assumed = reached.Path, reached.Assumed
			}
			if category != anyCategory {
				best.Categories = append(best.Categories, m.flows[start].Categories[m.firstOf(start, i)].Name)
			}
		}
	}
	list := make([]Onward, 0, len(found))
	for _, o := range found {
		list = append(list, *o)
	}
	slices.SortFunc(list, func(a, b Onward) int {
		if d := len(a.Path) - len(b.Path); d != 0 {
			return d
		}
		return a.Path[len(a.Path)-1] - b.Path[len(b.Path)-1]
	})
	return list
}

// ReachedThrough lists the flows of OnwardThrough without the ways to them, and
// so however far away they are: by index of Flows, ascending.
func (m *Map) ReachedThrough(start int, enters, passes func(flow int) bool) []int {
	met := map[int]bool{}
	for _, category := range m.wanted(start) {
		for _, s := range m.reach(start, category, len(m.flows), enters, passes)[1:] {
			met[s.flow] = true
		}
	}
	return slices.Sorted(maps.Keys(met))
}

// wanted are the categories of a flow to look for, by number.
func (m *Map) wanted(flow int) []int {
	if len(m.carried[flow]) == 0 {
		return []int{anyCategory}
	}
	return m.carried[flow]
}

// better reports whether path a is to be told rather than b.
func (m *Map) better(a, b Onward) bool {
	if len(a.Path) != len(b.Path) {
		return len(a.Path) < len(b.Path)
	}
	if a.Assumed != b.Assumed {
		return !a.Assumed
	}
	return slices.CompareFunc(a.Path, b.Path, func(x, y int) int { return strings.Compare(m.flows[x].ID, m.flows[y].ID) }) < 0
}

// step is a flow that a walk comes to.
type step struct {
	flow    int
	back    int // index of the step before, -1 at the start
	assumed bool
}

// reach walks breadth first from the start flow's recipient over the flows that
// carry one category, and gives each flow's first step after the start's own.
// Flows whose categories are recorded are walked before those that are assumed
// to carry it, so that of two ways of one length the recorded one is kept.
func (m *Map) reach(start, category, deepest int, enters, passes func(flow int) bool) []step {
	steps := []step{{start, -1, category == anyCategory}}
	sender := m.party[m.flows[start].From]
	expanded := map[int]bool{sender: true}
	layer := []int{0}
	for depth := 1; depth < deepest && len(layer) > 0; depth++ {
		slices.SortStableFunc(layer, func(a, b int) int { return rank(steps[a].assumed) - rank(steps[b].assumed) })
		var next []int
		for _, at := range layer {
			party := m.party[m.flows[steps[at].flow].To]
			if expanded[party] || !passes(steps[at].flow) {
				continue
			}
			expanded[party] = true
			for _, f := range m.sends[party] {
				carries, assumed := m.carries(f, category)
				if !carries || m.flows[f].IsOwnUse() || !enters(f) {
					continue
				}
				steps = append(steps, step{f, at, steps[at].assumed || assumed})
				next = append(next, len(steps)-1)
			}
		}
		layer = next
	}
	return steps
}

// way is the flows from the start to a step.
func way(steps []step, at int) []int {
	var path []int
	for ; at >= 0; at = steps[at].back {
		path = append(path, steps[at].flow)
	}
	slices.Reverse(path)
	return path
}

func rank(assumed bool) int {
	if assumed {
		return 1
	}
	return 0
}

// anyCategory stands for data whose categories nobody recorded.
const anyCategory = -1

// carries reports whether a flow carries a category, and whether that is only
// assumed since the flow, or the data, names none.
func (m *Map) carries(flow, category int) (carries, assumed bool) {
	named := m.carried[flow]
	if len(named) == 0 || category == anyCategory {
		return true, true
	}
	return slices.Contains(named, category), false
}

// firstOf is the index in the flow's Categories of the i-th distinct one.
func (m *Map) firstOf(flow, i int) int {
	want := m.carried[flow][i]
	for k, c := range m.flows[flow].Categories {
		if m.category[fold(c.Name)] == want {
			return k
		}
	}
	return 0
}

// intern numbers the categories of all flows, so that walks compare numbers,
// and puts the flows that each party sends in the order of their IDs, so that
// walks do not depend on the order of rows.
func (m *Map) intern() {
	m.sends = make([][]int, len(m.out))
	for i := range m.out {
		m.sends[i] = slices.SortedFunc(slices.Values(m.out[i]), func(x, y int) int { return strings.Compare(m.flows[x].ID, m.flows[y].ID) })
	}
	m.category = map[string]int{}
	m.carried = make([][]int, len(m.flows))
	for i := range m.flows {
		for _, c := range m.flows[i].Categories {
			name := fold(c.Name)
			if name == "" {
				continue
			}
			n, ok := m.category[name]
			if !ok {
				n = len(m.category)
				m.category[name] = n
			}
			if !slices.Contains(m.carried[i], n) {
				m.carried[i] = append(m.carried[i], n)
			}
		}
	}
}

// fold is the form in which two spellings of a category are one.
func fold(name string) string {
	return strings.Join(strings.Fields(strings.ToLower(name)), " ")
}
