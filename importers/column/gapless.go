package column

import (
	"strings"

	"dpmap/importers/lazyre"
)

// inWords parts a heading that a database gave: "DataRecipient", "DPAInPlace".
func inWords(heading string) string {
	if len(heading) < 8 || strings.ContainsAny(heading, " _-/\n") {
		return heading
	}
	return innerWord.ReplaceAllString(heading, "$1$3 $2$4")
}

// innerWord is where a word ends and the next begins without a gap.
var innerWord = lazyre.New(`([a-z0-9])([A-Z])|([A-Z]{2,})([A-Z][a-z]{2})`)
