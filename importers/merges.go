package importers

import (
	"cmp"
	"slices"

	"dpmap/importers/sheet"
)

// merges carries the values of cells that are merged over several rows down to
// each of them.
type merges struct {
	waiting []sheet.Range // by first row
	open    []carried
}

type carried struct {
	value
	last int // row
}

func newMerges(ranges []sheet.Range) *merges {
	var down []sheet.Range
	for _, r := range ranges {
		if r.LastRow > r.Row {
			down = append(down, r)
		}
	}
	slices.SortStableFunc(down, func(a, b sheet.Range) int { return cmp.Or(cmp.Compare(a.Row, b.Row), cmp.Compare(a.Col, b.Col)) })
	return &merges{waiting: down}
}

// fill adds to a row's cells the values merged down to it.
func (m *merges) fill(row int, cells []value) []value {
	if len(m.waiting) == 0 && len(m.open) == 0 {
		return cells
	}
	m.open = slices.DeleteFunc(m.open, func(c carried) bool { return c.last < row })
	filled := false
	for _, c := range m.open {
		if !slices.ContainsFunc(cells, func(v value) bool { return v.col == c.col && v.text != "" }) {
			cells = slices.DeleteFunc(cells, func(v value) bool { return v.col == c.col })
			cells = append(cells, c.value)
			filled = true
		}
	}
	for len(m.waiting) > 0 && m.waiting[0].Row <= row {
		r := m.waiting[0]
		m.waiting = m.waiting[1:]
		i := slices.IndexFunc(cells, func(v value) bool { return v.col == r.Col })
		if r.Row == row && i >= 0 && r.LastRow > row {
			top := cells[i]
			top.merged = true
			m.open = append(m.open, carried{top, r.LastRow})
		}
	}
	if filled {
		slices.SortStableFunc(cells, func(a, b value) int { return cmp.Compare(a.col, b.col) })
	}
	return cells
}
