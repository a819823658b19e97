package importers

import (
	"slices"
	"strings"
	"unicode"

	"dpmap/graph/law"
	"dpmap/importers/words"
)

// token is one word of a running text: folded, with its place in the text.
type token struct {
	word       string
	start, end int
}

// tokens divides a text into words. Apostrophes belong to their word, "&" is
// the word "and".
func tokens(text string) []token {
	var out []token
	start := -1
	flush := func(end int) {
		if start >= 0 {
			if w := words.Fold(text[start:end]); w != "" {
				out = append(out, token{w, start, end})
			}
			start = -1
		}
	}
	for i, r := range text {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '\'' || r == '’' || r == '‘':
			if start < 0 {
				start = i
			}
		case r == '&':
			flush(i)
			out = append(out, token{"and", i, i + 1})
		default:
			flush(i)
		}
	}
	flush(len(text))
	return out[:min(len(out), mostWords)]
}

// wordsOf are the folded words of tokens.
func wordsOf(ts []token) []string {
	out := make([]string, len(ts))
	for i, t := range ts {
		out[i] = t.word
	}
	return out
}

// mention is a party named in a running text: tokens[from:to].
type mention struct {
	name     string // as written
	party    int    // in the registry, -1 for one that is not there yet
	body     law.Body
	from, to int
}

const longestName = 24 // words; notices describe recipients in whole clauses

// nameAt finds the longest name of a party, or else of a well-known body, that
// begins at a token.
func (r *reader) nameAt(text string, ts []token, i int) (mention, bool) {
	for n := min(longestName, len(ts)-i); n > 0; n-- {
		from, to := i, i+n
		written := text[ts[from].start:ts[to-1].end]
		if strings.HasPrefix(text[ts[to-1].end:], ")") && strings.Count(written, "(") > strings.Count(written, ")") {
			written += ")"
		}
		if p, ok := r.parties.called(written); ok {
			return mention{name: written, party: p, from: from, to: to}, true
		}
		if n > 10 || (n == 1 && len(ts[i].word) < 3 && !isCapitals(written)) {
			continue
		}
		b, ok := r.book.FindBody(written)
		if ok && b.Kind != law.DataSubjects && (n > 1 || b.Generic || isNameOf(b, written)) {
			return mention{name: written, party: -1, body: b, from: from, to: to}, true
		}
	}
	return mention{}, false
}

// isNameOf reports whether a single word is a body's name letter for letter:
// "COLLECT" is, "collect" is a word.
func isNameOf(b law.Body, word string) bool {
	return b.Name == word || slices.Contains(b.Aliases, word)
}

func isCapitals(s string) bool { return strings.ToUpper(s) == s && strings.ToLower(s) != s }

// mostWords bounds how far into a text names are looked for: no purpose that a
// person wrote is longer.
const mostWords = 1000

// phraseAt is the number of words in the longest phrase of a list that stands at a
// token.
func phraseAt(list words.Lexicon, ts []token, i int) int {
	if i < 0 || i >= len(ts) {
		return 0
	}
	return list.At(wordsOf(ts[i:min(len(ts), i+list.Longest)]))
}

// skip passes over the words of a list that stand at a token.
func skip(list words.Lexicon, ts []token, i int) int {
	for i < len(ts) {
		n := phraseAt(list, ts, i)
		if n == 0 {
			break
		}
		i += n
	}
	return i
}

// namesFrom lists the names that stand at a token, joined by "and", "or", a
// comma or a stroke.
func (r *reader) namesFrom(text string, ts []token, i int) []mention {
	var out []mention
	for i < len(ts) {
		start := skip(words.List("determiner"), ts, i)
		m, ok := r.nameAt(text, ts, start)
		if !ok {
			m, ok = r.nameAt(text, ts, i)
		}
		if !ok {
			break
		}
		out = append(out, m)
		next := skip(words.List("joiner"), ts, m.to)
		if next == m.to && !joinedByMark(text, ts, m.to) {
			break
		}
		i = next
	}
	return out
}

// joinedByMark reports whether a comma or stroke stands before a token.
func joinedByMark(text string, ts []token, i int) bool {
	if i <= 0 || i >= len(ts) {
		return false
	}
	between := strings.TrimSpace(text[ts[i-1].end:ts[i].start])
	return between == "," || between == "/"
}
