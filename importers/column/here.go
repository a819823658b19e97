package column

import (
	"dpmap/graph"
	"dpmap/importers/cell"
	"dpmap/importers/words"
)

// FieldHere is the field of a column that asks whether the recipient is in the UK.
const FieldHere graph.Field = "recipient-in-uk"

// startWithState reports whether most values begin with yes or no.
func startWithState(values []string) bool {
	n := answersIn(values)
	return n > 0 && 10*n >= 6*len(values)
}

// answersIn counts the values that begin with yes or no, or say that it is not known.
func answersIn(values []string) int {
	n := 0
	for _, v := range values {
		if state, _ := cell.ParseState(v); state != 0 || cell.IsUnknown(v) {
			n++
		}
	}
	return n
}

// basedHere reports whether a folded text has one of the phrases "based here".
func basedHere(folded string) bool { return words.PhraseList("based here").Has(folded) }
