package column

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/importers/cell"
	"dpmap/importers/lazyre"
	"dpmap/importers/words"
)

// WithNames finds the column of recipients among headings of which none says who
// receives the data: the first that asks who or names software, holds names, and
// has beside it what goes to them and on what terms. A system counts only where
// the country of somebody, an agreement or a safeguard is listed with it:
// otherwise it may be the controller's own.
func WithNames(columns []graph.Column, samples map[int][]string, book *law.Book) []graph.Column {
	has := func(fields ...graph.Field) bool {
		return slices.ContainsFunc(columns, func(c graph.Column) bool { return slices.Contains(fields, c.Field) })
	}
	terms := has(graph.FieldRecipientCountry, graph.FieldSafeguard, graph.FieldAgreement)
	if subs := subsColumn(columns, samples, book); subs >= 0 && !has(graph.FieldTo, graph.FieldFrom, graph.FieldSystem) && has(graph.FieldPurpose, graph.FieldCategories) {
		out := slices.Clone(columns)
		out[subs].Field, out[subs].How, out[subs].Why = graph.FieldTo, ByPosition, "no other column says who receives the data, and it names sub-processors"
		return out
	}
	agreed := has(graph.FieldSafeguard, graph.FieldAgreement) && has(graph.FieldRecipientCountry, graph.FieldHosting, FieldLocation) // as only of others
	if has(graph.FieldTo) || !has(graph.FieldCategories, graph.FieldBasis) && !(terms && has(graph.FieldPurpose)) && !agreed {
		return columns
	}
	placed := terms || has(graph.FieldHosting, FieldLocation, graph.FieldBasis)
	them := speaksOfThem(columns)
	for _, i := range whoFirst(columns) {
		c := columns[i]
		product := IsProducts(c.Heading)
		free := c.Field == "" || c.Field == graph.FieldSystem && (terms || product || them) || product && c.How == ByLikely
		if c.How == ByOption || !free || !placed && !product && !them || !product && (words.List("nothead").Has(c.Heading) || AsksOther.MatchString(words.Fold(c.Heading)) || !words.List("tohead").Has(c.Heading)) {
			continue
		}
		if !HoldsNames(samples[c.Col], book) && !(terms && holdsPackages(samples[c.Col])) {
			continue
		}
		out := slices.Clone(columns)
		out[i].Field, out[i].How, out[i].Why = graph.FieldTo, ByPosition, "no other column says who receives the data, and it holds names"
		if product {
			return withTypes(out, samples)
		}
		return out
	}
	return columns
}

// speaksOfThem reports whether the headings speak of those whom another column names,
// or of what is shared with them: "What they see or get from us", "Information
// shared". A service is then somebody, and a name somebody's.
func speaksOfThem(columns []graph.Column) bool {
	return slices.ContainsFunc(columns, func(c graph.Column) bool {
		return c.Field == graph.FieldCategories && themInHeading.MatchString(words.Fold(c.Heading))
	})
}

var themInHeading = words.Regexp(`\b(they|them|their|shared|disclosed|sent|given|passed|transferred|released)\b`)

// whoFirst are the indexes of columns, those first whose heading begins by asking
// who: "Who runs it for us" says more of a recipient than the system beside it.
func whoFirst(columns []graph.Column) []int {
	var who, others []int
	for i, c := range columns {
		if whoAsks.MatchString(words.Fold(c.Heading)) {
			who = append(who, i)
		} else {
			others = append(others, i)
		}
	}
	return append(who, others...)
}

var whoAsks = words.Regexp(`^(by )?who\b`)

// subsColumn is the column that asks for sub-processors and names some, -1 for none:
// in a processor's own record they are who receives the data.
func subsColumn(columns []graph.Column, samples map[int][]string, book *law.Book) int {
	return slices.IndexFunc(columns, func(c graph.Column) bool {
		return (c.Field == "" && c.How == "" || c.Field == FieldSubProcessors) && AsksForSubs(c.Heading) && !AsksOther.MatchString(words.Fold(c.Heading)) &&
			namesRecipients(cell.KnownValues(samples[c.Col]), book)
	})
}

// packageName finds a service as the programs that call it name it: "posthog",
// "@aws-sdk/client-ses".
var packageName = lazyre.New(`^@?[a-z][a-z0-9._-]+(/[a-z0-9._-]+)?$`)

// holdsPackages reports whether a column holds such names, no two of them alike.
func holdsPackages(values []string) bool {
	values = cell.KnownValues(values)
	seen := map[string]bool{}
	for _, v := range values {
		first, _ := utf8.DecodeRuneInString(v)
		if seen[v] || !packageName.MatchString(v) && !unicode.IsUpper(first) {
			return false
		}
		seen[v] = true
	}
	return len(values) >= 2
}

// OwnThing finds values that are a list's, a service's or a team's of the
// controller itself: their last word is a common one in small letters.
var OwnThing = lazyre.New(`\b(database|databases|register|spreadsheet|records|planning|service|services|team|department|file|files|folder|list|policy|form|forms|letters|applications|requests|enquiries|procedure)$`)

// AsksOther finds headings that ask where, how or when, whoever is named in them.
var AsksOther = words.Regexp(`^where\b.*\b(keep|keeps|kept|held|holds?|stored?|stores|hosts?|hosted|located|based|lives?)\b|^(how|when|why)\b`)

// HoldsNames reports whether most values of a column could be names: short,
// with a capital, and no value of another field.
func HoldsNames(values []string, book *law.Book) bool {
	values = cell.KnownValues(values)
	seen := map[string]bool{}
	n := 0
	for _, v := range values {
		v, _ = cell.Described(v)
		first, _ := utf8.DecodeRuneInString(v)
		_, people := words.List("subject").Whole(v)
		if (unicode.IsUpper(first) || unicode.IsDigit(first) && (len(v) > 3 || strings.ContainsFunc(v, unicode.IsLetter))) && len(strings.Fields(v)) <= 7 && !people && !OwnThing.MatchString(v) && !cell.IsYesNo(book, v) && !cell.IsDate(book, v) && !cell.IsPlace(book, v) {
			n++
		}
		seen[words.Fold(v)] = true
	}
	return n >= 2 && 10*n >= 7*len(values) && 10*len(seen) >= 6*len(values)
}

// productHeading tells headings of what is bought or used from others: each name
// beneath is a supplier's. "System" may be the controller's own.
func productHeading(folded string) bool { return words.PhraseList("products").Has(folded) }
