package column

import (
	"slices"

	"dpmap/importers/cell"
	"dpmap/importers/words"
)

// What a heading says that asks for sub-processors: by that name anywhere, and, in a
// table that has its recipients already, whom those use in turn or pass data on to.
var (
	subAnswers = words.Regexp(`\bsub ?(processors?|contractors?)( names?| used| engaged| involved| if any| y n| \d)*$`)
)

// AsksForSubs reports whether a heading asks for sub-processors by that name.
func AsksForSubs(heading string) bool {
	folded := words.Fold(words.WithoutBrackets(heading))
	return isSubHeading(folded) || isSubHeading(words.Fold(heading)) || SubPlaceHeading.MatchString(folded)
}

// isSubHeading reports whether a heading speaks of sub-processors and of nothing about
// them, such as their agreements.
func isSubHeading(folded string) bool {
	return subWord(folded) && !notOfSubs(folded)
}

// onlyAnswers reports whether no value of a column is more than an answer, a date or
// a country.
func onlyAnswers(values []string) bool {
	return !slices.ContainsFunc(values, func(v string) bool {
		state, rest := cell.ParseState(v)
		return (state == 0 || rest != "") && !cell.IsDate(nil, v)
	})
}

// inTurn reports whether a folded text has one of the phrases "used in turn".
func inTurn(folded string) bool { return words.PhraseList("used in turn").Has(folded) }

// subWord reports whether a folded text has one of the phrases "sub-processors".
func subWord(folded string) bool { return words.PhraseList("sub-processors").Has(folded) }

// notOfSubs reports whether a folded text has one of the phrases "about sub-processors".
func notOfSubs(folded string) bool { return words.PhraseList("about sub-processors").Has(folded) }
