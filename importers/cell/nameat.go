package cell

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dpmap/importers/words"
)

// WordsOfName is more words than the name of a recipient has.
const WordsOfName = 12

// NameAt parts a sentence that begins with a name, or with the sort of somebody, from
// what it goes on to say: "Higher Education Tracker (HET). We use it to ...",
// "funders and sponsors (e.g. the Loans Company)". The name is "" where none of at
// most twelve words stands there.
func NameAt(text string) (name, rest string) {
	text = strings.TrimSpace(text)
	cut := len(text)
	closes := words.MatchingBrackets(text)
	end := 0 // of the bracket that one stands in
	for i, r := range text {
		switch {
		case i < end:
		case r == '(' && closes[i] > 0:
			if end = closes[i]; isAside(text[i+1 : end]) {
				cut = min(cut, i)
			}
		case r == '.' && endsSentence(text, i), r == ' ' && words.List("nameends").At(nextWords(text[i:])) > 0:
			cut = min(cut, i)
		}
		if cut <= i {
			break
		}
	}
	name = strings.TrimRight(strings.TrimSpace(text[:cut]), ",;:-–— ")
	if n := len(strings.Fields(name)); n == 0 || n > WordsOfName {
		return "", text
	}
	return name, strings.TrimLeft(text[cut:], ".,;: ")
}

// FirstSentence is a text up to the full stop of its first sentence.
func FirstSentence(text string) string {
	for i, r := range text {
		if r == '.' && endsSentence(text, i) {
			return text[:i]
		}
	}
	return text
}

// isAside reports whether what stands in brackets says more than another name does.
func isAside(inner string) bool {
	fields := nextWords(inner)
	return words.List("exampleof").At(fields) > 0 || len(strings.Fields(inner)) > 6
}

// nextWords are the first words of a text, folded.
func nextWords(text string) []string {
	fields := strings.Fields(text)
	if len(fields) > 4 {
		fields = fields[:4]
	}
	return strings.Fields(words.Fold(strings.Join(fields, " ")))
}

// endsSentence reports whether the full stop at a place ends a sentence: a capital
// follows, and no initial or legal form stands before it.
func endsSentence(text string, at int) bool {
	next := strings.TrimLeft(text[at+1:], " ")
	first, _ := utf8.DecodeRuneInString(next)
	before := strings.Fields(text[:at])
	if next == text[at+1:] || !unicode.IsUpper(first) || len(before) == 0 {
		return false
	}
	last := words.Fold(before[len(before)-1])
	return len(last) > 2 && LegalForm[last] == "" && !strings.Contains(before[len(before)-1], ".")
}
