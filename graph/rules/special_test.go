package rules_test

import (
	"strings"
	"testing"
	"time"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/graph/rules"
)

// TestSchedule1ByCategory: what is stated for one category completes no
// other's condition, and whose law applies where nobody recorded where the
// sender is follows from the recipient.
func TestSchedule1ByCategory(t *testing.T) {
	health := graph.Category{Name: "Health", Class: law.Special, Kind: "health"}
	religion := graph.Category{Name: "Religion", Class: law.Special, Kind: "religious or philosophical belief"}
	for _, c := range []struct {
		name, from, to string
		covers         []string
		want           string // in the message; "" for no finding
	}{
		{"for all", "GB", "GB", nil, ""},
		{"for one", "GB", "GB", []string{"Health"}, `for "Religion", and paragraph 18 (Safeguarding of children and of individuals at risk) is recorded for Health only`},
		{"from nobody knows where to the UK", "", "GB", []string{"Health"}, `for "Religion"`},
		{"from nobody knows where to the Netherlands", "", "NL", []string{"Health"}, ""},
		{"from nobody knows where to nobody knows where", "", "", []string{"Health"}, `for "Religion"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			m, err := graph.New(graph.Register{}, []graph.Party{{ID: "a", Name: "Sender", Country: place(c.from)}, {ID: "b", Name: "Recipient", Country: place(c.to)}},
				[]graph.Flow{{ID: "f", From: "a", To: "b", Categories: []graph.Category{health, religion},
					Conditions: []graph.Stated{{ID: "9(2)(g)"}}, Schedule1: []graph.Stated{{ID: "sch1-18", Covers: c.covers}}}})
			if err != nil {
				t.Fatal(err)
			}
			book, err := law.Open(law.Day(2026, time.November, 22))
			if err != nil {
				t.Fatal(err)
			}
			got := ""
			for _, f := range rules.Run(m, book, rules.All(), rules.Options{}).Findings {
				if f.Rule == "special-no-schedule-1" {
					got = f.Message
				}
			}
			if (got == "") != (c.want == "") || !strings.Contains(got, c.want) {
				t.Errorf("message %q, want %q in it", got, c.want)
			}
		})
	}
}
