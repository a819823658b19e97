package column

import (
	"dpmap/graph"
	"dpmap/importers/words"
)

var goesWords = words.Regexp(`\b(recipients?|suppliers?|providers?|vendors?|company|companies|organisations?|firms?|sent|goes|transfer(s|red)?|destination|hq|head ?quarters|based|registered|established)\b`)

// countryOf is whose country a heading with the word asks for: where data is kept
// or reached from says nothing of where the recipient is.
func countryOf(f graph.Field, heading string) graph.Field {
	folded := words.Fold(heading)
	switch {
	case f != graph.FieldRecipientCountry || goesWords.MatchString(folded):
		return f
	case accessWords.MatchString(folded):
		return graph.FieldAccess
	case hostingWords(folded) || restWords(folded):
		return graph.FieldHosting
	}
	return f
}

// restWords tells further words of headings that ask where data is.
func restWords(folded string) bool { return words.PhraseList("where data rests").Has(folded) }
