package importers

import (
	"strings"

	"dpmap/graph"
)

// parseEvidence reads a cell about a document: yes, no, a link, a date, its
// name. "Required", "in progress", "draft" are no document.
func parseEvidence(text string) (graph.Evidence, []doubt) {
	e := graph.Evidence{Text: text}
	if isUnknown(text) {
		return e, nil
	}
	state, rest := parseState(text)
	e.State = state
	if rest == "" {
		return e, nil
	}
	found, left, d := findDate(rest)
	if d != nil {
		return e, []doubt{*d}
	}
	e.Date = found.from
	if e.State != 0 {
		return e, nil
	}
	if e.State = evidenceState(rest, true); strings.TrimSpace(left) == "" && !e.Date.IsZero() {
		e.State = graph.Yes
	}
	return e, nil
}
