package rules_test

import (
	"strings"
	"testing"
	"time"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/graph/rules"
)

// supposing is a school with suppliers that rest on adequacy in one way or
// another, and on nothing that a supposition below touches.
func supposing(t *testing.T) *graph.Map {
	t.Helper()
	checked := graph.DPF{Listed: graph.Yes, UKExtension: graph.Yes, Checked: law.Day(2026, time.October, 1)}
	party := func(id, country string) graph.Party {
		return graph.Party{ID: id, Name: id, Kind: law.Supplier, Country: place(country)}
	}
	listed, carried := party("Listed", "US"), party("Carried", "US")
	listed.DPF, carried.DPF = checked, checked
	flow := func(to string, more func(*graph.Flow)) graph.Flow {
		f := graph.Flow{ID: to, From: "School", To: to, Role: graph.Processor, Purpose: "Lessons"}
		more(&f)
		return f
	}
	m, err := graph.New(graph.Register{}, []graph.Party{{ID: "School", Name: "School", Kind: law.School, Country: place("GB"), Own: true},
		listed, carried, party("Seoul", "KR"), party("Beijing", "CN"), party("London", "GB"), party("Zurich", "CH")},
		[]graph.Flow{
			flow("Listed", func(f *graph.Flow) {}),
			flow("Carried", func(f *graph.Flow) { f.Safeguards = []graph.Safeguard{{ID: "uk-idta", Text: "IDTA"}} }),
			flow("Seoul", func(f *graph.Flow) {}),
			flow("Beijing", func(f *graph.Flow) {}),
			flow("London", func(f *graph.Flow) { f.Hosting = place("CH") }),
			flow("Zurich", func(f *graph.Flow) {}),
		})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// TestSuppositionsAreSaid: a finding that the law as it stands does not give
// says what it supposes, and no other does.
func TestSuppositionsAreSaid(t *testing.T) {
	m := supposing(t)
	mine := func(rows string) []law.Overlay { return []law.Overlay{{File: "mine.csv", Data: []byte(rows)}} }
	for _, c := range []struct {
		name     string
		without  []string
		overlays []law.Overlay
		says     string
		hangs    string // the findings that say so, as rule and flow
	}{
		{"nothing", nil, nil, "supposing", ""},
		{"the data bridge", []string{"uk-us-data-bridge"}, nil, "supposing that UK-US data bridge (UK Extension to the EU-US DPF) has fallen",
			"transfer-no-safeguard Listed, transfer-no-risk-assessment Carried"},
		{"Switzerland", []string{"uk-switzerland"}, nil, "supposing that Switzerland, kept as adequate by the UK has fallen",
			"transfer-no-safeguard Zurich, transfer-hosted-abroad London"},
		{"a decision that nothing rests on", []string{"uk-japan"}, nil, "supposing", ""},
		{"an overlay that ends Korea", nil, mine("id,regime,ends\nuk-korea,UK,2026-06-30\n"), "supposing that the law is as in mine.csv", "transfer-no-safeguard Seoul"},
		{"an overlay of words", nil, mine("word,group\nchess,health\n"), "supposing", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			book, err := law.OpenOver(c.overlays, law.Day(2026, time.November, 22), c.without...)
			if err != nil {
				t.Fatal(err)
			}
			var hang []string
			for _, f := range rules.Run(m, book, rules.All(), rules.Options{}).Findings {
				if strings.Contains(f.Message, c.says) {
					hang = append(hang, f.Rule+" "+strings.Join(f.Flows, " "))
				} else if strings.Contains(f.Message, "suppos") {
					t.Errorf("says something else: %s", f.Message)
				}
			}
			if got := strings.Join(hang, ", "); got != c.hangs {
				t.Errorf("these say so: %s\nwant: %s", got, c.hangs)
			}
		})
	}
}
