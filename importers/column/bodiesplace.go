package column

import (
	"fmt"
	"slices"

	"dpmap/graph"
	"dpmap/importers/cell"
	"dpmap/importers/words"
)

// byBodiesPlace takes a column headed Where for the country of those who receive
// the data in a list of bodies, of which most are known: in a list of systems it
// may as well ask where the data is.
func (t *teller) byBodiesPlace(heading string, values []string) (graph.Field, string, string) {
	if !bareWhere.MatchString(words.Fold(heading)) || !t.free(graph.FieldRecipientCountry) || !holdsPlaces(values, t.book) {
		return "", "", ""
	}
	i := slices.IndexFunc(t.columns, func(c graph.Column) bool { return c.Field == graph.FieldTo })
	if i < 0 {
		return "", "", ""
	}
	names := cell.KnownValues(t.samples[t.columns[i].Col])
	n := cell.CountOf(names, func(v string) bool { _, ok := t.book.FindBody(words.WithoutBrackets(v)); return ok })
	if n < 2 || 2*n <= len(names) {
		return "", "", ""
	}
	return graph.FieldRecipientCountry, ByContents, fmt.Sprintf("it holds countries, and %d of %d recipients are well-known bodies", n, len(names))
}

// isGoneTo reports whether a column names the places that pupils or records go on
// to: "Destination", "New school". A location beside it is theirs.
func isGoneTo(c graph.Column) bool {
	return c.Field == graph.FieldTo && goneTo(words.Fold(c.Heading))
}

var (
	bareLocation = words.Regexp(`^(locations?|place|where|area|region)$`)
)

var bareWhere = words.Regexp(`^where( is (this|that))?$`)

// goneTo reports whether a folded text has one of the phrases "gone to".
func goneTo(folded string) bool { return words.PhraseList("gone to").Has(folded) }
