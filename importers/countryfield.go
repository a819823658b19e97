package importers

import (
	"slices"

	"dpmap/graph"
)

// country reads the recipient's country. In a column of what goes abroad, words
// of where data is kept are hosting and no country of anybody, and a mechanism
// that stands beside the country counts where the row has no other cell for it.
func country(r *record, f *graph.Flow, v value, at graph.Ref) {
	saysNoTransfer(r, f, v, at)
	abroad := asksAbroad(at.Heading)
	if abroad && keptWords.MatchString(v.text) {
		places("hosting country", func(f *graph.Flow) *graph.Place { return &f.Hosting })(r, f, v, at)
		r.readAt(graph.FieldHosting, at)
		return
	}
	places("recipient country", func(f *graph.Flow) *graph.Place { return &f.RecipientCountry })(r, f, v, at)
	if _, _, has := r.cell(graph.FieldSafeguard); has || !abroad {
		return
	}
	found, _ := r.t.safeguardsIn(v.text, at)
	f.Safeguards = append(f.Safeguards, slices.DeleteFunc(found, func(s graph.Safeguard) bool {
		return s.ID == graph.SafeguardNone || s.ID == graph.SafeguardOther
	})...)
}

var keptWords = re(`\b(held|hosted|hosting|stored|storage|kept|saved|servers?|data ?cent(re|er)s?|back ?ups?|cloud)\b`)
