package column

import (
	"dpmap/importers/words"
)

// IsProducts reports whether a heading is one of products, each its supplier's.
func IsProducts(heading string) bool {
	return productHeading(words.Fold(words.WithoutBrackets(heading)))
}
