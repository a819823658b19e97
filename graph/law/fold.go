package law

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// fold gives the form in which names are compared: lower case, no accents, no
// apostrophes, other punctuation as single spaces, "&" as "and", and no "the",
// wherever it stands: "Korea (the Republic of)", "Netherlands, The".
func fold(s string) string {
	if isASCII(s) {
		return foldASCII(s)
	}
	var b strings.Builder
	for _, r := range norm.NFKD.String(s) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(unicode.ToLower(r))
		case r == '&':
			b.WriteString(" and ")
		case unicode.In(r, unicode.Mn, unicode.Cf) || isApostrophe(r):
			// accents, zero-width characters, apostrophes: as if not written
		default:
			b.WriteByte(' ')
		}
	}
	words := strings.Fields(b.String())
	words = slices.DeleteFunc(words, func(w string) bool { return w == "the" })
	return strings.Join(words, " ")
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// foldASCII is fold for texts without accents, which most are, in one pass.
func foldASCII(s string) string {
	b := make([]byte, 0, len(s)+8)
	start := 0 // of the word
	end := func() {
		if string(b[start:]) == "the" {
			b = b[:start]
		}
		if len(b) > start {
			b = append(b, ' ')
		}
		start = len(b)
	}
	for i := range len(s) {
		switch c := s[i]; {
		case 'A' <= c && c <= 'Z':
			b = append(b, c+'a'-'A')
		case 'a' <= c && c <= 'z' || '0' <= c && c <= '9':
			b = append(b, c)
		case c == '&':
			end()
			b = append(b, "and"...)
			end()
		case isApostrophe(rune(c)):
		default:
			end()
		}
	}
	end()
	return strings.TrimSuffix(string(b), " ")
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == '‘' || r == '`' || r == 'ʼ' }

// stem takes the plural off a lower-case English word, so that "allergies",
// "convictions" and "diagnoses" meet their singular. It need not give a word:
// both sides of a comparison go through it.
func stem(w string) string {
	w = strings.Replace(w, "ization", "isation", 1)
	switch {
	case len(w) <= 3:
		return w
	case strings.HasSuffix(w, "ies") && len(w) > 4:
		return strings.TrimSuffix(w, "ies") + "y"
	case hasAnySuffix(w, "sses", "xes", "ches", "shes", "zes"):
		return strings.TrimSuffix(w, "es")
	case strings.HasSuffix(w, "s") && !hasAnySuffix(w, "ss", "us", "is"):
		return strings.TrimSuffix(w, "s")
	}
	return w
}

func hasAnySuffix(w string, suffixes ...string) bool {
	for _, s := range suffixes {
		if strings.HasSuffix(w, s) {
			return true
		}
	}
	return false
}
