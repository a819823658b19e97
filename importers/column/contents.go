package column

import (
	"slices"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/importers/cell"
)

// Guessed gives fields to the columns of a table that their headings alone do not
// tell. Every table of a sheet goes through it.
func Guessed(l *Layout, columns []graph.Column, samples map[int][]string, book *law.Book) []graph.Column {
	out := whereAbroad(questioned(ofSender(l, conditions(othersPapers(columns, samples))), samples), samples, book)
	out = WithNames(Told(l, out, samples, book), samples, book)
	return withPurpose(marked(out, samples, book), samples, book)
}

// WithUnheaded adds a first column that has no heading where it names the data that
// the rows are about and no other column does.
func WithUnheaded(l *Layout, columns []graph.Column, samples map[int][]string, book *law.Book) []graph.Column {
	first := 0
	for col := range samples { // the least, whatever the order
		if first == 0 || col < first {
			first = col
		}
	}
	values := cell.KnownValues(samples[first])
	if len(columns) == 0 || first >= columns[0].Col || len(values) < 2 || !holdsData(values, book) || slices.Contains(l.Without, graph.FieldCategories) ||
		slices.ContainsFunc(columns, func(c graph.Column) bool { return c.Field == graph.FieldCategories || c.Col < first }) {
		return columns
	}
	c := graph.Column{Col: first, Heading: graph.ColumnName(first), Field: graph.FieldCategories, How: ByContents, Why: "it has no heading and holds kinds of personal data", Example: values[0]}
	return append([]graph.Column{c}, columns...)
}

// MostlyBodies reports whether most values could be names of recipients, and two
// at least are known bodies or firms.
func MostlyBodies(values []string, book *law.Book) bool {
	names := cell.CountOf(values, func(v string) bool { return isRecipientName(book, v) })
	return 10*names >= 7*len(values) && cell.CountOf(values, func(v string) bool { return cell.IsOrganisation(book, v) }) >= 2
}

// Why says how a column was told, where it was told by its heading.
func Why(c graph.Column) string {
	switch c.How {
	case ByHeading:
		return "the heading is the field's own name"
	case BySynonym:
		return "the heading is another name of the field"
	case BySpelling:
		return "the heading is close to a name of the field"
	case ByLikely:
		return "the heading often means the field"
	case ByPosition:
		return "it stands first, with a name in each column"
	case ByOption:
		return "--heading or the configuration says so"
	}
	return ""
}
