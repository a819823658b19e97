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
	case hostingWords(folded) || restWords.MatchString(folded):
		return graph.FieldHosting
	}
	return f
}

// restWords are further words of headings that ask where data is.
var restWords = words.Regexp(`\b(cloud|at rest|(data|info|information|it|records?|files?|copy|copies|they) (all )?(is|sits?|lives?|resides?|rests?)|(sits?|lives?|resides?|rests?|sitting|living|residing|located) (in|on|at)|location of data|data location|processing happens|happens|physically|residency)\b`)
