package sheet

import (
	"strings"
	"unicode/utf8"
)

// clean is a text as a reader sees it: line breaks are \n, every space is a
// plain one, and what has no width or is a control character is gone.
func clean(s string) string {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= 0x7f || c < 0x20 && c != '\n' && c != '\t' {
			return cleanFrom(s, i)
		}
	}
	return s
}

// cleanFrom cleans s, whose first i bytes are clean.
func cleanFrom(s string, i int) string {
	var b strings.Builder
	b.Grow(len(s))
	b.WriteString(s[:i])
	before := rune(0)
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		switch {
		case r == '\r':
			if i < len(s) && s[i] == '\n' {
				i++
			}
			b.WriteByte('\n')
		case isLineBreak(r):
			b.WriteByte('\n')
		case isWideSpace(r):
			b.WriteByte(' ')
		case isJoiner(r) && before >= 0x600, !isInvisible(r):
			b.WriteRune(r)
		}
		before = r
	}
	return b.String()
}

// isLineBreak: vertical tab and form feed are what Word pastes for one.
func isLineBreak(r rune) bool {
	return r == '\v' || r == '\f' || r == 0x85 || r == 0x2028 || r == 0x2029
}

func isWideSpace(r rune) bool {
	return r == 0xa0 || r == 0x1680 || r >= 0x2000 && r <= 0x200a || r == 0x202f || r == 0x205f || r == 0x3000
}

// isJoiner: in Arabic and Indic scripts and in emoji a joiner shapes what one
// sees; in Latin text it is an accident of pasting.
func isJoiner(r rune) bool { return r == 0x200c || r == 0x200d }

func isInvisible(r rune) bool {
	switch {
	case r < 0x20:
		return r != '\n' && r != '\t'
	case r < 0xa0:
		return r >= 0x7f
	case r == 0xad, r == 0x180e, r == 0xfeff:
		return true
	}
	return r >= 0x200b && r <= 0x200f || r >= 0x202a && r <= 0x202e || r >= 0x2060 && r <= 0x206f
}

// isBlank reports whether a cleaned text has nothing to see.
func isBlank(s string) bool {
	for i := 0; i < len(s); i++ {
		if !isSpace(s[i]) {
			return false
		}
	}
	return true
}

// unescape resolves _x000D_ and its kin, by which .xlsx writes what XML
// cannot hold. A pair of them can be the halves of one character.
func unescape(s string) string {
	i := strings.Index(s, "_x")
	if i < 0 {
		return s
	}
	var b strings.Builder
	for ; i >= 0; i = strings.Index(s, "_x") {
		r, n := escaped(s[i:])
		if n == 0 {
			b.WriteString(s[:i+1])
			s = s[i+1:]
			continue
		}
		b.WriteString(s[:i])
		b.WriteRune(r)
		s = s[i+n:]
	}
	return b.String() + s
}

const escapeLen = len("_x0000_")

// escaped reads the escape that s begins with and its length, 0 for none.
func escaped(s string) (rune, int) {
	r := escapeUnit(s)
	switch {
	case r < 0:
		return 0, 0
	case utf8.ValidRune(r):
		return r, escapeLen
	case r < 0xdc00:
		if low := escapeUnit(s[escapeLen:]); low >= 0xdc00 && low < 0xe000 {
			return (r-0xd800)<<10 + low - 0xdc00 + 0x10000, 2 * escapeLen
		}
	}
	return 0, 0 // half a character stays as it is written
}

// escapeUnit is the UTF-16 unit that s begins with as _xHHHH_, or -1.
func escapeUnit(s string) rune {
	if len(s) < escapeLen || s[:2] != "_x" || s[escapeLen-1] != '_' {
		return -1
	}
	var r rune
	for i := 2; i < 6; i++ {
		d := hexDigit(s[i])
		if d < 0 {
			return -1
		}
		r = r<<4 + d
	}
	return r
}
