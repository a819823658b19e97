package ropa

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// maxCell is how many UTF-16 units a cell of a workbook can hold.
const maxCell = 32767

// tidy makes a text of an input fit for a cell: line breaks stay, a tab
// becomes a space, and what no reader could see (control characters, changes
// of writing direction, bytes that are no text) becomes the replacement
// character.
func tidy(s string) string {
	if isTidy(s) {
		return s
	}
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.Map(func(c rune) rune {
		switch {
		case c == '\n':
			return c
		case c == '\r' || c == '\u2028' || c == '\u2029':
			return '\n'
		case c == '\t':
			return ' '
		case unicode.IsControl(c) || isDirection(c) || c == '\ufffe' || c == '\uffff':
			return unicode.ReplacementChar
		}
		return c
	}, s)
}

// isTidy reports whether tidy has nothing to do, for the common case.
func isTidy(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c != '\n' && (c < ' ' || c > '~') {
			return false
		}
	}
	return true
}

// isDirection reports whether c changes the writing direction of what follows.
func isDirection(c rune) bool {
	return c >= '\u202a' && c <= '\u202e' || c >= '\u2066' && c <= '\u2069'
}

// fitCell cuts a text that is too long for a cell, and says so at the cut.
func fitCell(s string) string {
	if len(s) <= maxCell {
		return s
	}
	units := 0
	for _, c := range s {
		units += utf16.RuneLen(c)
	}
	if units <= maxCell {
		return s
	}
	mark := " […cut here: the text has " + strconv.Itoa(utf8.RuneCountInString(s)) + " characters, more than a cell can hold]"
	room := maxCell - utf8.RuneCountInString(mark)
	for i, c := range s {
		room -= utf16.RuneLen(c)
		if room < 0 {
			return s[:i] + mark
		}
	}
	return s
}

// oneLine puts a text on one line of at most n characters.
func oneLine(s string, n int) string {
	s = strings.Join(strings.Fields(tidy(s)), " ")
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	return strings.TrimSpace(string([]rune(s)[:n-1])) + "…"
}

// unique keeps the first of equal texts, less the blank ones.
func unique(texts []string) []string {
	var out []string
	seen := make(map[string]bool, len(texts))
	for _, t := range texts {
		if t != "" && !seen[t] {
			seen[t] = true
			out = append(out, t)
		}
	}
	return out
}
