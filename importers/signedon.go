package importers

import (
	"dpmap/graph"
	"dpmap/graph/law"
)

// saysSigned finds headings whose day says that something is agreed. A start date, or
// that of a licence, may date an agreement that another column names, and is none.
var saysSigned = re(`\b(dpas?|dsas?|isas?|mous?|slas?|agree(d|s|ment|ments)?|contracts?|contractual|sign(ed|s|ing|ature|atures)?|countersigned|execut(ed|ion)|terms|t ?and ?cs|ts and cs|entered into|accepted)\b`)

// unsignedYet hears what stands in place of the day on which an agreement was
// signed: "not signed" and "pending" say that there is none, "TBC" that it is not
// certain, whatever the column before says.
func (r *record) unsignedYet(f *graph.Flow, v value, at graph.Ref) bool {
	const fix = "write the day on which it was signed, or None for the agreement"
	if !v.date.IsZero() {
		return false
	}
	if isNotApplicable(v.text) && f.Agreement.State == 0 {
		f.Agreement.State = graph.NotApplicable
		return true
	}
	heard := remarkOn(v.text)
	if hasDigit(v.text) {
		switch {
		case heard.remark == doubted && !heard.affirmed: // "sent 3/10/2023"
			f.Agreement.State = 0
			r.t.problems.doubts(at, []doubt{{message: "agreement date " + quote(v.text) + " leaves open whether anything is signed (" + quote(heard.word) + "), so no agreement is counted", fix: fix}})
		case (heard.remark == wanted || heard.remark == called || heard.remark == denied) && !heard.affirmed: // "requested 3/10/2023"
			f.Agreement.State = graph.No
			r.t.problems.doubts(at, []doubt{{message: "agreement date " + quote(v.text) + " is no day on which anything was signed (" + quote(heard.word) + "), so no agreement is counted", fix: fix}})
		default:
			return false
		}
		return true
	}
	switch {
	case heard.remark.absent() || stateWord(v.text) == graph.No:
		f.Agreement.State = graph.No
		r.t.problems.doubts(at, []doubt{{message: "agreement date " + quote(v.text) + " says that nothing is signed, so no agreement is counted", fix: fix}})
		return true
	case words("hedge").has(v.text):
		f.Agreement.State = 0
		r.t.problems.doubts(at, []doubt{{message: "agreement date " + quote(v.text) + " leaves open whether anything is signed, so no agreement is counted", fix: fix}})
		return true
	}
	return false
}

// lastDay is the day on which an agreement ends: of two days the later, where words
// or a dash make them a period or an extension, "1/9/24 - 31/8/27".
func (r *record) lastDay(v value, at graph.Ref) law.Date {
	if began, ends, doubts := datesWithin(v.text); v.date.IsZero() && doubts == nil && began.Before(ends) {
		return ends
	}
	return r.date(v, at).to
}

// safeguardDate dates the safeguards that have no date of their own, and hears
// what stands in place of a day: "not signed", "expired", "tbc".
func (r *record) safeguardDate(f *graph.Flow, v value, at graph.Ref) {
	if v.date.IsZero() && !hasDigit(v.text) {
		r.unsignedSafeguards(f, v, at)
		return
	}
	d := r.date(v, at)
	over := v.date.IsZero() && remarkOn(v.text).remark == ended
	for i := range f.Safeguards {
		s := &f.Safeguards[i]
		if !s.Date.IsZero() || s.ID == graph.SafeguardNone || s.ID == graph.SafeguardDoubtful {
			continue
		}
		if over {
			s.ID = graph.SafeguardEnded
			continue
		}
		s.Date = d.from
		if s.ID == "eu-scc-2021" && s.Date.Before(newClauses) {
			s.ID = "old-scc"
		}
		if isTooEarly(*s) {
			s.ID = graph.SafeguardDoubtful
			r.t.problems.doubts(at, []doubt{{message: "safeguard date " + quote(v.text) + " is before 21 March 2022, when the IDTA and the UK Addendum came into force, so it is not counted", fix: "look at the signed document and write what it is and its day"}})
		}
	}
}

// unsignedSafeguards takes what stands in place of a safeguard's day for all that
// the row names.
func (r *record) unsignedSafeguards(f *graph.Flow, v value, at graph.Ref) {
	heard := remarkOn(v.text)
	to := ""
	switch {
	case heard.remark == ended:
		to = graph.SafeguardEnded
	case heard.remark.absent() || stateWord(v.text) == graph.No:
		to = graph.SafeguardNone
	case words("hedge").has(v.text):
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
	r.t.problems.doubts(at, []doubt{{message: "safeguard date " + quote(v.text) + " leaves no safeguard in place that is certain", fix: "write the day on which it was signed, or None for the safeguard"}})
}

func hasDigit(text string) bool {
	for i := range len(text) {
		if text[i] >= '0' && text[i] <= '9' {
			return true
		}
	}
	return false
}
