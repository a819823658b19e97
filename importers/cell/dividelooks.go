package cell

import (
	"regexp"
)

// SpacedAnd finds an "and" between two names.
var SpacedAnd = regexp.MustCompile(`\s(?:and|&|\+)\s`)
