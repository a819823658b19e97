package importers

import (
	"dpmap/graph"
	"dpmap/importers/cell"
	"dpmap/importers/words"
)

// alsoEvidence reads a further column about a document: of two answers the worse
// counts, a blank one is none.
func alsoEvidence(field graph.Field, of func(*graph.Flow) *graph.Evidence, parse func(string) (graph.Evidence, []cell.Doubt)) func(*record, *graph.Flow, value, graph.Ref) {
	return func(r *record, f *graph.Flow, v value, at graph.Ref) {
		first := of(f)
		other, _ := parse(v.text)
		if !v.date.IsZero() {
			other = graph.Evidence{State: graph.Yes, Date: v.date}
		}
		other.Text = saidUnder(at, v)
		blank := first.State == 0 && first.Text == ""
		switch {
		case other.State == 0 || !blank && other.State != graph.No:
			return
		case !blank && first.State != graph.Yes:
			return
		case !blank:
			r.t.problems.warn(at, words.Quote(other.Text)+" goes against "+words.Quote(first.Text)+", so none is taken to be there", "mend the one that is wrong")
		}
		*first = other
		r.readAt(field, at)
	}
}

// alsoConsent reads a further column about consent likewise.
func alsoConsent(r *record, f *graph.Flow, v value, at graph.Ref) {
	other, _ := cell.ParseConsent(v.text)
	other.Text = saidUnder(at, v)
	switch {
	case f.Consent.State == 0 && f.Consent.Text == "":
	case other.State == graph.No && f.Consent.State == graph.Yes:
		r.t.problems.warn(at, words.Quote(other.Text)+" goes against "+words.Quote(f.Consent.Text)+", so no consent is taken to be given", "mend the one that is wrong")
	default:
		return
	}
	f.Consent = other
	r.readAt(graph.FieldConsent, at)
}
