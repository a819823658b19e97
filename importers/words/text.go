package words

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dpmap/importers/lazyre"
)

// IsWordRune reports whether a character is part of a word.
func IsWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r))
}

// Clean is a cell's text without what nobody sees: zero-width characters,
// non-breaking and trailing spaces, empty lines, Windows line ends.
func Clean(s string) string {
	if isClean(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		switch r {
		case '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad', '\r':
		case '\u00a0', '\u2007', '\u202f', '\t':
			b.WriteByte(' ')
		default:
			b.WriteRune(r)
		}
	}
	lines := strings.Split(b.String(), "\n")
	kept := lines[:0]
	for _, line := range lines {
		if line = strings.Join(strings.Fields(line), " "); line != "" {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "\n")
}

// isClean reports whether clean would change nothing, which is the usual case.
func isClean(s string) bool {
	space := true // at the start, a space is one too many
	for i := range len(s) {
		c := s[i]
		if c >= 0x80 || c < ' ' || (c == ' ' && space) {
			return false
		}
		space = c == ' '
	}
	return s == "" || !space
}

// Fold is the form in which words are compared: lower case, no punctuation,
// "&" as "and", one space between words. Apostrophes join: "candidate's" is
// "candidates". Accents stay.
func Fold(s string) string {
	var short [96]byte // most cells fit, and take no memory beyond their result
	b := short[:0]
	gap := false
	for i, n := 0, 0; i < len(s); i += n {
		n = 1
		r := rune(s[i])
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s[i:])
		}
		switch {
		case IsWordRune(r):
			if gap && len(b) > 0 {
				b = append(b, ' ')
			}
			gap = false
			b = appendLower(b, r)
		case r == '&':
			if len(b) > 0 {
				b = append(b, ' ')
			}
			b = append(b, "and"...)
			gap = true
		case r == '\'' || r == '\u2019' || r == '\u2018' || r == '\u00ad':
		default:
			gap = true
		}
	}
	if string(b) == s {
		return s
	}
	return string(b)
}

func appendLower(b []byte, r rune) []byte {
	switch {
	case 'A' <= r && r <= 'Z':
		return append(b, byte(r)+'a'-'A')
	case r < utf8.RuneSelf:
		return append(b, byte(r))
	}
	return utf8.AppendRune(b, unicode.ToLower(r))
}

// bullets are the marks that begin the items of a list.
const bullets = "•▪◦‣·●○►▶➢➤✓✔*–—-"

// TrimItem is one item of a list without its bullet and loose punctuation.
func TrimItem(s string) string {
	s = strings.TrimSpace(s)
	for {
		t := strings.TrimSpace(strings.TrimLeft(s, bullets))
		if t == s {
			break
		}
		s = t
	}
	return strings.TrimSpace(strings.TrimRight(s, ",;"))
}

// WithoutStop is a name without the full stop that ends a sentence or a list: behind a
// bracket, or behind a word in small letters that is no abbreviation.
func WithoutStop(s string) string {
	bare, stopped := strings.CutSuffix(s, ".")
	if !stopped || bare == "" {
		return s
	}
	last := bare[strings.LastIndexByte(bare, ' ')+1:]
	if strings.HasSuffix(bare, ")") || len(last) > 5 && len(last) < len(bare) && last == strings.ToLower(last) && !strings.Contains(last, ".") {
		return strings.TrimSpace(bare)
	}
	return s
}

// Items splits a cell at newlines, semicolons, upright strokes and bullets, not within brackets
// (a line end within brackets counts when they never close).
func Items(s string) []string {
	return SplitAt(s, func(r rune) bool {
		return r == '\n' || r == ';' || r == '|' || strings.ContainsRune("•▪◦‣●○►▶➢➤", r)
	})
}

// CommaItems splits further at commas outside brackets.
func CommaItems(s string) []string {
	return SplitAt(s, func(r rune) bool { return r == ',' })
}

// SplitAt splits a text where at says so and no bracket is open, into items without
// bullets.
func SplitAt(s string, at func(rune) bool) []string {
	var out []string
	add := func(part string) {
		if part = TrimItem(part); part != "" {
			out = append(out, part)
		}
	}
	closes := MatchingBrackets(s)
	start, inside := 0, 0
	for i, r := range s {
		switch {
		case r == '(' && closes[i] > 0:
			inside++
		case r == ')' && inside > 0:
			inside--
		case inside == 0 && at(r):
			add(s[start:i])
			start = i + len(string(r))
		}
	}
	add(s[start:])
	return out
}

// MatchingBrackets gives for each "(" that is closed the index of its ")".
func MatchingBrackets(s string) map[int]int {
	var open []int
	closes := map[int]int{}
	for i := range len(s) {
		switch s[i] {
		case '(':
			open = append(open, i)
		case ')':
			if n := len(open); n > 0 {
				closes[open[n-1]] = i
				open = open[:n-1]
			}
		}
	}
	return closes
}

// WithoutBrackets is s less everything in round brackets. A bracket that never
// closes runs to the end.
func WithoutBrackets(s string) string {
	var b strings.Builder
	inside := 0
	for _, r := range s {
		switch {
		case r == '(':
			inside++
			b.WriteByte(' ')
		case r == ')':
			inside = max(inside-1, 0)
		case inside == 0:
			b.WriteRune(r)
		}
	}
	return strings.TrimSpace(b.String())
}

// Bracketed lists what stands in s's outermost round brackets.
func Bracketed(s string) []string {
	var out []string
	closes := MatchingBrackets(s)
	for i := 0; i < len(s); i++ {
		if end := closes[i]; end > 0 {
			out = append(out, strings.TrimSpace(s[i+1:end]))
			i = end
		}
	}
	return out
}

// Quote is a text in a message: short enough to read, always in quotes.
func Quote(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	const most = 90
	if r := []rune(s); len(r) > most {
		s = string(r[:most-1]) + "…"
	}
	return "\"" + s + "\""
}

// Slug is a name as an ID: kebab-case letters and digits, at most 64 bytes, cut
// between words.
func Slug(s string) string {
	s = strings.ReplaceAll(Fold(s), " ", "-")
	const most = 64
	if len(s) <= most {
		return s
	}
	s = strings.ToValidUTF8(s[:most], "")
	if i := strings.LastIndexByte(s, '-'); i > most/2 {
		s = s[:i]
	}
	return s
}

// Contains reports whether the folded words are in the folded text, as words.
func Contains(text, words string) bool {
	return strings.Contains(" "+text+" ", " "+words+" ")
}

// dotted finds initials with points between them: "D.P.I.A.", "L.L.C."
var dotted = lazyre.New(`\b(?:[A-Za-z]\.){2,}[A-Za-z]?\b\.?`)

// Undotted is a text with its initials as one word: "DPIA", "LLC".
func Undotted(s string) string {
	if !strings.Contains(s, ".") {
		return s
	}
	return dotted.ReplaceAllStringFunc(s, func(s string) string { return strings.ReplaceAll(s, ".", "") })
}
