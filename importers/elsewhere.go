package importers

import (
	"slices"

	"dpmap/graph"
	"dpmap/graph/law"
)

// fieldElsewhere is the field of a column of further countries that data goes to,
// beside the one of the recipient: "Other countries", "Sub-processors".
const fieldElsewhere graph.Field = "further-countries"

// fieldSubProcessors is the field of a column of those whom the recipient uses.
const fieldSubProcessors graph.Field = "sub-processors"

// fieldSubPlaces is the field of a column of the countries of those.
const fieldSubPlaces graph.Field = "sub-processor-countries"

var subPlaceHeading = re(`\bsub ?(processor|contractor)s?\b.*\b(countr(y|ies)|locations?|where|based|regions?)\b|\b(countr(y|ies)|locations?|where|based|regions?)\b.*\bsub ?(processor|contractor)s?\b`)

var furtherHeading = re(`\b(third|other|further|additional|overseas|foreign|non uk) countr(y|ies)\b|\b(outside|out of)( the)? (uk|eea|eu|country)\b|^not( in)?( the)? uk$|^(sent |goes |held )?(abroad|overseas)$|\bthird country transfers?\b|\btransferred to (a )?third countr(y|ies)\b`)

// furtherCountries tells such columns: those of sub-processors, and of further
// countries where another column has the recipient's. No other field knows them.
func furtherCountries(columns []graph.Column, samples map[int][]string, book *law.Book) []graph.Column {
	out := slices.Clone(columns)
	hasTo := slices.ContainsFunc(out, func(c graph.Column) bool { return c.Field == graph.FieldTo })
	hasCountry := slices.ContainsFunc(out, func(c graph.Column) bool { return c.Field == graph.FieldRecipientCountry || c.Field == fieldHere })
	for i, c := range out {
		if c.Field != "" || c.How != "" || len(samples[c.Col]) == 0 || mostOf(samples[c.Col], isCount) {
			continue
		}
		folded := fold(withoutBrackets(c.Heading))
		switch {
		case subPlaceHeading.MatchString(folded):
			out[i].Field, out[i].How, out[i].Why = fieldSubPlaces, byWords, "the heading asks where sub-processors are"
		case (isSubHeading(folded) || isSubHeading(fold(c.Heading))) && (subAnswers.MatchString(folded) || !onlyAnswers(samples[c.Col])):
			out[i].Field, out[i].How, out[i].Why = fieldSubProcessors, byWords, "the heading asks for sub-processors"
		case hasTo && (inTurn.MatchString(folded) || inTurn.MatchString(fold(c.Heading))) && !onlyAnswers(samples[c.Col]) && !holdsPlaces(samples[c.Col], book):
			out[i].Field, out[i].How, out[i].Why = fieldSubProcessors, byWords, "the heading asks whom recipients use or pass data on to"
		case hasCountry && furtherHeading.MatchString(folded) && !otherThanTransfers.MatchString(folded):
			out[i].Field, out[i].How, out[i].Why = fieldElsewhere, byWords, "the heading asks where else data goes"
		}
	}
	return out
}

// goesElsewhere reads such a column: each country in it but the UK can get at the
// data, and so can one that nobody wrote down where the cell does not deny it.
func goesElsewhere(r *record, f *graph.Flow, v value, at graph.Ref) {
	subs := asksForSubs(at.Heading) || r.forSubs(at)
	if found, left := r.subProcessors(v.text); subs && len(found) > 0 && !subPlaceHeading.MatchString(fold(at.Heading)) {
		if left != nil {
			f.Extra = append(f.Extra, graph.Extra{Heading: at.Heading, Value: v.text, At: at})
		}
		return // they have flows of their own
	}
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
