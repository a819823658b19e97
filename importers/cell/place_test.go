package cell

import (
	"strings"
	"testing"
)

func TestParsePlace(t *testing.T) {
	book := testBook(t)
	tests := []struct{ text, countries, open, doubt string }{
		{"UK", "GB", "", ""},
		{"U.S.", "US", "", ""},
		{"Eire", "IE", "", ""},
		{"The Netherlands", "NL", "", ""},
		{"UK, Netherlands, US and China", "GB NL US CN", "", ""},
		{"Bosnia and Herzegovina", "BA", "", ""},
		{"UK\nUSA", "GB US", "", ""},
		{"• Ireland\n• France", "IE FR", "", ""},
		{"UK/US", "GB US", "", ""},
		{"UK only", "GB", "", ""},
		{"eu-west-2", "GB", "", ""},
		{"UK South", "GB", "", ""},
		{"Ireland (eu-west-1)", "IE", "", ""},
		{"Europe (London)", "GB", "", ""},
		{"n/k", "", "", ""},
		{"tbc", "", "", ""},
		{"", "", "", ""},
		{"n/a", "", "", ""},
		{"worldwide", "", "worldwide", ""},
		{"Europe", "", "Europe", ""},
		{"UK, various", "GB", "various", ""},
		{"UK, ?", "GB", "?", ""},
		{"Untied Kingdom", "", "Untied Kingdom", `country "Untied Kingdom" is not known (did you mean "United Kingdom"?)`},
		{"UK and Atlantis", "GB", "Atlantis", `country "Atlantis" is not known`},
		{"servers in the US, with some in AWS regions in Tokyo and Europe (London)", "US GB JP", "", `country "servers in the US, with some in AWS regions in Tokyo and Europe (London)" is also taken for Japan, where the town "Tokyo" is`},
		{"it is held by us in the cloud and never leaves", "", "it is held by us in the cloud and never leaves", `no country can be read with certainty from "it is held by us in the cloud and never leaves"`},
		{"Data is never transferred outside of the UK or the EEA", "", "Data is never transferred outside of the UK or the EEA", `no country can be read with certainty from "Data is never transferred outside of the UK or the EEA"`},
		{"data is stored on servers located in Ireland only", "IE", "", ""},
	}
	for _, tt := range tests {
		got, doubts := ParsePlace(book, tt.text)
		doubt := ""
		if len(doubts) > 0 {
			doubt = doubts[0].Message
		}
		if c, o := strings.Join(got.Countries, " "), strings.Join(got.Open, " "); c != tt.countries || o != tt.open || doubt != tt.doubt {
			t.Errorf("ParsePlace(%q) = %q open %q, doubt %q; want %q open %q, %q", tt.text, c, o, doubt, tt.countries, tt.open, tt.doubt)
		}
		if got.Text != tt.text {
			t.Errorf("ParsePlace(%q) keeps the text %q", tt.text, got.Text)
		}
	}
}

// TestParsePlaceBloc holds that a bloc is all of its members.
func TestParsePlaceBloc(t *testing.T) {
	got, doubts := ParsePlace(testBook(t), "EEA")
	if len(got.Countries) != 30 || len(got.Open) != 0 || doubts != nil {
		t.Errorf("EEA: %v open %v doubts %v; want 30 countries", got.Countries, got.Open, doubts)
	}
}

// FuzzParsePlace holds that words that are no country never pass for an answer:
// text that says something gives a country, an open word, or is known to be
// unknown, or its doubt says what was dropped.
func FuzzParsePlace(f *testing.F) {
	for _, s := range []string{"UK, Netherlands", "Europe (London)", "servers in the US", "((", "a and b", "EEA", "n/a", ")("} {
		f.Add(s)
	}
	book := testBook(f)
	f.Fuzz(func(t *testing.T, s string) {
		got, _ := ParsePlace(book, s)
		for _, c := range got.Countries {
			if _, ok := book.Country(c); !ok {
				t.Errorf("%q gives the country %q", s, c)
			}
		}
	})
}
