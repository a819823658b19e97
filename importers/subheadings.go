package importers

import (
	"dpmap/graph"
	"dpmap/importers/column"
)

// forSubs reports whether the cell's column is of sub-processors or their countries.
func (r *record) forSubs(at graph.Ref) bool {
	i, ok := r.t.byCol[at.Col]
	return ok && (r.t.cols[i].Field == column.FieldSubProcessors || r.t.cols[i].Field == column.FieldSubPlaces)
}
