package wording

import (
	"slices"
	"strconv"
	"strings"

	"github.com/agnivade/levenshtein"
)

// Known is something that a reader could have meant: what it is called, and what
// is shown of it.
type Known struct{ Called, Shown string }

// longestNear is the longest text, in bytes, that is compared letter by letter.
const longestNear = 200

// DidYouMean suggests at most so many of what is known for a text that names
// none of it: those that differ in few letters, then those that hold it or of
// which it holds more than shortest bytes. It is "" where none is near.
func DidYouMean(text string, known []Known, shortest, most int) string {
	text = strings.ToLower(text)
	if text == "" || len(text) > longestNear {
		return ""
	}
	var close, holding []string
	for _, k := range known {
		low := strings.ToLower(k.Called)
		switch {
		case low == "" || len(low) > longestNear || slices.Contains(close, k.Shown) || slices.Contains(holding, k.Shown):
		case levenshtein.ComputeDistance(low, text) <= 1+len(text)/6:
			close = append(close, k.Shown)
		case strings.Contains(low, text) || len(low) > shortest && strings.Contains(text, low):
			holding = append(holding, k.Shown)
		}
	}
	all := slices.Concat(close, holding)
	if len(all) == 0 {
		return ""
	}
	all = all[:min(len(all), most)]
	for i, shown := range all {
		all[i] = strconv.Quote(shown)
	}
	return " (did you mean " + strings.Join(all, " or ") + "?)"
}
