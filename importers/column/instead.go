package column

import (
	"slices"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/importers/cell"
	"dpmap/importers/words"
)

// FieldProfessional is the field of a column of persons whose organisation another
// column names: the organisation receives the data.
var FieldProfessional = Also("professional")

var (
	personHeading   = words.Regexp(`\b(professionals?|practitioners?|clinicians?|therapists?|workers?|persons?|specialists?|consultants?|advisers?)\b`)
	activityHeading = words.Regexp(`\b(activit(y|ies)|process|processing|function|dataset|data set|operation|asset|record)\b`)
	byTheirNames    = words.Regexp(`\b(specific|named|actual|exact|individual|names?)\b`)
	purposeHeading  = words.Regexp(`\b(purposes?|why|reasons?|what for|used for|use it for)\b`)
)

// betterInstead gives a field to the column that serves it better than the first
// that goes by its name: the employer of a professional receives the data, and of
// an activity and its purpose the purpose is what the data is for.
func betterInstead(l *Layout, columns []graph.Column, samples map[int][]string, book *law.Book) []graph.Column {
	index := func(f graph.Field) int {
		return slices.IndexFunc(columns, func(c graph.Column) bool { return c.Field == f && c.How != ByOption && c.How != ByHeading })
	}
	other := func(not int, is func(graph.Column) bool) int {
		return slices.IndexFunc(columns, func(c graph.Column) bool {
			return c.Col != columns[not].Col && c.Field == "" && c.How == "" && is(c)
		})
	}
	out := slices.Clone(columns)
	if i := index(graph.FieldTo); i >= 0 && personHeading.MatchString(words.Fold(columns[i].Heading)) {
		if j := other(i, func(c graph.Column) bool {
			return employerHeading(words.Fold(c.Heading)) && (HoldsNames(samples[c.Col], book) || namesBodies(cell.KnownValues(samples[c.Col]), book))
		}); j >= 0 {
			out[j].Field, out[j].How, out[j].Why = graph.FieldTo, ByWords, "it names the organisation of those under "+words.Quote(columns[i].Heading)
			out[i].Field, out[i].Why = FieldProfessional, "another column names their organisation"
		}
	}
	if i := index(graph.FieldTo); i >= 0 && recipientKind(words.Fold(columns[i].Heading)) {
		if j := other(i, func(c graph.Column) bool {
			field, _ := HeadingTable()[l.Scope].Exact(c.Heading)
			return field == graph.FieldTo && byTheirNames.MatchString(words.Fold(c.Heading)) && len(cell.KnownValues(samples[c.Col])) > 0 && !mostlyMarks(cell.KnownValues(samples[c.Col]))
		}); j >= 0 {
			out[j].Field, out[j].How, out[j].Why = graph.FieldTo, BySynonym, "it names those of whom "+words.Quote(columns[i].Heading)+" gives the kind"
			out[i].Field, out[i].How, out[i].Why = "", byAside, "another column names them"
		}
	}
	if i := index(graph.FieldPurpose); i >= 0 && activityHeading.MatchString(words.Fold(columns[i].Heading)) && !purposeHeading.MatchString(words.Fold(columns[i].Heading)) {
		if j := other(i, func(c graph.Column) bool {
			field, how := HeadingTable()[l.Scope].Exact(c.Heading)
			return field == graph.FieldPurpose && how != ByLikely && purposeHeading.MatchString(words.Fold(c.Heading)) && len(cell.KnownValues(samples[c.Col])) > 0
		}); j >= 0 {
			out[j].Field, out[j].How, out[j].Why = graph.FieldPurpose, BySynonym, "it says what for, and "+words.Quote(columns[i].Heading)+" names the activity"
			out[i].Field, out[i].How, out[i].Why = "", "", ""
		}
	}
	return out
}

// recipientKind reports whether a folded text has one of the phrases "kinds of recipients".
func recipientKind(folded string) bool { return words.PhraseList("kinds of recipients").Has(folded) }

// employerHeading reports whether a folded text has one of the phrases "employers".
func employerHeading(folded string) bool { return words.PhraseList("employers").Has(folded) }
