package words

import (
	"regexp"
)

// Regexp compiles a pattern that takes capitals and small letters alike. It panics where
// the pattern is wrong: all of them are part of the program.
func Regexp(pattern string) *regexp.Regexp { return regexp.MustCompile(`(?i)` + pattern) }
