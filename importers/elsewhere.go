package importers

import (
	"dpmap/graph"
	"dpmap/importers/cell"
	"dpmap/importers/column"
	"dpmap/importers/words"
)

// goesElsewhere reads such a column: each country in it but the UK can get at the
// data, and so can one that nobody wrote down where the cell does not deny it.
func goesElsewhere(r *record, f *graph.Flow, v value, at graph.Ref) {
	subs := column.AsksForSubs(at.Heading) || r.forSubs(at)
	if found, left := r.subProcessors(v.text); subs && len(found) > 0 && !column.SubPlaceHeading.MatchString(words.Fold(at.Heading)) {
		if left != nil {
			f.Extra = append(f.Extra, graph.Extra{Heading: at.Heading, Value: v.text, At: at})
		}
		return // they have flows of their own
	}
	state, rest := cell.ParseState(v.text)
	if cell.IsUnknown(v.text) && subs || cell.IsNotApplicable(v.text) || !cell.IsUnknown(v.text) && cell.OnlyHere(v.text) {
		return
	}
	if state == graph.No && cell.OnlyHere(rest) {
		saysNoTransfer(r, f, v, at)
		return
	}
	said := saidUnder(at, v)
	abroad, found := column.PlacesAbroad(r.t.book, v.text)
	if !found && subs {
		f.Extra = append(f.Extra, graph.Extra{Heading: at.Heading, Value: v.text, At: at})
		r.t.problems.warn(at, words.Quote(said)+" names no country, so where these get the data is not known", "write their countries in a column Access countries")
		return
	}
	var open []string
	if !found {
		open = []string{said}
	}
	f.Access = alsoIn(f.Access, abroad, open, said)
	r.readAt(graph.FieldAccess, at)
}
