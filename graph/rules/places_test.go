package rules_test

import (
	"slices"
	"testing"
	"time"

	"dpmap/graph/law"
	"dpmap/graph/rules"
	"dpmap/importers"
)

// TestPlaces holds that a finding about some countries of a recipient names
// those and no others, so that what is fine is not told to be at fault.
func TestPlaces(t *testing.T) {
	book, err := law.Open(law.Day(2026, time.November, 22))
	if err != nil {
		t.Fatal(err)
	}
	const register = `From,To,Recipient country,Purpose,Data subjects,Data categories,Transfer safeguard,Frequency
Hillside School,Reading App,Ireland; China,Reading,Pupils,Names,none,
Hillside School,Sum Shop,China; Canada; France,Sums,Pupils,Names,IDTA 1/2/2025,
Hillside School,Trip Firm,Kenya; Spain,Trips,Pupils,Names,explicit consent (Art 49(1)(a)),weekly
`
	got, err := importers.Read([]importers.File{{Name: "r.csv", Data: []byte(register)}}, importers.Options{Book: book})
	if err != nil {
		t.Fatal(err)
	}
	want := map[string][]string{
		"transfer-no-safeguard": {"CN"}, "transfer-no-risk-assessment": {"CN", "CA"}, "transfer-derogation-routine": {"KE"},
	}
	seen := map[string]bool{}
	for _, f := range rules.Run(got.Map, book, rules.All(), rules.Options{}).Findings {
		places, ok := want[f.Rule]
		if seen[f.Rule] = true; ok && !slices.Equal(f.Places, places) {
			t.Errorf("%s is about %q, want %q: %s", f.Rule, f.Places, places, f.Message)
		}
	}
	for rule := range want {
		if !seen[rule] {
			t.Errorf("%s is not found", rule)
		}
	}
}
