package cell

import (
	"slices"
	"strings"

	"dpmap/importers/lazyre"
	"dpmap/importers/words"
)

// NamesIn lists the parts of "A, B and C": the last "and" divides like a comma.
func NamesIn(item string) []string {
	parts := words.CommaItems(item)
	if len(parts) < 2 {
		return parts
	}
	for i, p := range parts {
		parts[i] = strings.TrimSpace(LeadingAnd.ReplaceAllString(p, ""))
	}
	return slices.DeleteFunc(parts, func(p string) bool { return p == "" })
}

// LeadingAnd finds the "and" before the last item of a list.
var LeadingAnd = lazyre.New(`^(?:and|or|&)\s+`)

// SplitOutside splits a text at a mark outside brackets.
func SplitOutside(text string, mark *lazyre.Regexp) []string {
	masked := []byte(text)
	for from, to := range words.MatchingBrackets(text) {
		for i := from; i <= to; i++ {
			masked[i] = '_'
		}
	}
	var out []string
	last := 0
	for _, at := range mark.FindAllStringIndex(string(masked), -1) {
		out = append(out, strings.TrimSpace(text[last:at[0]]))
		last = at[1]
	}
	out = append(out, strings.TrimSpace(text[last:]))
	return slices.DeleteFunc(out, func(s string) bool { return s == "" })
}

// SpacedAnd finds an "and" between two names.
var SpacedAnd = lazyre.New(`\s(?:and|&|\+)\s`)
