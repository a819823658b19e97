package cell

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dpmap/importers/words"
)

// speech is a text cut into words and clauses, in which some words are things
// that the others speak of.
type speech struct {
	text    string
	words   []spoken
	clauses []clause
	prose   bool
	things  int
	owner   []int // for each byte the number of its thing from 1
	home    []int // the clause of each thing
}

// spoken is one word, or one thing.
type spoken struct {
	stretch
	text   string // folded
	thing  int    // its number from 1, 0 for a plain word
	clause int
}

// clause is a part of a text that speaks for itself. What speaks of nothing in
// it speaks of what stands before.
type clause struct {
	stretch
	hard        bool // parted by more than a comma, dash or bracket from what stands before
	first, next int  // its words: words[first:next]
	things      []int
}

// hear cuts a text at marks, at words such as "but", and at an "and" behind which
// something new is told.
func hear(text string, things []stretch) *speech {
	s := &speech{text: text, things: len(things), clauses: []clause{{hard: true}}, owner: make([]int, len(text)), home: make([]int, len(things))}
	for n, t := range things {
		for i := t.From; i < t.To; i++ {
			s.owner[i] = n + 1
		}
	}
	s.cut(things)
	s.part()
	s.close()
	return s
}

// cut finds the words, and the clauses that punctuation makes.
func (s *speech) cut(things []stretch) {
	for i := 0; i < len(s.text); {
		if n := s.owner[i]; n > 0 {
			s.add(spoken{stretch: things[n-1], thing: n})
			i = max(things[n-1].To, i+1)
			continue
		}
		r, size := utf8.DecodeRuneInString(s.text[i:])
		if words.IsWordRune(r) {
			end := i
			for end < len(s.text) && s.owner[end] == 0 {
				r, n := utf8.DecodeRuneInString(s.text[end:])
				if !words.IsWordRune(r) && !isApostrophe(r) {
					break
				}
				end += n
			}
			s.add(spoken{stretch: stretch{i, end}, text: words.Fold(s.text[i:end])})
			i = end
			continue
		}
		s.mark(r, i, size)
		i += size
	}
}

// mark takes what is no letter: a word of its own, or the end of a clause.
func (s *speech) mark(r rune, i, size int) {
	before, behind := s.around(i, size)
	switch {
	case r == '&':
		s.add(spoken{stretch: stretch{i, i + size}, text: "and"})
	case strings.ContainsRune("✓✔☑", r):
		s.add(spoken{stretch: stretch{i, i + size}, text: "✓"})
	case strings.ContainsRune("✗✘☒", r):
		s.add(spoken{stretch: stretch{i, i + size}, text: "✗"})
	case r == '%', r == '?' && !words.IsWordRune(behind), r == '/' && !(unicode.IsDigit(before) && unicode.IsDigit(behind)):
		s.add(spoken{stretch: stretch{i, i + size}, text: string(r)})
	case r == '\n', r == ';', r == '|', r == '.' && !words.IsWordRune(behind), strings.ContainsRune("•▪◦‣●○►▶➢➤", r):
		s.next(i, true)
	case strings.ContainsRune("–—-", r) && s.isRange(i, size): // "1/9/23 - 31/8/25" is one period
	case r == ',', r == '(', r == ')', r == '[', r == ']', r == '+', r == '–', r == '—', r == '-' && (before == ' ' || behind == ' '):
		s.next(i, false)
	}
}

// isRange reports whether a dash stands between two numbers.
func (s *speech) isRange(i, size int) bool {
	before, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s.text[:i], " "))
	behind, _ := utf8.DecodeRuneInString(strings.TrimLeft(s.text[i+size:], " "))
	return unicode.IsDigit(before) && unicode.IsDigit(behind)
}

func (s *speech) around(i, size int) (before, behind rune) {
	before, _ = utf8.DecodeLastRuneInString(s.text[:i])
	behind, _ = utf8.DecodeRuneInString(s.text[i+size:])
	return before, behind
}

func (s *speech) add(w spoken) {
	w.clause = len(s.clauses) - 1
	s.words = append(s.words, w)
}

// next begins a clause, unless the last one is still empty.
func (s *speech) next(at int, hard bool) {
	n := len(s.clauses) - 1
	if len(s.words) == 0 || s.words[len(s.words)-1].clause < n {
		s.clauses[n].hard = s.clauses[n].hard || hard
		return
	}
	s.clauses[n].To = at
	s.clauses = append(s.clauses, clause{stretch: stretch{From: at}, hard: hard})
}

// part cuts clauses further at words.
func (s *speech) part() {
	starts := map[int]bool{}
	told, last := s.reportsAt()
	for _, m := range s.marks() {
		switch m.class {
		case "but", "endedby":
			starts[m.to] = true
		case "and":
			// "IDTA signed 2024 and Addendum pending" tells two things
			if c := s.words[m.from].clause; told[c] >= 0 && told[c] < m.from && last[c] >= m.to {
				starts[m.to] = true
			}
		}
		if m.phrase == "replaces" || m.phrase == "replacing" || m.phrase == "instead of" || m.phrase == "rather than" || m.phrase == "in place of" {
			starts[m.from] = true
		}
	}
	var clauses []clause
	before := -1
	for i := range s.words {
		w := &s.words[i]
		isNew := w.clause != before
		if isNew || starts[i] {
			c := clause{stretch: stretch{From: w.From}, hard: isNew && s.clauses[w.clause].hard}
			clauses = append(clauses, c)
		}
		before = w.clause
		w.clause = len(clauses) - 1
	}
	s.clauses = clauses
}

// reportsAt finds in each clause, by number, its first thing that is told of
// ("signed", a number) and its last thing, as indexes of words, -1 for none.
func (s *speech) reportsAt() (told, last []int) {
	told, last = slices.Repeat([]int{-1}, len(s.clauses)), slices.Repeat([]int{-1}, len(s.clauses))
	named := make([]bool, len(s.clauses))
	affirmed := make([]bool, len(s.clauses))
	for i, w := range s.words {
		c := w.clause
		if w.thing > 0 {
			last[c], named[c] = i, true
		}
		affirmed[c] = affirmed[c] || polarity().Meaning[w.text] == "affirm" || IsNumber(w.text)
		if told[c] < 0 && named[c] && affirmed[c] {
			told[c] = i
		}
	}
	return told, last
}

// close gives every clause its end, its words and its things.
func (s *speech) close() {
	for i := range s.clauses {
		s.clauses[i].To = len(s.text)
		if i+1 < len(s.clauses) {
			s.clauses[i].To = s.clauses[i+1].From
		}
	}
	for i, w := range s.words {
		c := &s.clauses[w.clause]
		if c.next == 0 {
			c.first = i
		}
		c.next = i + 1
		if w.thing > 0 {
			c.things = append(c.things, w.thing-1)
			s.home[w.thing-1] = w.clause
		}
	}
}

// inside is the words of a clause.
func (s *speech) inside(c int) []spoken { return s.words[s.clauses[c].first:s.clauses[c].next] }

func thingAt(things []stretch, at int) int {
	for n, t := range things {
		if t.From <= at && at < t.To {
			return n + 1
		}
	}
	return 0
}

func isApostrophe(r rune) bool { return r == '\'' || r == '\u2019' || r == '\u2018' }

// placed is a phrase found in a text, and where.
type placed struct {
	stretch
	id string
}

// within lists the phrases of a list that a text has, with their places in it.
func within(l words.Lexicon, text string) []placed {
	var folded []string
	var at []stretch
	for _, w := range hear(text, nil).words {
		folded, at = append(folded, w.text), append(at, w.stretch)
	}
	var out []placed
	for _, h := range l.Find(folded) {
		out = append(out, placed{stretch{at[h.From].From, at[h.To-1].To}, h.ID})
	}
	return out
}
