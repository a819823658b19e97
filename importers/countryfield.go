package importers

import "dpmap/graph"

// country reads the recipient's country. In a column of what goes abroad, words
// of where data is kept are hosting and no country of anybody, and a mechanism
// that stands beside the country counts where the row has no other cell for it.
func country(r *record, f *graph.Flow, v value, at graph.Ref) {
	saysNoTransfer(r, f, v, at)
	if !asksAbroad(at.Heading) {
		places("recipient country", func(f *graph.Flow) *graph.Place { return &f.RecipientCountry })(r, f, v, at)
		return
	}
	if keptWords.MatchString(v.text) {
		places("hosting country", func(f *graph.Flow) *graph.Place { return &f.Hosting })(r, f, v, at)
		r.readAt(graph.FieldHosting, at)
		return
	}
	places("recipient country", func(f *graph.Flow) *graph.Place { return &f.RecipientCountry })(r, f, v, at)
	if _, _, has := r.cell(graph.FieldSafeguard); has {
		return
	}
	found, _ := r.t.safeguards.read(v.text, func(s string) ([]graph.Safeguard, []doubt) {
		return parseSafeguards(s, r.t.book.LaidMechanisms(), carriers(r.t.book))
	})
	for _, s := range found {
		if s.ID == graph.SafeguardNone || s.ID == graph.SafeguardOther {
			continue
		}
		s.At = at
		f.Safeguards = append(f.Safeguards, s)
	}
}

var keptWords = re(`\b(held|hosted|hosting|stored|storage|kept|saved|servers?|data ?cent(re|er)s?|back ?ups?|cloud)\b`)
