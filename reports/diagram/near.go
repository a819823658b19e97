package diagram

import "dpmap/reports/wording"

// mostNear is how many names a message suggests.
const mostNear = 3

// near suggests the parties that a name could mean which is nobody's, by their
// names and aliases. It is "" where none is near.
func (b *builder) near(text string) string {
	var known []wording.Known
	for _, p := range b.result.Map.Parties() {
		for _, called := range append([]string{p.Name}, p.Aliases...) {
			known = append(known, wording.Known{Called: clean(called), Shown: b.name(p.ID)})
		}
	}
	return wording.DidYouMean(clean(text), known, 3, mostNear)
}
