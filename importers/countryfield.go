package importers

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/importers/column"
	"dpmap/importers/words"
)

// country reads the recipient's country. What the cell says of hosting or of access
// beside it is not the recipient's. In a column of what goes abroad, words
// of where data is kept are hosting and no country of anybody, and a mechanism
// that stands beside the country counts where the row has no other cell for it.
func country(r *record, f *graph.Flow, v value, at graph.Ref) {
	saysNoTransfer(r, f, v, at)
	abroad := column.AsksAbroad(at.Heading)
	if abroad && keptWords.MatchString(v.text) {
		places("hosting country", func(f *graph.Flow) *graph.Place { return &f.Hosting })(r, f, v, at)
		r.readAt(graph.FieldHosting, at)
		return
	}
	written := v.text
	v.text = r.partSeats(f, v.text, at, true, true)
	places("recipient country", func(f *graph.Flow) *graph.Place { return &f.RecipientCountry })(r, f, v, at)
	f.RecipientCountry.Text = written
	if _, _, has := r.cell(graph.FieldSafeguard); has || !abroad {
		return
	}
	found, _ := r.t.safeguardsIn(written, at)
	f.Safeguards = append(f.Safeguards, slices.DeleteFunc(found, func(s graph.Safeguard) bool {
		return s.ID == graph.SafeguardNone || s.ID == graph.SafeguardOther
	})...)
}

// hosted reads where data is hosted, and whence it is reached where the cell says
// that too: "UK data centre, support from India".
func hosted(r *record, f *graph.Flow, v value, at graph.Ref) {
	written := v.text
	if s := r.t.seatsIn(v.text); s.access != "" && s.company+s.hosting != "" && r.isFree(graph.FieldAccess) {
		r.seat(f, seats{access: s.access}, v.text, at)
		v.text = strings.Trim(s.company+", "+s.hosting, ", ")
	}
	places("hosting country", hostingOf)(r, f, v, at)
	f.Hosting.Text = written
}

var keptWords = words.Regexp(`\b(held|hosted|hosting|stored|storage|kept|saved|servers?|data ?cent(re|er)s?|back ?ups?|cloud)\b`)
