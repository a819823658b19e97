package cell

import (
	"strings"

	"dpmap/importers/words"
)

// Subjects are the groups of people that a cell names.
func Subjects(text string) []string {
	var out []string
	for _, item := range words.Items(text) {
		for _, name := range words.CommaItems(item) {
			if !IsUnknown(name) && !IsNotApplicable(name) {
				out = append(out, strings.TrimPrefix(name, "and "))
			}
		}
	}
	return out
}
