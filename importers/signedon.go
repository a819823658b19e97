package importers

import (
	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/importers/cell"
	"dpmap/importers/words"
)

// saysSigned finds headings whose day says that something is agreed. A start date, or
// that of a licence, may date an agreement that another column names, and is none.
var saysSigned = words.Regexp(`\b(dpas?|dsas?|isas?|mous?|slas?|agree(d|s|ment|ments)?|contracts?|contractual|sign(ed|s|ing|ature|atures)?|countersigned|execut(ed|ion)|terms|t ?and ?cs|ts and cs|entered into|accepted)\b`)

// unsignedYet hears what stands in place of the day on which an agreement was
// signed: "not signed" and "pending" say that there is none, "TBC" that it is not
// certain, whatever the column before says.
func (r *record) unsignedYet(f *graph.Flow, v value, at graph.Ref) bool {
	const fix = "write the day on which it was signed, or None for the agreement"
	if !v.date.IsZero() {
		return false
	}
	if cell.IsNotApplicable(v.text) && f.Agreement.State == 0 {
		f.Agreement.State = graph.NotApplicable
		return true
	}
	heard := cell.RemarkOn(v.text)
	if hasDigit(v.text) {
		switch {
		case heard.Remark == cell.Doubted && !heard.Affirmed: // "sent 3/10/2023"
			f.Agreement.State = 0
			r.t.problems.doubts(at, []cell.Doubt{{Message: "agreement date " + words.Quote(v.text) + " leaves open whether anything is signed (" + words.Quote(heard.Word) + "), so no agreement is counted", Fix: fix}})
		case (heard.Remark == cell.Wanted || heard.Remark == cell.Called || heard.Remark == cell.Denied) && !heard.Affirmed: // "requested 3/10/2023"
			f.Agreement.State = graph.No
			r.t.problems.doubts(at, []cell.Doubt{{Message: "agreement date " + words.Quote(v.text) + " is no day on which anything was signed (" + words.Quote(heard.Word) + "), so no agreement is counted", Fix: fix}})
		default:
			return false
		}
		return true
	}
	switch {
	case heard.Remark.Absent() || cell.StateWord(v.text) == graph.No:
		f.Agreement.State = graph.No
		r.t.problems.doubts(at, []cell.Doubt{{Message: "agreement date " + words.Quote(v.text) + " says that nothing is signed, so no agreement is counted", Fix: fix}})
		return true
	case words.List("hedge").Has(v.text):
		f.Agreement.State = 0
		r.t.problems.doubts(at, []cell.Doubt{{Message: "agreement date " + words.Quote(v.text) + " leaves open whether anything is signed, so no agreement is counted", Fix: fix}})
		return true
	}
	return false
}

// lastDay is the day on which an agreement ends: of two days the later, where words
// or a dash make them a period or an extension, "1/9/24 - 31/8/27".
func (r *record) lastDay(v value, at graph.Ref) law.Date {
	if began, ends, doubts := cell.DatesWithin(v.text); v.date.IsZero() && doubts == nil && began.Before(ends) {
		return ends
	}
	return r.date(v, at).To
}

// safeguardDate dates the safeguards that have no date of their own, and hears
// what stands in place of a day: "not signed", "expired", "tbc".
func (r *record) safeguardDate(f *graph.Flow, v value, at graph.Ref) {
	if v.date.IsZero() && !hasDigit(v.text) {
		r.unsignedSafeguards(f, v, at)
		return
	}
	d := r.date(v, at)
	over := v.date.IsZero() && cell.RemarkOn(v.text).Remark == cell.Ended
	for i := range f.Safeguards {
		s := &f.Safeguards[i]
		if !s.Date.IsZero() || s.ID == graph.SafeguardNone || s.ID == graph.SafeguardDoubtful {
			continue
		}
		if over {
			s.ID = graph.SafeguardEnded
			continue
		}
		s.Date = d.From
		if s.ID == "eu-scc-2021" && s.Date.Before(cell.NewClauses) {
			s.ID = "old-scc"
		}
		if cell.IsTooEarly(*s) {
			s.ID = graph.SafeguardDoubtful
			r.t.problems.doubts(at, []cell.Doubt{{Message: "safeguard date " + words.Quote(v.text) + " is before 21 March 2022, when the IDTA and the UK Addendum came into force, so it is not counted", Fix: "look at the signed document and write what it is and its day"}})
		}
	}
}

// unsignedSafeguards takes what stands in place of a safeguard's day for all that
// the row names.
func (r *record) unsignedSafeguards(f *graph.Flow, v value, at graph.Ref) {
	heard := cell.RemarkOn(v.text)
	to := ""
	switch {
	case heard.Remark == cell.Ended:
		to = graph.SafeguardEnded
	case heard.Remark.Absent() || cell.StateWord(v.text) == graph.No:
		to = graph.SafeguardNone
	case words.List("hedge").Has(v.text):
		to = graph.SafeguardDoubtful
	default:
		r.date(v, at) // which tells what cannot be read
		return
	}
	for i := range f.Safeguards {
		if s := &f.Safeguards[i]; s.ID != graph.SafeguardNone && s.ID != graph.SafeguardAdequacy {
			s.ID = to
		}
	}
	r.t.problems.doubts(at, []cell.Doubt{{Message: "safeguard date " + words.Quote(v.text) + " leaves no safeguard in place that is certain", Fix: "write the day on which it was signed, or None for the safeguard"}})
}

func hasDigit(text string) bool {
	for i := range len(text) {
		if text[i] >= '0' && text[i] <= '9' {
			return true
		}
	}
	return false
}
