package reports

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// wrap breaks a text of one line into lines of at most so many columns, at
// spaces where there are any. A width of 0 or less does not break.
func wrap(s string, columns int) []string {
	if columns <= 0 || displayWidth(s) <= columns {
		return []string{s}
	}
	var lines []string
	var line strings.Builder
	used := 0
	flush := func() {
		lines = append(lines, line.String())
		line.Reset()
		used = 0
	}
	for word := range strings.FieldsSeq(s) {
		w := displayWidth(word)
		if used > 0 && used+1+w > columns {
			flush()
		}
		for w > columns {
			head := cut(word, columns)
			line.WriteString(head)
			flush()
			word = word[len(head):]
			w = displayWidth(word)
		}
		if used > 0 {
			line.WriteByte(' ')
			used++
		}
		line.WriteString(word)
		used += w
	}
	if used > 0 {
		flush()
	}
	return lines
}

// cut is the longest beginning of a word that fits the columns, one character
// at least.
func cut(word string, columns int) string {
	used := 0
	for i, c := range word {
		used += runeWidth(c)
		if used > columns && i > 0 {
			return word[:i]
		}
	}
	return word
}

// displayWidth counts the columns of a terminal that a text takes.
func displayWidth(s string) int {
	n := 0
	for i, c := range s {
		if c < utf8.RuneSelf {
			n++
			continue
		}
		_ = i
		n += runeWidth(c)
	}
	return n
}

func runeWidth(c rune) int {
	if c < utf8.RuneSelf {
		return 1
	}
	if unicode.In(c, unicode.Mn, unicode.Me, unicode.Cf) {
		return 0
	}
	switch width.LookupRune(c).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}
