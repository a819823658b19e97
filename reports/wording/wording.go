// Package wording holds the small change of sentences in English that every
// output for people uses, so that a count or a list reads the same in all.
package wording

import (
	"slices"
	"strconv"
	"strings"
)

// Count is a number with its noun: "1 flow", "2 flows".
func Count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

// Joined is a list in words: "a, b and c".
func Joined(list []string) string {
	if len(list) < 2 {
		return strings.Join(list, "")
	}
	last := len(list) - 1
	return strings.Join(list[:last], ", ") + " and " + list[last]
}

// Phrase joins the parts that are not blank.
func Phrase(separator string, parts ...string) string {
	return strings.Join(slices.DeleteFunc(slices.Clone(parts), func(s string) bool { return s == "" }), separator)
}

// Quote marks a text as the register's own words.
func Quote(s string) string { return "“" + strings.TrimSpace(s) + "”" }
