package column

import (
	"slices"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/importers/cell"
	"dpmap/importers/words"
)

// FieldElsewhere is the field of a column of further countries that data goes to,
// beside the one of the recipient: "Other countries", "Sub-processors".
const FieldElsewhere graph.Field = "further-countries"

// FieldSubProcessors is the field of a column of those whom the recipient uses.
const FieldSubProcessors graph.Field = "sub-processors"

// FieldSubPlaces is the field of a column of the countries of those.
const FieldSubPlaces graph.Field = "sub-processor-countries"

// SubPlaceHeading finds headings of the places of sub-processors.
var SubPlaceHeading = words.Regexp(`\bsub ?(processor|contractor)s?\b.*\b(countr(y|ies)|locations?|where|based|regions?)\b|\b(countr(y|ies)|locations?|where|based|regions?)\b.*\bsub ?(processor|contractor)s?\b`)

// furtherCountries tells such columns: those of sub-processors, and of further
// countries where another column has the recipient's. No other field knows them.
func furtherCountries(columns []graph.Column, samples map[int][]string, book *law.Book) []graph.Column {
	out := slices.Clone(columns)
	hasTo := Has(out, graph.FieldTo)
	hasCountry := slices.ContainsFunc(out, func(c graph.Column) bool { return c.Field == graph.FieldRecipientCountry || c.Field == FieldHere })
	for i, c := range out {
		if c.Field != "" || c.How != "" || len(samples[c.Col]) == 0 || cell.MostOf(samples[c.Col], isCount) {
			continue
		}
		folded := words.Fold(words.WithoutBrackets(c.Heading))
		switch {
		case SubPlaceHeading.MatchString(folded):
			out[i].Field, out[i].How, out[i].Why = FieldSubPlaces, ByWords, "the heading asks where sub-processors are"
		case (isSubHeading(folded) || isSubHeading(words.Fold(c.Heading))) && (subAnswers.MatchString(folded) || !onlyAnswers(samples[c.Col])):
			out[i].Field, out[i].How, out[i].Why = FieldSubProcessors, ByWords, "the heading asks for sub-processors"
		case hasTo && (inTurn(folded) || inTurn(words.Fold(c.Heading))) && !onlyAnswers(samples[c.Col]) && !holdsPlaces(samples[c.Col], book):
			out[i].Field, out[i].How, out[i].Why = FieldSubProcessors, ByWords, "the heading asks whom recipients use or pass data on to"
		case hasCountry && furtherHeading(folded) && !otherThanTransfers(folded):
			out[i].Field, out[i].How, out[i].Why = FieldElsewhere, ByWords, "the heading asks where else data goes"
		}
	}
	return out
}

// exceptFor are words before what a "no" leaves out, where a country counts.
var exceptFor = words.Regexp(`\b(except|excepting|excluding|other than|apart from|unless|but)( for)?\b|\boutside( of)?( the)? (uk|eea|eu)\b|[()]`)

// PlacesAbroad are the countries but the UK that a cell names after its yes or
// no; found is false where it names none.
func PlacesAbroad(book *law.Book, text string) (abroad []string, found bool) {
	state, rest := cell.ParseState(text)
	if state == 0 {
		rest = text
	}
	rest = exceptFor.ReplaceAllString(rest, " ")
	for _, item := range words.Items(rest) {
		for _, part := range words.CommaItems(item) {
			for _, words := range append(words.Bracketed(part), words.WithoutBrackets(part)) {
				p := cell.PlaceParser{Book: book}
				if !p.NamesSome(words) {
					continue
				}
				p.Scan(words, true)
				for _, c := range p.Place.Countries {
					if c != "GB" && !slices.Contains(abroad, c) {
						abroad = append(abroad, c)
					}
				}
			}
		}
	}
	return abroad, len(abroad) > 0
}

// furtherHeading reports whether a folded text has one of the phrases "further places".
func furtherHeading(folded string) bool { return words.PhraseList("further places").Has(folded) }
