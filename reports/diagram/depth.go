package diagram

import "slices"

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
