package importers

import (
	"strings"

	"dpmap/graph/law"
)

// datesWithin finds the days that words give for a thing: the day it began and,
// after a word such as "expires" or "until", the day it ends.
func datesWithin(text string) (began, ends law.Date, doubts []doubt) {
	for range 4 {
		text = strings.TrimSpace(text)
		found, rest, d := findDate(text)
		if d != nil {
			return began, ends, append(doubts, *d)
		}
		if found.from.IsZero() {
			return began, ends, doubts
		}
		at := commonPrefix(text, rest)
		switch {
		case ends.IsZero() && endWord.MatchString(text[:at]):
			ends = found.to
		case began.IsZero():
			began = found.from
		}
		// What stands before a date cannot be about the next one.
		text = text[at:]
		if _, rest, _ = findDate(text); len(rest) >= len(text) {
			return began, ends, doubts
		}
		text = rest
	}
	return began, ends, doubts
}

// commonPrefix is how many bytes two texts begin with alike.
func commonPrefix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}
