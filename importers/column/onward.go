package column

import (
	"slices"

	"dpmap/graph"
	"dpmap/importers/words"
)

// plainRecipient finds headings of those who receive the data in the first place.
var plainRecipient = words.Regexp(`^(recipients?|shared with|disclosed to|sent to|data shared with)( name| organisation)?$`)

// besideSuppliers reports whether sub-processors are listed in a column beside
// their suppliers, several in a cell: the rows are then the suppliers'.
func besideSuppliers(columns []graph.Column) bool {
	from, list := false, false
	for _, c := range columns {
		from = from || c.Field == graph.FieldFrom
		from = from || c.Field == "" && plainRecipient.MatchString(words.Fold(c.Heading))
		list = list || c.Field == graph.FieldTo && subList.MatchString(words.Fold(words.WithoutBrackets(c.Heading)))
	}
	return from && list
}

// subsAlone takes the sub-processors for those who receive the data where no column
// names anybody else, as in a supplier's own record of whom it uses.
func (t *teller) subsAlone() []graph.Column {
	is := func(f graph.Field) int {
		return slices.IndexFunc(t.columns, func(c graph.Column) bool { return c.Field == f })
	}
	i := is(FieldSubProcessors)
	if i < 0 || !t.free(graph.FieldTo) {
		return t.columns
	}
	t.columns[i].Field, t.columns[i].Why = graph.FieldTo, "no other column names anybody who receives the data"
	t.claimed[graph.FieldTo] = true
	if j := is(FieldSubPlaces); j >= 0 && t.free(graph.FieldRecipientCountry) {
		t.columns[j].Field, t.columns[j].Why = graph.FieldRecipientCountry, "it says where those are whom "+words.Quote(t.columns[i].Heading)+" names"
		t.claimed[graph.FieldRecipientCountry] = true
	}
	return t.columns
}

// subList finds a heading of several sub-processors.
var subList = words.Regexp(`\bsub ?(processor|contractor)s( used| engaged| involved| if any)*$`)
