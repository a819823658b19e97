package importers

import (
	"strings"

	"dpmap/graph"
	"dpmap/importers/cell"
)

// here reads such a column: yes is the UK; no is the country behind it, or one
// that nobody wrote down.
func here(r *record, f *graph.Flow, v value, at graph.Ref) {
	if f.RecipientCountry.Text != "" || cell.IsUnknown(v.text) || cell.IsNotApplicable(v.text) {
		return
	}
	said := saidUnder(at, v)
	state, rest := cell.ParseState(v.text)
	place := graph.Place{Open: []string{said}}
	switch {
	case state == graph.Yes && cell.OnlyHere(rest):
		place = graph.Place{Countries: []string{"GB"}}
	case state == graph.No && rest != "":
		if p, _ := cell.ParsePlace(r.t.book, strings.Trim(rest, "() ")); len(p.Countries) > 0 {
			place = p
		}
	}
	place.Text = said
	f.RecipientCountry = place
	r.readAt(graph.FieldRecipientCountry, at)
}
