package column

import (
	"slices"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/importers/cell"
	"dpmap/importers/words"
)

// answersTo reports whether the cells of a column are what a field asks for, and
// nothing in its heading speaks against the field. A field of which nobody could
// tell by its cells is not answered, unless its cells are words of any kind.
func answersTo(f graph.Field, folded string, values []string, book *law.Book) bool {
	if len(values) == 0 || contradicts(book, f, values) {
		return false
	}
	asked := askedTable().askedAs(f)
	if asked >= 0 && !askedTable().answers(asked, folded, values, book) {
		return false
	}
	if slices.ContainsFunc(keptTable, func(k kept) bool { return k.field == f }) {
		return holdsOf(f, values, book, 4)
	}
	switch f {
	case graph.FieldReviewed, graph.FieldAgreementDate, graph.FieldSafeguardDate:
		return datesMostly(values, book)
	case FieldLocation, graph.FieldHosting, graph.FieldRecipientCountry:
		return placesMostly(values, book)
	case graph.FieldSpecial:
		return tenths(8, cell.IsYesNo)(values, book) // a list of data is that of the categories
	case graph.FieldStatus:
		return tenths(6, func(_ *law.Book, v string) bool { return words.List("status").Has(v) })(values, book)
	case FieldCollected:
		return wordy(values, book) && !holdsOf(graph.FieldCategories, values, book, 4)
	case graph.FieldSecurity, graph.FieldSystem:
		return wordy(values, book)
	}
	return asked >= 0
}
