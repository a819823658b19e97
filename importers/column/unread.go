package column

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/importers/cell"
	"dpmap/importers/words"
)

// Unread marks the columns that no field knows although what they hold matters,
// so that the reader is told.
func Unread(columns []graph.Column, samples map[int][]string, book *law.Book) []graph.Column {
	out := slices.Clone(columns)
	for i, c := range out {
		if c.Field != "" || c.How != "" {
			continue
		}
		if what := holds(c.Heading, cell.KnownValues(samples[c.Col]), book); what != "" {
			out[i].Why = "no field is left for it, and yet it holds " + what
		}
	}
	return out
}

// whereWords finds headings that ask where something is.
var whereWords = words.Regexp(`\b(countr(y|ies)|locations?|where|servers?|host(ed|ing)|stored|regions?|backups?)\b`)

func isSpecialHeading(heading string, book *law.Book) bool {
	class := book.Classify(heading).Class
	return class == law.Special || class == law.Criminal
}

// holds says what of weight an unread column holds, "" for nothing.
func holds(heading string, values []string, book *law.Book) string {
	if len(values) == 0 {
		return ""
	}
	if AsksAbroad(heading) && mostlyMarks(values) {
		return "answers about transfers abroad"
	}
	folded := words.Fold(heading)
	some := func(is func(string) bool) bool { return slices.ContainsFunc(values, is) }
	switch {
	case agreementWord.MatchString(folded) && some(func(v string) bool { return cell.Ticked(v) == graph.No || cell.RemarkOn(v).Remark == cell.Ended }):
		return "answers of no about an agreement"
	case whereWords.MatchString(folded) && some(func(v string) bool { return cell.IsPlace(book, v) && !cell.OnlyHere(v) }):
		return "countries"
	case len(strings.Fields(folded)) <= 5 && isSpecialHeading(heading, book) && some(func(v string) bool { return cell.Ticked(v) != graph.No }):
		return "answers about special category or criminal offence data"
	}
	for i := range Detectors {
		d := &Detectors[i]
		switch d.Field {
		case graph.FieldRecipientCountry, graph.FieldSafeguard, graph.FieldBasis:
			if d.beside != nil && d.Field != graph.FieldRecipientCountry {
				continue
			}
			if n := d.count(book, values); n >= 2 && 2*n > len(values) {
				return d.what
			}
		}
	}
	return ""
}
