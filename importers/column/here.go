package column

import (
	"dpmap/graph"
	"dpmap/importers/cell"
	"dpmap/importers/words"
)

// FieldHere is the field of a column that asks whether the recipient is in the UK.
const FieldHere graph.Field = "recipient-in-uk"

var basedHere = words.Regexp(`^(are|is) (they|it|the (supplier|company|recipient|provider|organisation|vendor))( based| located| established)? in( the)? uk$|^(based|located|established|registered)( in)?( the)? uk$|^(in( the)? )?uk$|^(a )?uk (based|company|supplier|provider|organisation|firm|recipient|registered|established)$|^(company|supplier|provider|recipient|vendor|organisation)( is)?( based| located| established| registered)? in( the)? uk$`)

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
