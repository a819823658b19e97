package importers

import "dpmap/graph"

// acceptedRows reads findings that somebody answerable has accepted.
func acceptedRows(t *tableReader) func(*record) outcome {
	return func(r *record) outcome {
		finding, at, ok := r.cell(fieldFinding)
		if !ok || isUnknown(finding.text) || r.isExample() {
			if n, _ := r.line.ownCells(); n > 1 && !r.isExample() {
				t.problems.warn(at, "the row accepts no finding", "copy the finding's id from the report")
			}
			return other
		}
		a := graph.Acceptance{Finding: finding.text, At: r.at(), Reason: r.text(fieldReason), By: r.text(fieldBy)}
		if v, where, ok := r.cell(fieldUntil); ok {
			a.Until = r.date(v, where).to
		}
		t.accepted = append(t.accepted, a)
		return other
	}
}
