package governors

import (
	"strconv"
	"strings"

	"dpmap/reports"
	"dpmap/reports/wording"
)

// How long a name may be, and a list in each place of the page, in characters:
// what keeps the page to one side.
const (
	longName    = 44
	longTitle   = 90
	longRow     = 80 // where it has a row of its own
	longCountry = 24

	concernsRoom  = 74
	namesRoom     = 48
	whereRoom     = 38
	safeRoom      = 22
	sensitiveRoom = 62
	privateRoom   = 110
)

// clip puts a text on one line of at most n characters.
func clip(s string, n int) string {
	s = reports.Clean(s)
	runes := []rune(s)
	if len(runes) <= n {
		return s
	}
	return strings.TrimRight(string(runes[:n-1]), " ,;(") + "…"
}

// some names as many of a list as fit in a room of characters, at least one,
// and counts the rest.
func some(words []string, room int) string {
	for n := len(words); n > 1; n-- {
		text := first(words, n)
		if len([]rune(text)) <= room {
			return text
		}
	}
	if len(words) == 0 {
		return ""
	}
	end := first(words, 1)[len(words[0]):] // " and 9 more"
	return clip(words[0], max(room-len(end), 12)) + end
}

// first names the first n of a list and counts the rest.
func first(words []string, n int) string {
	if len(words) > n {
		words = append(words[:n:n], strconv.Itoa(len(words)-n)+" more")
	}
	return wording.Joined(words)
}

// tally counts texts and keeps the order in which they came.
type tally struct {
	words []string
	times map[string]int
}

func (t *tally) add(word string) {
	if t.times == nil {
		t.times = map[string]int{}
	}
	if t.times[word]++; t.times[word] == 1 {
		t.words = append(t.words, word)
	}
}

// one counts a fact: 1 where it holds.
func one(is bool) int {
	if is {
		return 1
	}
	return 0
}
