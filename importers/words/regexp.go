package words

import "dpmap/importers/lazyre"

// Regexp is a pattern that takes capitals and small letters alike. It is compiled when it
// is first needed; a test of lazyre compiles all that are written in the program.
func Regexp(pattern string) *lazyre.Regexp { return lazyre.New(`(?i)` + pattern) }
