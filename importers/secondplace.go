package importers

import (
	"slices"

	"dpmap/graph"
	"dpmap/importers/cell"
	"dpmap/importers/words"
)

// alsoPlace reads a column that names a further place: what it adds is a country
// abroad, or one that nobody knows. A backup in the UK does not say where the
// servers are.
func alsoPlace(field graph.Field, of func(*graph.Flow) *graph.Place) func(*record, *graph.Flow, value, graph.Ref) {
	return func(r *record, f *graph.Flow, v value, at graph.Ref) {
		place := of(f)
		p, doubts := cell.ParsePlace(r.t.book, v.text)
		_, vague := words.List("open").Whole(v.text)
		if len(p.Countries) == 0 && !vague {
			if place.IsBlank() && len(p.Open) > 0 && !backupWords.MatchString(words.Fold(at.Heading)) {
				r.t.problems.doubts(at, doubts) // no other cell says where
			}
			return
		}
		r.t.problems.doubts(at, doubts)
		abroad := slices.DeleteFunc(slices.Clone(p.Countries), func(c string) bool { return c == "GB" })
		switch {
		case place.IsBlank() && (len(abroad)+len(p.Open) > 0 || !backupWords.MatchString(words.Fold(at.Heading))):
			*place = p
			place.Text = saidUnder(at, v)
		case slices.ContainsFunc(abroad, func(c string) bool { return !slices.Contains(place.Countries, c) }), len(p.Open) > 0:
			*place = alsoIn(*place, abroad, p.Open, saidUnder(at, v))
		default:
			return
		}
		r.readAt(field, at)
	}
}
