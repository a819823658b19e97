package importers

import (
	"dpmap/graph"
	"dpmap/importers/cell"
	"dpmap/importers/words"
)

// alsoAgreement reads a further column about the agreement: of two answers the
// worse counts, a blank one is none. A data processing agreement and a data
// sharing agreement are two things, of which the recipient's role needs one.
func alsoAgreement(r *record, f *graph.Flow, v value, at graph.Ref) {
	if cell.IsBlankMark(v.text) {
		return
	}
	other := cell.AgreementAnswer(v.text)
	if !v.date.IsZero() {
		other = graph.Agreement{State: graph.Yes, Signed: v.date}
	}
	said := saidUnder(at, v)
	other.Text = said
	if other.Kind == 0 {
		other.Kind = cell.AgreementIn(at.Heading)
	}
	if other.State == 0 && !cell.IsUnknown(v.text) {
		r.t.problems.warn(at, words.Quote(said)+" does not say whether an agreement is in place", "write yes or no")
		return
	}
	first := f.Agreement
	kind := first.Kind
	if kind == 0 {
		kind = cell.AgreementIn(r.heading(graph.FieldAgreement))
	}
	switch {
	case first.State == 0 && first.Text == "" && first.Signed.IsZero(), f.Role != 0 && serves(other.Kind, f.Role) && !serves(kind, f.Role):
	case f.Role != 0 && !serves(other.Kind, f.Role), f.Role == 0 && apartKinds(kind, other.Kind) && first.State == graph.Yes, badness(other) <= badness(first):
		if other.State == graph.Yes && first.State == graph.Yes && first.Signed.IsZero() && !apartKinds(kind, other.Kind) {
			f.Agreement.Signed = other.Signed
		}
		return
	case first.State == graph.Yes:
		r.t.problems.warn(at, words.Quote(said)+" goes against "+words.Quote(first.Text)+", so no agreement is taken to be in place", "mend the one that is wrong")
	}
	if other.Ends.IsZero() {
		other.Ends = first.Ends
	}
	if other.State == graph.Yes && other.Signed.IsZero() && !apartKinds(kind, other.Kind) {
		other.Signed = first.Signed
	}
	if other.State != graph.Yes {
		other.Kind = 0
	}
	f.Agreement = other
	r.readAt(graph.FieldAgreement, at)
}

// badness orders answers about an agreement: none is worse than one that nobody
// knows of, and that is worse than one.
func badness(a graph.Agreement) int {
	switch a.State {
	case graph.No:
		return 3
	case graph.Yes:
		return 1
	case graph.NotApplicable:
		return 0
	}
	return 2
}

// serves reports whether an agreement of a kind is what the role needs: a sharing
// agreement is not a processor's, nor is a data processing agreement that of a
// controller. A plain contract serves both.
func serves(kind graph.AgreementKind, role graph.Role) bool {
	switch kind {
	case graph.SharingAgreement, graph.JointArrangement:
		return !role.IsProcessor()
	case graph.ProcessingAgreement:
		return role.IsProcessor()
	}
	return true
}

// apartKinds reports whether two agreements are of kinds that do not stand in for
// each other.
func apartKinds(a, b graph.AgreementKind) bool {
	sharing := func(k graph.AgreementKind) bool { return k == graph.SharingAgreement || k == graph.JointArrangement }
	return sharing(a) != sharing(b) && a != 0 && b != 0
}

// alsoEnds reads a further column of when the agreement ends: the earlier day
// counts.
func alsoEnds(r *record, f *graph.Flow, v value, at graph.Ref) {
	day := r.date(v, at).To
	if day.IsZero() || !f.Agreement.Ends.IsZero() && !day.Before(f.Agreement.Ends) {
		return
	}
	f.Agreement.Ends = day
	r.readAt(graph.FieldAgreementEnds, at)
}
