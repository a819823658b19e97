package importers

import (
	"dpmap/graph"
	"dpmap/importers/cell"
)

// scopeOf takes what a row of flows records of the laws that its recipient is
// under, where it names one recipient.
func (r *record) scopeOf(text string, at graph.Ref) {
	found, doubts := r.t.scopes.read(text, cell.ScopeEvidence)
	if at.Heading != r.heading(graph.FieldSafeguard) {
		r.t.problems.doubts(at, doubts) // the safeguard's own reader has told it there
	}
	r.subject = addEvidence(r.subject, found)
}
