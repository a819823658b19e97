package importers

import (
	"strings"

	"dpmap/importers/words"
)

var (
	// weShare finds the sentence in which an organisation says that it shares data:
	// who does it, the sharing, and "with" or "to" before those who get it.
	weShare = words.Regexp(`\b(we|us|school|college|council|university|trust|academy|nursery|charity|federation)\b( \w+){0,12}? (shar(e|ing)|disclos(e|ing)|pass|provide|give|send)\b( \w+){0,25}? (with|to)\b`)
	// unlimited finds a "not" that denies nothing.
	unlimited = words.Regexp(`\b(not|without being) (be )?(limited|restricted) to\b`)
	// dataOf finds what is shared in it.
	dataOf = words.Regexp(`\b(data|information|details|records)\b`)
)

// saysWeShare reports whether a long sentence leads into a list of those with whom
// data is shared: "To ensure that ... we will sometimes need to share your
// information between teams within the council as well as with our partners".
func saysWeShare(text string) bool {
	folded := words.Fold(text)
	n := len(strings.Fields(folded))
	return n > 12 && n <= 150 && weShare.MatchString(folded) && dataOf.MatchString(folded) && !deniesIt.MatchString(unlimited.ReplaceAllString(folded, " "))
}
