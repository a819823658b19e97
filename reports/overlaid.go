package reports

import (
	"strings"

	"dpmap/graph/law"
	"dpmap/reports/wording"
)

// overlaidSentence names what a user laid over the built-in law, "" for
// nothing.
func (r *Report) overlaidSentence() string {
	const most = 6
	var parts []string
	overlaid := r.Result.Book.Overlaid()
	for _, o := range overlaid[:min(most, len(overlaid))] {
		parts = append(parts, o.String())
	}
	if parts == nil {
		return ""
	}
	if rest := len(overlaid) - most; rest > 0 {
		parts = append(parts, wording.Count(rest, "more row", "more rows"))
	}
	return "Judged with changes of the user's own laid over the built-in law: " + strings.Join(parts, "; ") + "."
}

type jsonOverlaid struct {
	Table  string `json:"table"`
	ID     string `json:"id"`
	Regime string `json:"regime"`
	Change string `json:"change"`
	File   string `json:"file"`
	Row    int    `json:"row"`
}

func overlaidJSON(book *law.Book) list[jsonOverlaid] {
	var out list[jsonOverlaid]
	for _, o := range book.Overlaid() {
		out = append(out, jsonOverlaid{o.Table, o.ID, string(o.Regime), o.Change, o.File, o.Row})
	}
	return out
}
