package importers

import "strings"

// dates are the days that a speech gives for each of its things: those in its own
// clause, then those in clauses behind it that name nothing.
func (s *speech) dates() ([]span, []doubt) {
	out := make([]span, s.things)
	var doubts []doubt
	var last []int
	for c := range s.clauses {
		own := s.thingsOf(c)
		if len(own) > 0 {
			last = own
			for k := c - 1; k >= 0 && s.isBare(k) && !s.clauses[k+1].hard; k-- {
				last = append(s.thingsOf(k), last...)
			}
		}
		began, ends, more := datesWithin(s.bare(c))
		doubts = append(doubts, more...)
		for _, i := range last {
			if out[i].from.IsZero() {
				out[i].from = began
			}
			if out[i].to.IsZero() {
				out[i].to = ends
			}
		}
	}
	return out, doubts
}

// bare is a clause without the things in it: the year in an instrument's name is
// not the day on which it was signed.
func (s *speech) bare(c int) string {
	text := []byte(s.text[s.clauses[c].from:s.clauses[c].to])
	for _, w := range s.inside(c) {
		if w.thing > 0 {
			copy(text[w.from-s.clauses[c].from:], strings.Repeat(" ", min(w.to, s.clauses[c].to)-w.from))
		}
	}
	return strings.Trim(string(text), " -–—,.;:()[]+|\n")
}

// remarkText is the sentence that a thing stands in, as an output quotes it.
func (s *speech) remarkText(thing stretch) string {
	from, to := 0, len(s.text)
	for _, c := range s.clauses {
		switch {
		case c.hard && c.from <= thing.from:
			from = c.from
		case c.hard && c.from >= thing.to:
			to = min(to, c.from)
		}
	}
	return trimItem(strings.Trim(s.text[from:to], " ;|\n."))
}
