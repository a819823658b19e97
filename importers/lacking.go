package importers

import (
	"dpmap/graph"
	"dpmap/importers/cell"
	"dpmap/importers/words"
)

// lacking reads such a column: its yes wins over whatever else the row says.
func lacking(r *record, f *graph.Flow, v value, at graph.Ref) {
	said := saidUnder(at, v)
	state, _ := cell.ParseState(v.text)
	switch {
	case state == graph.Yes:
		if f.Agreement.State == graph.Yes {
			r.t.problems.warn(at, words.Quote(said)+" goes against "+words.Quote(f.Agreement.Text)+", so no agreement is taken to be in place", "mend the one that is wrong")
		}
		f.Agreement = graph.Agreement{State: graph.No, Text: said}
		r.readAt(graph.FieldAgreement, at)
	case state == graph.No && f.Agreement.State == 0 && f.Agreement.Text == "":
		f.Agreement.State, f.Agreement.Text = graph.Yes, said
		r.readAt(graph.FieldAgreement, at)
	case state == 0 && !cell.IsUnknown(v.text):
		r.t.problems.warn(at, words.Quote(said)+" does not say whether an agreement is in place", "write yes or no")
	}
}
