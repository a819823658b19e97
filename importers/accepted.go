package importers

import (
	"dpmap/graph"
	"dpmap/importers/cell"
	"dpmap/importers/column"
)

// acceptedRows reads findings that somebody answerable has accepted.
func acceptedRows(t *tableReader) func(*record) outcome {
	return func(r *record) outcome {
		finding, at, ok := r.cell(column.FieldFinding)
		if !ok || cell.IsUnknown(finding.text) || r.isExample() {
			if n, _ := r.line.ownCells(); n > 1 && !r.isExample() {
				t.problems.warn(at, "the row accepts no finding", "copy the finding's id from the report")
			}
			return other
		}
		a := graph.Acceptance{Finding: finding.text, At: r.at(), Reason: r.text(column.FieldReason), By: r.text(column.FieldBy)}
		if v, where, ok := r.cell(column.FieldUntil); ok {
			a.Until = r.date(v, where).To
		}
		t.accepted = append(t.accepted, a)
		return other
	}
}
