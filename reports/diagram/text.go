package diagram

import (
	"strings"
	"unicode"

	"dpmap/reports/wording"
)

// clean makes text of a register fit to be drawn: valid UTF-8 on one line,
// without control and direction-changing characters, which could hide or turn
// what stands beside them.
func clean(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), r == '\uFEFF', r == '\uFFFE', r == '\uFFFF', unicode.Is(unicode.Bidi_Control, r):
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// wrap breaks text into at most max lines no wider than width at a size; what
// does not fit ends in an ellipsis. A word wider than a line is broken.
func (m *metrics) wrap(text string, bold bool, size, width float64, max int) []string {
	var lines []string
	rest := strings.Fields(text)
	for len(rest) > 0 {
		line := rest[0]
		rest = rest[1:]
		if m.width(line, bold, size) > width {
			head, tail := m.cut(line, bold, size, width)
			lines = append(lines, head)
			if tail != "" {
				rest = append([]string{tail}, rest...)
			}
			continue
		}
		for len(rest) > 0 && m.width(line+" "+rest[0], bold, size) <= width {
			line += " " + rest[0]
			rest = rest[1:]
		}
		lines = append(lines, line)
		if len(lines) > max {
			break
		}
	}
	if len(lines) <= max {
		return lines
	}
	last := lines[max-1]
	for last != "" && m.width(last+"…", bold, size) > width {
		runes := []rune(last)
		last = string(runes[:len(runes)-1])
	}
	return append(lines[:max-1], strings.TrimRight(last, " ,;")+"…")
}

// cut breaks a word that is wider than a line, keeping at least one character.
func (m *metrics) cut(word string, bold bool, size, width float64) (head, tail string) {
	used := 0.0
	for i, r := range word {
		used += m.advance(r, bold) * size
		if used > width && i > 0 {
			return word[:i], word[i:]
		}
	}
	return word, ""
}

// shorten cuts what nobody would read to its end.
func shorten(s string) string {
	const most = 700
	runes := []rune(s)
	if len(runes) <= most {
		return s
	}
	return string(runes[:most]) + "…"
}

// list joins words as a sentence does, the first n of them.
func list(words []string, n int) string {
	if len(words) > n {
		words = append(words[:n:n], wording.Count(len(words)-n, "other", "others"))
	}
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}
