package rules

import (
	"strings"

	"dpmap/graph"
)

// done reports whether a document is recorded as made and good: one that is dated
// in the future is still to be, and one whose end is past is over.
func (p *Pass) done(e graph.Evidence) bool {
	return e.State == graph.Yes && !p.toCome(e) && !p.over(e.Ends)
}

// toCome reports whether a document's date lies ahead. A date beside words of
// its next review or its end is not the day on which it was made.
func (p *Pass) toCome(e graph.Evidence) bool {
	return e.Date.After(p.Book.AsAt()) && !hasWord(e.Text, []string{"review", "reviewed", "until", "expires", "expiry", "valid", "renew", "renewal"})
}

// evidenced tells how a document stands: recorded as absent, as not applicable,
// as still to come, or not at all.
func (p *Pass) evidenced(e graph.Evidence) string {
	switch {
	case e.State == graph.No && strings.Contains(strings.TrimSpace(e.Text), " "):
		return "recorded as absent or unmet: " + quote(e.Text)
	case e.State == graph.No:
		return "recorded as absent"
	case e.State == graph.NotApplicable:
		return "recorded as not applicable"
	case p.over(e.Ends):
		return "recorded as good only until " + e.Ends.Long() + ", which is past"
	case p.toCome(e):
		return "dated " + e.Date.Long() + ", which is still to come"
	case recorded(e.Text):
		return "recorded only as " + quote(e.Text)
	}
	return "not recorded"
}
