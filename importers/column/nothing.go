package column

import (
	"dpmap/graph"
	"dpmap/importers/words"
)

// FieldAnyData is the field of a column that asks whether a recipient gets personal
// data at all.
const FieldAnyData graph.Field = "personal-data"

// anyData reports whether a folded text has one of the phrases "any data".
func anyData(folded string) bool { return words.PhraseList("any data").Has(folded) }
