package rules_test

import (
	"slices"
	"strings"
	"testing"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/graph/rules"

	"pgregory.net/rapid"
)

// What a purpose shows only adds findings: no verdict changes, no other finding
// goes, and once the kind is recorded the sign is told no more.
func TestSignsOnlyAdd(t *testing.T) {
	signs := []struct {
		purpose string
		kind    graph.Category
	}{
		{"Counselling referrals", graph.Category{Name: "Counselling notes", Class: law.Special, Kind: "health"}},
		{"Fingerprint lunch payments", graph.Category{Name: "Finger templates", Class: law.Special, Kind: "biometric data"}},
		{"DBS checks", graph.Category{Name: "DBS result", Class: law.Criminal, Kind: "criminal offence data (vetting)"}},
	}
	isSign := func(f rules.Finding) bool { return strings.HasSuffix(f.Rule, "-unrecorded") }
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorld(t)
		i := rapid.IntRange(0, len(w.flows)-1).Draw(t, "which")
		sign := rapid.SampledFrom(signs).Draw(t, "sign")
		book := openAt(t, propertyDay)
		run := func() *rules.Result { return rules.Run(w.build(t), book, rules.All(), rules.Options{}) }

		plain := run()
		w.flows[i].Purpose = sign.purpose
		signed := run()
		for n := range plain.Transfers {
			if plain.Transfers[n].Verdict != signed.Transfers[n].Verdict {
				t.Fatalf("flow %d was %s and is %s by its purpose", n, plain.Transfers[n].Verdict, signed.Transfers[n].Verdict)
			}
		}
		for _, f := range plain.Findings {
			kept := slices.ContainsFunc(signed.Findings, func(g rules.Finding) bool { return g.Rule == f.Rule && slices.Equal(g.Flows, f.Flows) })
			if !kept {
				t.Fatalf("gone by the purpose: %s: %s", f.Rule, f.Message)
			}
		}
		w.flows[i].Categories = append(slices.Clone(w.flows[i].Categories), sign.kind)
		if recorded := run(); slices.ContainsFunc(recorded.Findings, func(f rules.Finding) bool { return isSign(f) && slices.Contains(f.Flows, w.flows[i].ID) }) {
			t.Fatalf("%q is told though %q is recorded", sign.purpose, sign.kind.Name)
		}
	})
}
