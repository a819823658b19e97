package column

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/importers/cell"
	"dpmap/importers/words"
)

// question is what a column may ask that is answered with yes and no: its cells
// are read for what they say of a place, and not as a place.
type question struct {
	field graph.Field
	takes []graph.Field // the fields that headings alone may give such a column
	asks  func(folded string) bool
	holds func(folded string, values []string, columns []graph.Column, c graph.Column) bool
	why   string
}

var questionTable = []question{
	{
		FieldLeaves, []graph.Field{graph.FieldSafeguard, graph.FieldRecipientCountry},
		func(f string) bool {
			return AsksAbroad(f) && (!AsksWhere.MatchString(thirdCountries.ReplaceAllString(f, " ")) || whetherFirst(f))
		},
		func(f string, values []string, columns []graph.Column, c graph.Column) bool {
			if whetherFirst(f) && !slices.ContainsFunc(values, func(v string) bool { return cell.ParsedState(v) == graph.Yes }) {
				return false // nothing but the places themselves and no: the last words ask
			}
			if protecting.MatchString(f) && !slices.ContainsFunc(values, func(v string) bool { state, _ := cell.ParseState(v); return state == graph.Yes }) {
				return false // it asks what protects the data that goes
			}
			return 10*answersIn(values) >= 7*len(values) ||
				plainQuestion(f) && c.Field == graph.FieldSafeguard && slices.ContainsFunc(columns, isCountry)
		},
		"the heading asks whether data goes abroad, and the cells are mostly yes and no",
	},
	{
		FieldAnyData, []graph.Field{graph.FieldCategories},
		func(f string) bool { return anyData(cell.WithoutYesNo(f)) },
		func(_ string, values []string, _ []graph.Column, _ graph.Column) bool { return mostlyMarks(values) },
		"the heading asks whether there is personal data at all, and the cells are mostly yes and no",
	},
	{
		FieldStays, []graph.Field{graph.FieldHosting, FieldLocation},
		func(f string) bool { return keptHere(cell.WithoutYesNo(f)) },
		func(_ string, values []string, _ []graph.Column, _ graph.Column) bool { return mostlyMarks(values) },
		"the heading asks whether data is kept in the UK, and the cells are mostly yes and no",
	},
	{
		FieldHere, []graph.Field{graph.FieldRecipientCountry},
		func(f string) bool { return basedHere(cell.WithoutYesNo(f)) },
		func(_ string, values []string, _ []graph.Column, _ graph.Column) bool { return startWithState(values) },
		"the heading asks whether the recipient is in the UK, and the cells are mostly yes and no",
	},
}

// whetherFirst reports whether a heading asks whether data goes abroad before it asks
// where to: "Transferred overseas? Where?", and not what protects it there.
func whetherFirst(folded string) bool {
	at := AsksWhere.FindStringIndex(folded)
	if at == nil || strings.HasPrefix(folded, "if ") || protecting.MatchString(folded) {
		return false
	}
	return AsksAbroad(strings.TrimSuffix(strings.TrimSuffix(folded[:at[0]], "and "), "if so "))
}

// protecting finds headings about what protects data abroad: "Extra protections if
// abroad".
var protecting = words.Regexp(`\b(safeguards?|protections?|mechanisms?|measures|bas[ei]s|grounds?|tools?|instruments?)\b`)

// questioned tells the columns that ask such a question from those that name the
// country, the safeguard or the place, which a heading alone may not.
func questioned(columns []graph.Column, samples map[int][]string) []graph.Column {
	out := slices.Clone(columns)
	for _, q := range questionTable {
		for i, c := range out {
			folded := words.Fold(c.Heading)
			if c.How == ByOption || c.Field != "" && !slices.Contains(q.takes, c.Field) || !q.asks(folded) || !q.holds(folded, samples[c.Col], out, c) {
				continue
			}
			out[i].Field, out[i].Why = q.field, q.why
			if c.Field == "" {
				out[i].How = ByWords
			}
		}
	}
	return out
}

// whereAbroad takes a column that asks whether data goes abroad and where to for the
// recipients' countries, where its cells name those or say no and no other column
// does.
func whereAbroad(columns []graph.Column, samples map[int][]string, book *law.Book) []graph.Column {
	out := slices.Clone(columns)
	for i, c := range out {
		values := samples[c.Col]
		places := cell.CountOf(values, func(v string) bool { return cell.IsPlace(book, v) })
		if c.Field == "" && c.How == "" && whetherFirst(words.Fold(c.Heading)) && places > 0 && 10*(places+answersIn(values)) >= 7*len(values) && !slices.ContainsFunc(out, isCountry) {
			out[i].Field, out[i].How, out[i].Why = graph.FieldRecipientCountry, ByContents, "it asks where data goes abroad, and its cells are mostly countries and no"
		}
	}
	return out
}
