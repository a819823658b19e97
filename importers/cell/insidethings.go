package cell

import (
	"slices"

	"dpmap/importers/lazyre"
	"dpmap/importers/words"
)

var (
	// byName finds words behind which the name of somebody stands: "via Google".
	byName    = lazyre.New(`\b(?:via|using|through|by|with|plus|and|on|to)\s+(?:the\s+)?([A-Z][a-z]\w*)`)
	OwnPeople = words.Regexp(`^(head|heads|headteacher|deputy|office|bursar|governors?|trustees?|admin|administrators?|staff|teachers?|senior|school|trust|academy|safeguarding|designated|finance|human|business|data|pastoral|leaders?|leadership|managers?|directors?|board|clerk|principal)$`)
)

// onlyInternal reports whether a cell says that the data is internal only and
// nothing behind it says otherwise.
func onlyInternal(text string) bool {
	return internalOnly.MatchString(text) && !GoesOut(text)
}

// GoesOut reports whether words say that somebody else gets the data, or name
// somebody who is not known to be one's own.
func GoesOut(text string) bool {
	if outward(words.Fold(text)) {
		return true
	}
	return slices.ContainsFunc(byName.FindAllStringSubmatch(text, -1), func(m []string) bool { return !OwnPeople.MatchString(words.Fold(m[1])) })
}

// outward tells words by which somebody else gets the data all the same.
func outward(folded string) bool { return words.PhraseList("outward").Has(folded) }
