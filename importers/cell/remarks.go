package cell

import (
	"strconv"
)

// ofAll is what a speech says where all of it is about one thing. A bare "no"
// behind "signed" denies something else ("DPA signed, no sub-processors"), and a
// bare "not" there leaves doubt.
func (s *speech) ofAll() Said {
	var out Said
	for _, m := range s.marks() {
		if m.class == "affirm" {
			out.Affirmed = true
			continue
		}
		r, _, _ := remarkOf(m.class)
		switch {
		case m.class == "no" && out.Affirmed:
			continue
		case m.class == "not" && out.Affirmed:
			r = Doubted
		case m.class == "once":
			if m.from > 0 {
				continue // "the notice was put on the website"
			}
			r = Doubted
		case m.class == "doubt" && (m.phrase == "if" || m.phrase == "unless"):
			continue // a condition upon the one thing that there is
		}
		out.hear(r, m.phrase)
	}
	if s.isPartial() {
		out.hear(Doubted, "%")
	}
	return out
}

// hear keeps the weightiest remark.
func (o *Said) hear(r Remark, phrase string) {
	if r > o.Remark {
		o.Remark, o.Word = r, phrase
	}
}

// isPartial reports whether a share less than the whole is told: "80%", "3 of 5",
// "covers MIS only".
func (s *speech) isPartial() bool {
	for i, w := range s.words {
		if w.text == "only" && s.isScopeBefore(i) {
			return true
		}
		if w.text == "%" && i > 0 && IsNumber(s.words[i-1].text) && s.words[i-1].text != "100" {
			return true
		}
		if w.text == "of" && i > 0 && i+1 < len(s.words) && isShare(s.words[i-1].text, s.words[i+1].text) {
			return true
		}
	}
	return false
}

// isScopeBefore reports whether "only" closes a scope that its clause begins to tell
// just before: "covers staff only", "for the US only".
func (s *speech) isScopeBefore(only int) bool {
	for i := only - 1; i >= max(0, only-4) && s.words[i].clause == s.words[only].clause && s.words[i].thing == 0; i-- {
		switch s.words[i].text {
		case "cover", "covers", "covering", "for":
			return i < only-1
		}
	}
	return false
}

// isShare reports whether "some of all" is less than the whole: 180 of 200. A year
// is no number of people.
func isShare(some, all string) bool {
	a, err := strconv.Atoi(some)
	b, err2 := strconv.Atoi(all)
	return err == nil && err2 == nil && a < b && b < 1900
}

// ofEach is what a speech says of each thing.
func (s *speech) ofEach() []Said {
	out := make([]Said, s.things)
	marks := s.marks()
	for _, m := range marks {
		if m.class == "affirm" && !s.isNegated(m, marks) {
			for _, i := range s.reach(m, false, false, marks) {
				out[i].Affirmed = true
			}
		}
	}
	for _, m := range marks {
		r, forward, both := remarkOf(m.class)
		if r == Unopposed {
			continue
		}
		own := s.inClause(m.from)
		for _, i := range s.reach(m, forward, both, marks) {
			r := r
			if len(own) == 0 && out[i].Affirmed {
				switch m.class {
				case "no":
					continue
				case "not":
					r = Doubted
				}
			} else if len(own) == 0 && m.class == "no" {
				r = Doubted // "IDTA, no stamp"
			}
			out[i].hear(r, m.phrase)
		}
	}
	s.alternatives(marks, out)
	if s.isPartial() {
		for i := range out {
			out[i].hear(Doubted, "%")
		}
	}
	return out
}

// isNegated reports whether a bare "not" or "no" stands before a mark in its
// clause: "has not been signed".
func (s *speech) isNegated(of mark, marks []mark) bool {
	for _, m := range marks {
		if m.from >= of.from {
			return false
		}
		if s.words[m.from].clause == s.words[of.from].clause && (m.class == "no" || m.class == "not") {
			return true
		}
	}
	return false
}

// inClause lists the things of the clause of a word, by their numbers from 0.
func (s *speech) inClause(word int) []int { return s.thingsOf(s.words[word].clause) }

func (s *speech) thingsOf(clause int) []int { return s.clauses[clause].things }

// reach lists the things that a mark speaks of: those on its side within its
// clause, else those on the other, else those of the clause before.
func (s *speech) reach(m mark, forward, both bool, marks []mark) []int {
	here := s.words[m.from].clause
	var before, after []int
	for i, w := range s.inside(here) {
		switch {
		case w.thing == 0:
		case s.clauses[here].first+i < m.from:
			before = append(before, w.thing-1)
		default:
			after = append(after, w.thing-1)
		}
	}
	switch {
	case len(before)+len(after) == 0:
		return s.above(here, m)
	case both:
		return append(before, after...)
	case m.class == "unneeded":
		return before
	case forward && len(after) > 0, len(before) == 0:
		return after
	}
	return before
}

// above lists the things that a clause without any of its own speaks of: the
// clause before, and those before it that only name things. Where none stands
// before, it speaks of the next.
func (s *speech) above(clause int, m mark) []int {
	if s.clauses[clause].hard && (s.prose || s.isChatter(clause)) {
		return nil
	}
	var out []int
	for c := clause - 1; c >= 0; c-- {
		found := s.thingsOf(c)
		out = append(out, found...)
		switch {
		case s.prose && s.clauses[c].hard && len(found) == 0:
			return out
		case len(out) > 0 && (len(found) == 0 || !s.isBare(c)):
			return out
		}
	}
	if len(out) == 0 && m.class != "unneeded" {
		for c := clause + 1; c < len(s.clauses) && len(out) == 0; c++ {
			out = s.thingsOf(c)
		}
	}
	return out
}

// isBare reports whether a clause names things and says nothing of them.
func (s *speech) isBare(clause int) bool {
	for _, w := range s.inside(clause) {
		if w.thing == 0 && w.text != "and" {
			return false
		}
	}
	return true
}

// isChatter reports whether a sentence says much more than a remark would.
func (s *speech) isChatter(clause int) bool {
	return len(s.inside(clause)) > 6
}

// alternatives leaves in doubt what is only one of several: "SCCs or IDTA".
func (s *speech) alternatives(marks []mark, out []Said) {
	for _, m := range marks {
		if m.class != "or" {
			continue
		}
		before, after := s.beside(m)
		if before < 0 || after < 0 || s.isNegated(m, marks) {
			continue
		}
		out[before].hear(Doubted, m.phrase)
		out[after].hear(Doubted, m.phrase)
		c := s.words[m.from].clause
		if len(s.thingsOf(c)) == 2 && s.words[m.from-1].thing > 0 {
			for c--; c >= 0 && s.isBare(c) && !s.clauses[c+1].hard; c-- {
				for _, i := range s.thingsOf(c) {
					out[i].hear(Doubted, m.phrase)
				}
			}
		}
	}
}

// beside are the things next to a mark in its clause, -1 for none.
func (s *speech) beside(m mark) (before, after int) {
	before, after = -1, -1
	here := s.words[m.from].clause
	for i, w := range s.inside(here) {
		if w.thing == 0 {
			continue
		}
		if s.clauses[here].first+i < m.from {
			before = w.thing - 1
		} else if after < 0 {
			after = w.thing - 1
		}
	}
	return before, after
}
