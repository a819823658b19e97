package cell

import (
	"slices"
	"strings"
	"unicode/utf8"

	"dpmap/graph/law"
	"dpmap/importers/words"
)

// Carriers are the mechanisms of the law that a cell may name by ID or name.
// Adequacy is read from words alone: that a decision is named does not make it
// reach the recipient.
func Carriers(book *law.Book) []law.Instrument {
	return slices.DeleteFunc(book.Instruments(), func(in law.Instrument) bool { return in.Type == law.Adequacy })
}

// NamedSafeguard is a mechanism that a cell names, and where.
type NamedSafeguard struct {
	stretch
	id string
}

// NamedIn finds the mechanisms that a text names, from left to right: those that
// a user laid over the law, the law's own IDs, then words of ours, then the
// names in the law.
func NamedIn(text string, laid, known []law.Instrument) []NamedSafeguard {
	var out []NamedSafeguard
	left := []byte(strings.ToLower(text))
	if len(left) != len(text) {
		left = []byte(text)
	}
	take := func(id string, at []int) {
		if id != "" {
			out = append(out, NamedSafeguard{stretch{at[0], at[1]}, id})
		}
		for i := at[0]; i < at[1]; i++ {
			left[i] = taken
		}
	}
	each := func(list []law.Instrument, of func(law.Instrument) string) {
		for _, in := range list {
			if at := wholeIn(string(left), strings.ToLower(of(in))); at != nil {
				take(in.ID, at)
			}
		}
	}
	id := func(in law.Instrument) string { return in.ID }
	name := func(in law.Instrument) string { return in.Name }
	each(laid, id)
	each(laid, name)
	each(known, id)
	for _, m := range mechanisms {
		for _, at := range m.fit.FindAllStringIndex(string(left), -1) {
			take(m.id, at)
		}
	}
	each(known, name)
	slices.SortFunc(out, func(a, b NamedSafeguard) int { return a.From - b.From })
	return out
}

// taken stands in place of words that a mechanism has taken: no letter, no
// digit and no space.
const taken = 1

// wholeIn is where a name stands in a text as words of its own, nil for nowhere.
func wholeIn(text, name string) []int {
	i := strings.Index(text, name)
	if i < 0 || name == "" {
		return nil
	}
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	behind, _ := utf8.DecodeRuneInString(text[i+len(name):])
	if words.IsWordRune(before) || words.IsWordRune(behind) {
		return nil
	}
	return []int{i, i + len(name)}
}
