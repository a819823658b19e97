package importers

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
)

// fieldElsewhere is the field of a column of further countries that data goes to,
// beside the one of the recipient: "Other countries", "Sub-processors".
const fieldElsewhere graph.Field = "further-countries"

// fieldSubProcessors is the field of a column of those whom the recipient uses.
const fieldSubProcessors graph.Field = "sub-processors"

var furtherHeading = re(`\b(third|other|further|additional|overseas|foreign|non uk) countr(y|ies)\b|\bsub ?processors?( used| countries| locations?)?( if any)?$|\b(outside|out of)( the)? (uk|eea|eu|country)\b|^not( in)?( the)? uk$|^(sent |goes |held )?(abroad|overseas)$|\bthird country transfers?\b|\btransferred to (a )?third countr(y|ies)\b`)

// furtherCountries tells such a column, where another has the recipient's country and no
// field knows this one.
func furtherCountries(columns []graph.Column, samples map[int][]string) []graph.Column {
	out := slices.Clone(columns)
	country := func(c graph.Column) bool { return c.Field == graph.FieldRecipientCountry || c.Field == fieldHere }
	if !slices.ContainsFunc(out, country) {
		return out
	}
	for i, c := range out {
		if c.Field != "" || c.How != "" || len(samples[c.Col]) == 0 || otherThanTransfers.MatchString(fold(c.Heading)) ||
			!furtherHeading.MatchString(fold(withoutBrackets(c.Heading))) {
			continue
		}
		field := fieldElsewhere
		if strings.Contains(fold(c.Heading), "processor") {
			field = fieldSubProcessors
		}
		if slices.ContainsFunc(out, func(o graph.Column) bool { return o.Field == field }) {
			continue
		}
		out[i].Field, out[i].How, out[i].Why = field, byWords, "the heading asks where else data goes"
	}
	return out
}

// goesElsewhere reads such a column: each country in it but the UK can get at the
// data, and so can one that nobody wrote down where the cell does not deny it.
func goesElsewhere(r *record, f *graph.Flow, v value, at graph.Ref) {
	subs := strings.Contains(fold(at.Heading), "processor")
	state, rest := parseState(v.text)
	if isUnknown(v.text) && subs || isNotApplicable(v.text) || !isUnknown(v.text) && onlyHere(v.text) {
		return
	}
	if state == graph.No && onlyHere(rest) {
		saysNoTransfer(r, f, v, at)
		return
	}
	said := saidUnder(at, v)
	abroad, found := placesAbroad(r.t.book, v.text)
	if !found && subs {
		f.Extra = append(f.Extra, graph.Extra{Heading: at.Heading, Value: v.text, At: at})
		r.t.problems.warn(at, quote(said)+" names no country, so where these get the data is not known", "write their countries in a column Access countries")
		return
	}
	var open []string
	if !found {
		open = []string{said}
	}
	f.Access = alsoIn(f.Access, abroad, open, said)
	r.readAt(graph.FieldAccess, at)
}

// exceptFor are words before what a "no" leaves out, where a country counts.
var exceptFor = re(`\b(except|excepting|excluding|other than|apart from|unless|but)( for)?\b|\boutside( of)?( the)? (uk|eea|eu)\b|[()]`)

// placesAbroad are the countries but the UK that a cell names after its yes or
// no; found is false where it names none.
func placesAbroad(book *law.Book, text string) (abroad []string, found bool) {
	state, rest := parseState(text)
	if state == 0 {
		rest = text
	}
	rest = exceptFor.ReplaceAllString(rest, " ")
	for _, item := range items(rest) {
		for _, part := range commaItems(item) {
			for _, words := range append(bracketed(part), withoutBrackets(part)) {
				p := placeParser{book: book}
				if !p.namesSome(words) {
					continue
				}
				p.scan(words, true)
				for _, c := range p.place.Countries {
					if c != "GB" && !slices.Contains(abroad, c) {
						abroad = append(abroad, c)
					}
				}
			}
		}
	}
	return abroad, len(abroad) > 0
}
