package rules_test

import (
	"strings"
	"testing"

	"dpmap/graph/rules"

	"github.com/google/go-cmp/cmp"
)

// TestFindingsCiteTheirOwnLaw reads the law of a finding: of the flow's regime,
// as it stood at the date, what the transfer turns on first.
func TestFindingsCiteTheirOwnLaw(t *testing.T) {
	const guidance = "; ICO, International transfers"
	for _, c := range []struct{ rule, asAt, from, to, safeguards, want string }{
		{"transfer-no-safeguard", "2026-11-22", "GB", "IN", "", "UK GDPR Art 44A; UK GDPR Art 46" + guidance},
		{"transfer-no-safeguard", "2026-02-05", "GB", "IN", "", "UK GDPR Art 44A; UK GDPR Art 46" + guidance},
		{"transfer-no-safeguard", "2026-02-04", "GB", "IN", "", "UK GDPR Art 44 (until 4 February 2026); UK GDPR Art 46" + guidance},
		{"transfer-no-safeguard", "2026-11-22", "NL", "IN", "", "EU GDPR Art 44, 46"},
		{"transfer-adequacy-unevidenced", "2026-11-22", "GB", "CA", "", "DPA 2018 Sch 21 para 5; Decision 2002/2/EC; UK GDPR Art 45A" + guidance},
		{"transfer-adequacy-unevidenced", "2026-11-22", "GB", "US", "", "SI 2023/1028 reg 3; UK GDPR Art 45A" + guidance},
		{"transfer-adequacy-unevidenced", "2024-11-22", "GB", "KR", "", "SI 2022/1213 reg 2; UK GDPR Art 45 (until 4 February 2026)" + guidance},
		{"transfer-adequacy-unevidenced", "2026-11-22", "NL", "BR", "", "Implementing Decision (EU) 2026/179; EU GDPR Art 45"},
		{"transfer-adequacy-ending", "2026-11-22", "NL", "US", "", "Implementing Decision (EU) 2023/1795; EU GDPR Art 45(3) to (5)"},
		{"transfer-scc-not-uk", "2026-11-22", "GB", "IN", "eu-scc-2021", "UK GDPR Art 46(2)(d); DPA 2018 s.119A" + guidance},
		{"transfer-no-risk-assessment", "2026-11-22", "GB", "IN", "uk-idta", "UK GDPR Art 46(2)(d); DPA 2018 s.119A; UK GDPR Art 46(1A), (6) and (7)" + guidance},
		{"transfer-no-risk-assessment", "2026-02-04", "GB", "IN", "uk-idta", "UK GDPR Art 46(2)(d); DPA 2018 s.119A; UK GDPR Art 46(1) (until 4 February 2026)" + guidance},
		{"transfer-no-risk-assessment", "2026-11-22", "NL", "IN", "eu-scc-2021", "EU GDPR Art 46(2)(c); Implementing Decision (EU) 2021/914; EU GDPR Art 46(1); Implementing Decision (EU) 2021/914, Clause 14"},
		{"notice-missing", "2026-11-22", "GB", "NL", "", "UK GDPR Art 13(1)(e); UK GDPR Art 14(1)(e); ICO, Right to be informed"},
		{"notice-missing", "2026-11-22", "NL", "GB", "", "EU GDPR Art 13(1)(e); EU GDPR Art 14(1)(e)"},
	} {
		got := findingOf(t, c.rule, c.asAt, c.from, c.to, c.safeguards)
		var cites []string
		for _, l := range got.Law {
			cites = append(cites, l.Cite)
		}
		if d := cmp.Diff(c.want, strings.Join(cites, "; ")); d != "" {
			t.Errorf("%s from %s to %s at %s: %s", c.rule, c.from, c.to, c.asAt, d)
		}
	}
}

// TestRemediesFitTheLaw reads what a finding asks for: tools of the exporter's
// law, and the cells that evidence the decision in question.
func TestRemediesFitTheLaw(t *testing.T) {
	for _, c := range []struct{ rule, from, to, holds, lacks string }{
		{"transfer-no-safeguard", "GB", "IN", "International Data Transfer Agreement", "Decision 2021/914"},
		{"transfer-no-safeguard", "NL", "IN", "Decision 2021/914", "International Data Transfer Agreement"},
		{"transfer-adequacy-unevidenced", "GB", "US", `"active, UK Extension, non-HR"`, "PIPEDA"},
		{"transfer-adequacy-unevidenced", "NL", "US", `"active, non-HR"`, "UK"},
		{"transfer-adequacy-unevidenced", "GB", "CA", `"subject to PIPEDA" in the column Notes`, "DPF"},
		{"transfer-adequacy-unevidenced", "GB", "JP", `"subject to APPI" in the column Notes`, "DPF"},
		{"transfer-adequacy-unevidenced", "NL", "BR", `"subject to LGPD" in the column Notes`, "UK Addendum"},
	} {
		fix := findingOf(t, c.rule, "2026-11-22", c.from, c.to, "").Fix
		if !strings.Contains(fix, c.holds) || strings.Contains(fix, c.lacks) {
			t.Errorf("%s from %s to %s: %q, want %q and not %q", c.rule, c.from, c.to, fix, c.holds, c.lacks)
		}
	}
}

// findingOf is a rule's finding about one flow.
func findingOf(t *testing.T, rule, asAt, from, to, safeguards string) rules.Finding {
	t.Helper()
	l := labelled{"as at": asAt, "from": from, "from kind": "school", "to": to, "kind": "supplier", "safeguards": safeguards}
	for _, f := range rules.Run(l.build(t), l.book(t), rules.All(), rules.Options{}).Findings {
		if f.Rule == rule {
			return f
		}
	}
	t.Errorf("%s does not fire from %s to %s", rule, from, to)
	return rules.Finding{}
}
