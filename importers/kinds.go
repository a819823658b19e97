package importers

import (
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
)

// date reads a cell that is a date.
func (r *record) date(v value, at graph.Ref) span {
	if !v.date.IsZero() {
		return span{from: v.date, to: v.date}
	}
	found, doubts := r.t.dates.read(v.text, func(s string) (span, []doubt) {
		found, d := parseDate(s)
		if d == nil {
			return found, nil
		}
		return found, []doubt{*d}
	})
	r.t.problems.doubts(at, doubts)
	return found
}

// parseKind reads what sort of body a register says a party is.
func parseKind(text string) (law.Kind, bool) {
	if isUnknown(text) || isNotApplicable(text) {
		return "", true
	}
	for _, k := range law.Kinds() {
		if fold(string(k)) == fold(text) {
			return k, true
		}
	}
	for _, form := range []string{text, withoutBrackets(text)} {
		if id, ok := words("kind").whole(form); ok {
			return law.Kind(id), true
		}
	}
	return "", false
}

func kindList() string {
	var names []string
	for _, k := range law.Kinds() {
		names = append(names, string(k))
	}
	return strings.Join(names, ", ")
}
