package cell

import (
	"slices"
)

// KnownValues drops the values that say nothing.
func KnownValues(values []string) []string {
	return slices.DeleteFunc(slices.Clone(values), func(v string) bool { return IsUnknown(v) || IsNotApplicable(v) || IsDitto(v) })
}

// CountOf counts the values that are so.
func CountOf(values []string, is func(string) bool) int {
	n := 0
	for _, v := range values {
		if is(v) {
			n++
		}
	}
	return n
}

// MostOf reports whether more than half of the values are so.
func MostOf(values []string, is func(string) bool) bool { return 2*CountOf(values, is) > len(values) }
