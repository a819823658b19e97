package sheet

import (
	"cmp"
	"slices"

	"dpmap/graph"
)

// overlapping finds a cell that two of the ranges share. It goes down the
// rows with the ranges that reach there, which lie side by side in order of
// columns until two of them meet.
func overlapping(merges []Range) (cell string, found bool) {
	sorted := slices.SortedFunc(slices.Values(merges), func(a, b Range) int {
		return cmp.Or(cmp.Compare(a.Row, b.Row), cmp.Compare(a.Col, b.Col))
	})
	var reach []Range
	for _, r := range sorted {
		i, _ := slices.BinarySearchFunc(reach, r.Col, func(x Range, col int) int { return cmp.Compare(x.LastCol, col) })
		end := i
		for ; end < len(reach) && reach[end].Col <= r.LastCol; end++ {
			if reach[end].LastRow >= r.Row {
				at := graph.Ref{Row: r.Row, Col: max(r.Col, reach[end].Col)}
				return at.Cell(), true
			}
		}
		reach = slices.Replace(reach, i, end, r)
	}
	return "", false
}
