package importers

import (
	_ "embed"
	"sync"

	"dpmap/graph"
	"dpmap/importers/column"
	"dpmap/importers/words"
)

// fieldsCSV says in plain words what each field of a flow is.
//
//go:embed data/fields.csv
var fieldsCSV []byte

// Meaning is a field that --heading can name, and what it is in plain words.
type Meaning struct {
	Field graph.Field
	Means string
}

// Meanings lists the fields of a flow, those that matter most first, and none,
// which leaves a column aside.
func Meanings() []Meaning { return meanings() }

var meanings = sync.OnceValue(func() []Meaning {
	var out []Meaning
	for _, row := range words.Table(fieldsCSV, 2) {
		out = append(out, Meaning{graph.Field(row[0]), row[1]})
	}
	return out
})

// IsGuess reports whether a column was told by less than its heading alone, and
// so with low confidence.
func IsGuess(c graph.Column) bool {
	switch c.How {
	case column.ByHeading, column.BySynonym, column.ByOption, "":
		return false
	}
	return true
}

// fieldMeant is the field that somebody meant who wrote a name that is none: a
// heading that it goes by, or the name misspelt; "" when that is not plain.
func fieldMeant(name string) string {
	if field, _ := column.HeadingTable()["flow"].Exact(name); field != "" {
		return string(field)
	}
	return words.Nearest(name, fieldList())
}
