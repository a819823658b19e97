package cell

import (
	"strings"

	"dpmap/importers/words"
)

// dates are the days that a speech gives for each of its things: those in its own
// clause, then those in clauses behind it that name nothing.
func (s *speech) dates() ([]Span, []Doubt) {
	out := make([]Span, s.things)
	var doubts []Doubt
	var last []int
	for c := range s.clauses {
		own := s.thingsOf(c)
		if len(own) > 0 {
			last = own
			for k := c - 1; k >= 0 && s.isBare(k) && !s.clauses[k+1].hard; k-- {
				last = append(s.thingsOf(k), last...)
			}
		}
		began, ends, more := DatesWithin(s.bare(c))
		doubts = append(doubts, more...)
		for _, i := range last {
			if out[i].From.IsZero() {
				out[i].From = began
			}
			if out[i].To.IsZero() {
				out[i].To = ends
			}
		}
	}
	return out, doubts
}

// bare is a clause without the things in it: the year in an instrument's name is
// not the day on which it was signed.
func (s *speech) bare(c int) string {
	text := []byte(s.text[s.clauses[c].From:s.clauses[c].To])
	for _, w := range s.inside(c) {
		if w.thing > 0 {
			copy(text[w.From-s.clauses[c].From:], strings.Repeat(" ", min(w.To, s.clauses[c].To)-w.From))
		}
	}
	return strings.Trim(string(text), " -–—,.;:()[]+|\n")
}

// remarkText is the sentence that a thing stands in, as an output quotes it.
func (s *speech) remarkText(thing stretch) string {
	from, to := 0, len(s.text)
	for _, c := range s.clauses {
		switch {
		case c.hard && c.From <= thing.From:
			from = c.From
		case c.hard && c.From >= thing.To:
			to = min(to, c.From)
		}
	}
	return words.TrimItem(strings.Trim(s.text[from:to], " ;|\n."))
}
