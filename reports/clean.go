package reports

import (
	"strings"
	"unicode"
)

// clean makes a text of an input safe to print on one line: white space of any
// sort becomes one space, and characters that a terminal, an editor or a
// reader could be led astray by (controls, changes of writing direction,
// bytes that are no UTF-8) become the replacement character, so that they are
// seen.
func clean(s string) string {
	if isPlain(s) {
		return s
	}
	fields := strings.FieldsFunc(s, unicode.IsSpace)
	return strings.Map(visible, strings.Join(fields, " "))
}

// cleanLines is clean for outputs that may keep line breaks and tabs.
func cleanLines(s string) string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.Map(func(c rune) rune {
		if c == '\n' || c == '\t' {
			return c
		}
		return visible(c)
	}, s)
}

func visible(c rune) rune {
	if unicode.IsControl(c) || isDirection(c) || c == '\u2028' || c == '\u2029' {
		return unicode.ReplacementChar
	}
	return c
}

// isDirection reports whether c changes the writing direction of what follows.
func isDirection(c rune) bool {
	return c >= '\u202a' && c <= '\u202e' || c >= '\u2066' && c <= '\u2069'
}

// isPlain reports whether clean would leave s as it is, for the common case.
func isPlain(s string) bool {
	if s == "" {
		return true
	}
	space := true // at the start, a space is one too many
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c < ' ' || c > '~' || c == ' ' && space {
			return false
		}
		space = c == ' '
	}
	return !space
}
