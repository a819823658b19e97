package rules

import (
	"strings"
	"unicode"
)

// name is how readers know a party.
func (d decider) name(party string) string {
	if p := d.m.Party(party); p != nil && p.Name != "" {
		return p.Name
	}
	return party
}

// country is a country's name, its code when the book has no name for it.
func (d decider) country(code string) string {
	if c, ok := d.book.Country(code); ok {
		return c.Name
	}
	return code
}

func (d decider) countries(codes []string) string {
	return strings.Join(d.book.ShortNames(codes), ", ")
}

// and adds a clause where there is one.
func and(clause string) string {
	if clause == "" {
		return ""
	}
	return "; " + clause
}

// first is the first text that is not empty.
func first(texts ...string) string {
	for _, t := range texts {
		if t != "" {
			return t
		}
	}
	return ""
}

// quote sets a recorded text in quotation marks, cut where it is long.
func quote(text string) string {
	const most = 80
	runes := []rune(strings.Join(strings.Fields(text), " "))
	if len(runes) > most {
		runes = append(runes[:most], '…')
	}
	return `"` + string(runes) + `"`
}

// describes reports whether a text records something of a kind that cannot be
// absent: "None", "Not encrypted" and "To be decided" name no period and no
// measure.
func describes(text string) bool {
	if !recorded(text) {
		return false
	}
	words := wordsOf(text)
	if len(words) == 0 {
		return false
	}
	if len(words) > 5 || len(words) > 1 && (words[1] == "longer" || words[1] == "more") { // "not longer than a year"
		return true
	}
	switch words[0] {
	case "none", "no", "not", "nil", "nothing", "n", "na", "0", "unencrypted", "unsecured", "undecided", "missing", "ask":
		return false
	}
	return !denies(words)
}

// denies reports whether words say that something is yet to come.
func denies(words []string) bool {
	for i, w := range words {
		next := ""
		if i+1 < len(words) {
			next = words[i+1]
		}
		switch {
		case w == "not" && (next == "decided" || next == "set" || next == "agreed" || next == "known" || next == "sure"):
			return true
		case w == "to" && next == "be", w == "under" && next == "review", w == "needs" || w == "awaiting":
			return true
		}
	}
	return false
}

// recorded reports whether a text records something: blanks and the words with
// which registers say that they do not know are nothing.
func recorded(text string) bool {
	word := strings.ToLower(strings.Trim(strings.TrimSpace(text), "[]()."))
	switch word {
	case "", "?", "-", "–", "tbc", "tbd", "todo", "unknown", "n/k", "nk", "not known", "to be confirmed":
		return false
	}
	return !strings.HasPrefix(word, "todo:")
}

// hasWord reports whether a text holds one of the words, as a whole word.
func hasWord(text string, words []string) bool {
	for _, part := range wordsOf(text) {
		for _, w := range words {
			if part == w {
				return true
			}
		}
	}
	return false
}

// wordsOf are the words of a text, in lower case.
func wordsOf(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}
