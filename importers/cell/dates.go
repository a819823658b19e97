package cell

import (
	"strings"

	"dpmap/graph/law"
	"dpmap/importers/words"
)

// DatesWithin finds the days that words give for a thing: the day it began and,
// after a word such as "expires" or "until", the day it ends.
func DatesWithin(text string) (began, ends law.Date, doubts []Doubt) {
	for range 4 {
		text = strings.TrimSpace(text)
		found, rest, d := firstDate(text)
		if d != nil {
			return began, ends, append(doubts, *d)
		}
		if found.From.IsZero() {
			return began, ends, doubts
		}
		at := commonPrefix(text, rest)
		before := text[:at]
		switch {
		case ends.IsZero() && (endWord.MatchString(before) || !began.IsZero() && isDash(before)):
			ends = found.To
		case began.IsZero() && ends.IsZero() && found.To.Year > found.From.Year && !beganWord.MatchString(before):
			began, ends = found.From, found.To // "Contract 2023-2026"
		case began.IsZero():
			began = found.From
		}
		// What stands before a date cannot be about the next one.
		text = text[at:]
		if _, rest, _ = firstDate(text); len(rest) >= len(text) {
			return began, ends, doubts
		}
		text = rest
	}
	return began, ends, doubts
}

// firstDate is findDate for the date that stands first, whichever way it is
// written: in "signed May 2024, expires 31/5/2026" the month comes before the day.
func firstDate(text string) (Span, string, *Doubt) {
	found, rest, d := findDate(text)
	for range 4 {
		at := commonPrefix(text, rest)
		if d != nil || found.From.IsZero() || at == 0 {
			break
		}
		earlier, left, bad := findDate(text[:at])
		if bad != nil || earlier.From.IsZero() {
			break
		}
		found, rest = earlier, left+" "+text[at:]
	}
	return found, rest, d
}

// beganWord stands before a period within which a thing began.
var beganWord = words.Regexp(`\b(signed|agreed|since|from|dated|renewed|approved|reviewed|done|completed|started?|starts|began|during|in)\s*$`)

// isDash reports whether only a dash stands between two days: "1/9/23 - 31/8/24".
func isDash(text string) bool {
	return strings.Trim(text, " ") != "" && strings.Trim(text, " -–—") == ""
}

// commonPrefix is how many bytes two texts begin with alike.
func commonPrefix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}
