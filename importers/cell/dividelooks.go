package cell

import (
	"dpmap/importers/lazyre"
)

// SpacedAnd finds an "and" between two names.
var SpacedAnd = lazyre.New(`\s(?:and|&|\+)\s`)
