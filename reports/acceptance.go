package reports

import "dpmap/graph/rules"

// IsOpen reports whether a finding still needs somebody: it is not accepted,
// or the day until which it was accepted is past.
func (r *Report) IsOpen(f *rules.Finding) bool {
	return f.Accepted == nil || f.Accepted.Until.Before(r.Result.Book.AsAt())
}

// AcceptedText says who accepted a finding, why and until when, "" when nobody
// did.
func (r *Report) AcceptedText(f *rules.Finding) string {
	a := f.Accepted
	if a == nil {
		return ""
	}
	text, past := "accepted", ""
	if r.IsOpen(f) {
		text, past = "was accepted", ", which is past"
	}
	if a.By != "" {
		text += " by " + a.By
	}
	if !a.Until.IsZero() {
		text += " until " + a.Until.Long() + past
	}
	if a.Reason != "" {
		text += ": " + a.Reason
	}
	return text
}
