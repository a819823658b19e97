package diagram

import (
	"slices"
	"strconv"
	"strings"

	"github.com/agnivade/levenshtein"
)

// mostNear is how many names a message suggests.
const mostNear = 3

// near suggests the parties that a name could mean which is nobody's: those
// whose names or aliases differ in few letters, then those that hold it. It is
// "" where none is near.
func (b *builder) near(text string) string {
	text = strings.ToLower(clean(text))
	if text == "" || len(text) > 200 {
		return ""
	}
	var close, holding []string
	for _, p := range b.result.Map.Parties() {
		name := b.name(p.ID)
		for _, known := range append([]string{p.Name}, p.Aliases...) {
			low := strings.ToLower(clean(known))
			switch {
			case low == "" || len(low) > 200 || slices.Contains(close, name) || slices.Contains(holding, name):
			case levenshtein.ComputeDistance(low, text) <= 1+len(text)/6:
				close = append(close, name)
			case strings.Contains(low, text) || len(low) > 3 && strings.Contains(text, low):
				holding = append(holding, name)
			}
		}
	}
	all := slices.Concat(close, holding)
	if len(all) == 0 {
		return ""
	}
	all = all[:min(len(all), mostNear)]
	for i, name := range all {
		all[i] = strconv.Quote(name)
	}
	return " (did you mean " + strings.Join(all, " or ") + "?)"
}
