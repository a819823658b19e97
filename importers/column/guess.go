package column

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/importers/cell"
	"dpmap/importers/words"
)

// Surely reports whether a row's texts are headings beyond doubt, so that few and
// sparse rows beneath will do: most are known by name or by their words, and one
// says who receives the data.
func (l *Layout) Surely(texts []CellText) bool {
	known, to := 0, false
	for _, t := range texts {
		field, how := HeadingTable()[l.Scope].Exact(t.Text)
		if field == "" || how == ByLikely {
			if found := keywordsIn(t.Text); found != nil {
				field = found[0].Field
			}
		}
		if field != "" {
			known++
		}
		to = to || field == graph.FieldTo
	}
	return to && known >= 3 && 2*known >= len(texts)
}

// withPurpose takes the first column that nothing else tells for what the data is
// for, where no column says that and one says who receives it: the trips, the
// records, the kinds of partnership that a list is of. Its cells must be words of
// several kinds, and its heading ask for nothing that has an answer of its own.
func withPurpose(columns []graph.Column, samples map[int][]string, book *law.Book) []graph.Column {
	has := func(f graph.Field) bool { return Has(columns, f) }
	if has(graph.FieldPurpose) || !has(graph.FieldTo) {
		return columns
	}
	for i, c := range columns {
		values := cell.KnownValues(samples[c.Col])
		if c.Field != "" || c.How != "" || strings.TrimSpace(c.Heading) == "" || noPurposeHeading(words.Fold(c.Heading)) && !ofRecords(words.Fold(c.Heading)) || len(values) < 2 || len(distinct(values)) < 2 || !wordy(values, book) {
			continue
		}
		if cell.MostOf(values, func(v string) bool {
			return !strings.Contains(v, " ") && len(v) < 4 || isAddress(v) || cell.IsOrganisation(book, v) || len(v) > 200
		}) {
			continue
		}
		out := slices.Clone(columns)
		out[i].Field, out[i].How, out[i].Why = graph.FieldPurpose, ByPosition, "no other column says what the data is for, and its cells are words"
		return out
	}
	return columns
}

func distinct(values []string) []string {
	var out []string
	for _, v := range values {
		if f := words.Fold(v); !slices.Contains(out, f) {
			out = append(out, f)
		}
	}
	return out
}

// noPurposeHeading tells headings of columns that say something else than what for.
func noPurposeHeading(folded string) bool { return words.PhraseList("no purpose").Has(folded) }

// ofRecords tells headings of kinds of records, which stand for what is done.
func ofRecords(folded string) bool { return words.PhraseList("of records").Has(folded) }
