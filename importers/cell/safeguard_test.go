package cell

import (
	"strings"
	"testing"

	"dpmap/graph"
	"dpmap/graph/law"
)

func TestParseSafeguards(t *testing.T) {
	tests := []struct{ text, want, doubt string }{
		{"SCCs", "scc", ""},
		{"standard contractual clauses", "scc", ""},
		{"model clauses", "scc", ""},
		{"EU SCCs", "eu-scc-2021", ""},
		{"EU SCC 2021 Module 2 + UK Addendum", "eu-scc-2021, uk-addendum", ""},
		{"EU SCCs signed 1/2/2020", "old-scc 2020-02-01", ""},
		{"2010/87/EU controller to processor clauses", "old-scc", ""},
		{"IDTA (signed 3/5/2024)", "uk-idta 2024-05-03", ""},
		{"IDTA signed 3/5/2024, expires 2/5/2026", "uk-idta 2024-05-03 to 2026-05-02", ""},
		{"International Data Transfer Agreement; BCRs", "uk-idta, bcr", `safeguard "International Data Transfer Agreement; BCRs" does not say whether the ICO or an EU authority approved the binding corporate rules`},
		{"Privacy Shield", "privacy-shield", ""},
		{"DPF", "dpf", ""},
		{"EU-US Data Privacy Framework", "dpf", ""},
		{"Data Bridge", "uk-us-data-bridge", ""},
		{"DPF with UK Extension", "uk-us-data-bridge", ""},
		{"DPF without UK Extension", "dpf", ""},
		{"DPF (no UK extension)", "dpf", ""},
		{"adequacy decision", "adequacy", ""},
		{"DPA v6.3 includes SCCs", "scc", ""},
		{"explicit consent of the student", "art-49-a", ""},
		{"Art 49(1)(b)", "art-49-b", ""},
		{"None", "none", ""},
		{"no safeguards", "none", ""},
		{"IDTA in progress", "none", ""},
		{"N/A", "", ""},
		{"tbc", "", ""},
		{"Yes", "other", `safeguard "Yes" names no instrument`},
		{"trust", "other", `safeguard "trust" names no instrument that is known`},
	}
	for _, tt := range tests {
		list, doubts := ParseSafeguards(tt.text, nil, nil)
		var got []string
		for _, s := range list {
			g := strings.TrimSpace(s.ID + " " + s.Date.String())
			if !s.Ends.IsZero() {
				g += " to " + s.Ends.String()
			}
			got = append(got, g)
		}
		doubt := ""
		if len(doubts) > 0 {
			doubt = doubts[0].Message
		}
		if g := strings.Join(got, ", "); g != tt.want || doubt != tt.doubt {
			t.Errorf("ParseSafeguards(%q) = %q, doubt %q; want %q, %q", tt.text, g, doubt, tt.want, tt.doubt)
		}
	}
}

// TestMechanismsAreInTheBook holds that every instrument that words name is one
// of the law book, or one of the words that stand for none.
func TestMechanismsAreInTheBook(t *testing.T) {
	book := testBook(t)
	for _, m := range mechanisms {
		switch m.id {
		case "", aside, graph.SafeguardSCC, graph.SafeguardDPF, graph.SafeguardAdequacy, graph.SafeguardBCR:
			continue
		}
		if _, ok := book.Instrument(m.id); !ok {
			t.Errorf("%q is no instrument of the law book", m.id)
		}
	}
}

func FuzzParseSafeguards(f *testing.F) {
	for _, s := range []string{"EU SCC 2021 Module 2 + UK Addendum", "DPF (no UK extension)", "IDTA 3/5/2024", "+,+", "until 1/1/2024"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		list, _ := ParseSafeguards(s, nil, nil)
		for _, x := range list {
			if x.ID == "" {
				t.Errorf("%q gives a safeguard without an ID", s)
			}
		}
	})
}

// A mechanism that a user laid over the law is read by its ID or name, before
// the words that would take a part of it for another.
func TestSafeguardsLaidOver(t *testing.T) {
	laid := law.Instrument{ID: "uk-clauses-2026", Name: "UK SCCs (2026)"}
	for text, want := range map[string]string{
		"UK-clauses-2026, 3 October 2026": "uk-clauses-2026 2026-10-03",
		"uk sccs (2026) + IDTA":           "uk-clauses-2026 , uk-idta ",
		"SCCs":                            "scc ",
		"uk-clauses-20261":                "other ",
	} {
		list, _ := ParseSafeguards(text, []law.Instrument{laid}, nil)
		var got []string
		for _, s := range list {
			got = append(got, s.ID+" "+s.Date.String())
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("%q is read as %q, want %q", text, got, want)
		}
	}
}
