package importers

import "testing"

// FuzzNames holds that no text makes the readers of names within a sentence panic, nor
// name nobody.
func FuzzNames(f *testing.F) {
	for _, s := range []string{"shared with Pearson, AQA and OCR", "• a; b, (c", "(e.g. Moodle", "SIMS (Capita)"} {
		f.Add(s)
	}
	book := testBook(f)
	f.Fuzz(func(t *testing.T, s string) {
		r := &reader{book: book, parties: newRegistry(book)}
		p := &purposeReader{reader: r, text: s, ts: tokens(s)}
		for _, n := range p.recipientsOf() {
			if r.parties.parties[n.party].Name == "" {
				t.Errorf("%q names a recipient without a name", s)
			}
		}
		itemsOrCapitals(s)
	})
}
