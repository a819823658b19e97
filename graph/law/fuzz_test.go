package law

import "testing"

func FuzzFindCountry(f *testing.F) {
	for _, s := range []string{"U.S.", "the", "Côte d’Ivoire", "NO", "\xff\xfe", "Untied Kingdom", "EEA", "eu-west-2a", "DfE (UK)", "(", "the the"} {
		f.Add(s)
	}
	b := open(f, today)
	f.Fuzz(func(t *testing.T, s string) {
		if code, ok := b.FindCountry(s); ok {
			if _, known := b.Country(code); !known {
				t.Errorf("%q is %q, which is no country", s, code)
			}
		}
		if name := b.NearCountry(s); name != "" {
			if _, ok := b.FindCountry(name); !ok {
				t.Errorf("%q is near %q, which is no country", s, name)
			}
		}
		if code, ok := b.FindRegion(s); ok != (code != "") {
			t.Errorf("%q is a region in %q: %t", s, code, ok)
		}
		b.FindBloc(s)
		b.FindBody(s)
	})
}

func FuzzClassify(f *testing.F) {
	for _, s := range []string{"Race times", "SEN's", "''", "sex life sex", "\xff", "ſen", "PINs", "a’s’s"} {
		f.Add(s)
	}
	b := open(f, today)
	f.Fuzz(func(t *testing.T, s string) {
		decided, terms := b.Classify(s), b.Terms(s)
		if (decided.Word == "") != (len(terms) == 0) {
			t.Fatalf("%q: %q decides among %d terms", s, decided.Word, len(terms))
		}
		for _, term := range terms {
			if term.Class > decided.Class && term.Kind != "vulnerable data subjects" {
				t.Errorf("%q: %q outranks %q", s, term.Word, decided.Word)
			}
		}
	})
}
