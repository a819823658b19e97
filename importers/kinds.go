package importers

import (
	"dpmap/graph"
	"dpmap/importers/cell"
)

// date reads a cell that is a date.
func (r *record) date(v value, at graph.Ref) cell.Span {
	if !v.date.IsZero() {
		return cell.Span{From: v.date, To: v.date}
	}
	found, doubts := r.t.dates.read(v.text, func(s string) (cell.Span, []cell.Doubt) {
		found, d := cell.ParseDate(s)
		if d == nil {
			return found, nil
		}
		return found, []cell.Doubt{*d}
	})
	r.t.problems.doubts(at, doubts)
	return found
}
