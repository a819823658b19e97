package column

import (
	"slices"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/importers/cell"
	"dpmap/importers/words"
)

// textFields are fields whose cells are words: a column that holds little but
// yes and no, or dates, is none of them whatever its heading.
var textFields = []graph.Field{
	graph.FieldTo, graph.FieldPurpose, graph.FieldCategories, graph.FieldSubjects, graph.FieldRetention, graph.FieldSystem,
}

// namingFields are further fields of which a column of bare numbers is none.
var namingFields = []graph.Field{graph.FieldFrom, graph.FieldRecipientCountry, graph.FieldHosting, FieldLocation, graph.FieldAccess, FieldCollected, FieldSubProcessors}

// unseated takes from columns the fields that what they hold contradicts flatly,
// and gives them to columns whose headings also mean them: "Shared with third
// parties? Yes" gives way to "Who with?". It leaves alone what the user said, and
// a field without which there is no table.
func unseated(l *Layout, columns []graph.Column, samples map[int][]string, book *law.Book) []graph.Column {
	out := slices.Clone(columns)
	for i, c := range columns {
		if c.How == ByOption || c.How == ByHeading || !(slices.Contains(textFields, c.Field) && denies(c.Field, samples[c.Col], book)) && !(slices.Contains(namingFields, c.Field) && len(samples[c.Col]) >= 2 && cell.MostOf(samples[c.Col], isCount)) && !(c.How == BySpelling && isPlaceField(c.Field) && noPlaces(samples[c.Col], book)) {
			continue
		}
		was := slices.Clone(out)
		out[i].Field, out[i].How, out[i].Why = "", "", ""
		for j := range out {
			field, how := HeadingTable()[l.Scope].Exact(out[j].Heading)
			if j != i && out[j].Field == "" && out[j].How == "" && field == c.Field {
				out[j].Field, out[j].How = field, how
				out[j].Why = Why(out[j])
				break
			}
		}
		if l.Fits(columns) && !l.Fits(out) {
			out = was
		}
	}
	return out
}

// denies reports whether values are nearly all yes and no, dates or, where
// people are due, roles.
func denies(field graph.Field, values []string, book *law.Book) bool {
	values = cell.KnownValues(values)
	n := 0
	for _, v := range values {
		role, _ := cell.ParseRole(v)
		if cell.IsYesNo(book, v) || isCount(v) && field != graph.FieldRetention || cell.IsDate(book, v) && field != graph.FieldRetention || field == graph.FieldSubjects && role != 0 {
			n++
		}
	}
	return len(values) >= 2 && 10*n >= 8*len(values)
}

// noPlaces reports whether values are words of which none is a country or an answer.
func noPlaces(values []string, book *law.Book) bool {
	values = cell.KnownValues(values)
	return len(values) >= 3 && !slices.ContainsFunc(values, func(v string) bool {
		_, found := PlacesAbroad(book, v)
		return found || cell.Ticked(v) != 0 || cell.IsPlace(book, v)
	})
}

// isCount reports whether a text is a bare number.
func isCount(v string) bool { return countText.MatchString(v) }

var countText = words.Regexp(`^[~<>≈c. ]*\d[\d,. ]*\+?$`)

// dateBeside is the field of a column headed only Date by the column before it.
var dateBeside = map[graph.Field]graph.Field{
	graph.FieldAgreement: graph.FieldAgreementDate,
	graph.FieldSafeguard: graph.FieldSafeguardDate,
}

// followUp finds the country that a question asks after one about where data is
// kept: "Is any data stored outside the UK?", "If yes, which country?".
var (
	followUp = words.Regexp(`^\s*if (yes|so|not|no|outside)\b.*\b(country|countries|where)\b`)
	keeping  = words.Regexp(`\b(stored|held|hosted|kept|servers?|data cent(re|er))\b`)
)

// dated tells the columns headed Date, and those that go on with a question, by
// what stands before them.
func dated(columns []graph.Column) []graph.Column {
	out := slices.Clone(columns)
	for i := 1; i < len(out); i++ {
		if out[i].How != ByOption && followUp.MatchString(out[i].Heading) && keeping.MatchString(out[i-1].Heading) && !slices.ContainsFunc(out, isHosting) {
			out[i].Field, out[i].How, out[i].Why = graph.FieldHosting, ByWords, "it goes on from "+words.Quote(out[i-1].Heading)
			continue
		}
		if out[i-1].Field == graph.FieldSafeguard && out[i].Field == graph.FieldAgreementDate && out[i].How != ByOption && signedOn.MatchString(words.Fold(out[i].Heading)) &&
			!slices.ContainsFunc(out, func(c graph.Column) bool {
				return c.Field == graph.FieldAgreement || c.Field == graph.FieldSafeguardDate
			}) {
			out[i].Field, out[i].How, out[i].Why = graph.FieldSafeguardDate, ByWords, "it stands beside "+words.Quote(out[i-1].Heading)
			continue
		}
		if out[i-1].Field == FieldLeaves && out[i].Field == "" && out[i].How == "" && howCovered(words.Fold(out[i].Heading)) && !Has(out, graph.FieldSafeguard) {
			out[i].Field, out[i].How, out[i].Why = graph.FieldSafeguard, ByWords, "it goes on from "+words.Quote(out[i-1].Heading)
			continue
		}
		field := dateBeside[out[i-1].Field]
		if field == "" || out[i].Field != "" || out[i].How != "" || Has(out, field) {
			continue
		}
		switch words.Fold(out[i].Heading) {
		case "date", "dated", "when", "on", "date y", "date if yes", "if yes date", "if so date", "if yes when", "date of this":
			out[i].Field, out[i].How, out[i].Why = field, ByWords, "it stands beside "+words.Quote(out[i-1].Heading)
		}
	}
	return out
}

// signedOn finds headings of a day of signing that do not say of what.
var signedOn = words.Regexp(`^(date )?(signed|executed|agreed|in place since|entered into|effective)( on| date)?$|^date of (signature|execution|agreement)$|^(signature|signing|execution) date$`)

func isHosting(c graph.Column) bool { return c.Field == graph.FieldHosting }

// howCovered tells the safeguard that a question asks after one about whether data
// goes abroad: "Leaves the UK?", "If yes, how protected".
func howCovered(folded string) bool { return words.PhraseList("how covered").Has(folded) }
