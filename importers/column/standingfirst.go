package column

import (
	"dpmap/graph"
	"dpmap/importers/cell"
	"dpmap/importers/words"
)

// byStandingFirst takes the first column for what the data is for where no column
// says it: people begin a row with what it is about, "Trip", "Job", "Club".
func (t *teller) byStandingFirst(heading string, values []string) (graph.Field, string, string) {
	if !t.free(graph.FieldPurpose) || !t.claimed[graph.FieldTo] || len(t.columns) == 0 || t.columns[0].Heading != heading || len(values) < 2 {
		return "", "", ""
	}
	seen := map[string]bool{}
	for _, v := range values {
		seen[words.Fold(v)] = true
	}
	bodies := cell.CountOf(values, func(v string) bool { return cell.IsOrganisation(t.book, v) })
	if noActivity(words.Fold(heading)) || 10*len(seen) < 7*len(values) || !titles(values, t.book) || 3*bodies > len(values) || cell.MostOf(values, isCount) {
		return "", "", ""
	}
	return graph.FieldPurpose, ByPosition, "it stands first, and no other column says what the data is for"
}

// noActivity tells headings of a first column that names no activity, whatever
// words stand beneath: a person, a day, a number, a body.
func noActivity(folded string) bool { return words.PhraseList("no activity").Has(folded) }
