package rules_test

import (
	"testing"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/graph/rules"

	"github.com/google/go-cmp/cmp"
)

// TestReasons reads the sentences that a governor reads.
func TestReasons(t *testing.T) {
	for _, c := range []struct{ from, to, kind, safeguards, evidence, want string }{
		{"GB", "NL", "supplier", "", "", "Netherlands: adequate under UK law by EEA states, kept as adequate by the UK (DPA 2018 Sch 21 para 5(1)(a))"},
		{"NL", "GB", "supplier", "", "", "United Kingdom: adequate under EU law by The EU's decision on the United Kingdom (Implementing Decision (EU) 2021/1772, renewed by C(2025) 8771) until 27 December 2031"},
		{"GB", "US", "supplier", "", "dpf=listed,extension,2026-05-03", "United States: adequate under UK law by UK-US data bridge (UK Extension to the EU-US DPF) (SI 2023/1028 reg 3); listing with the UK Extension checked on 3 May 2026"},
		{"GB", "CN", "supplier", "", "", "China: not approved under UK law (no adequacy), and no transfer mechanism is recorded"},
		{"GB", "CN", "supplier", "none", "", "China: not approved under UK law (no adequacy), and the register records that there is no safeguard"},
		{"GB", "IN", "supplier", "uk-idta 2024-05-03", "tra 2024-05-03", "India: carried by International Data Transfer Agreement (A1.0) of 3 May 2024"},
		{"GB", "IN", "supplier", "art-49-d", "", "India: not adequate, and rests on an exception: Important reasons of public interest"},
		{"NL", "IN", "supplier", "scc", "", "India: carried by EU SCCs 2021/914 (the register does not say which clauses)"},
		{"NL", "IN", "supplier", "eu-bcr", "", "India: carried by Binding corporate rules (this point of law is unverified)"},
		{"GB", "GB;CN;IN;NL", "supplier", "", "", "China, India: not approved under UK law (no adequacy), and no transfer mechanism is recorded; Netherlands: adequate under UK law by EEA states, kept as adequate by the UK (DPA 2018 Sch 21 para 5(1)(a)); United Kingdom: in the same area of law as the sender, so nothing is transferred abroad"},
		{"GB", "!worldwide", "supplier", "", "", `"worldwide" names no country`},
		{"CN", "GB", "supplier", "", "", "Sender (China) sends from outside the United Kingdom and the EEA, so neither UK nor EU law restricts this transfer"},
	} {
		l := labelled{"as at": "2026-11-22", "from": c.from, "from kind": "school", "to": c.to, "kind": c.kind, "safeguards": c.safeguards, "evidence": c.evidence}
		got := rules.Decide(l.build(t), l.book(t))[0].Reason
		if d := cmp.Diff(c.want, got); d != "" {
			t.Error(d)
		}
	}
}

// TestControllerDetails fires until the name, a contact and the DPO are all
// recorded, in the register or in the controller's own entry.
func TestControllerDetails(t *testing.T) {
	text := func(s string) graph.Value { return graph.Value{Text: s} }
	whole := graph.Register{Controller: text("Riverside School"), Email: text("office@school.example"), DPO: text("The DPO")}
	noDPO, noContact, noName := whole, whole, whole
	noDPO.DPO, noContact.Email, noName.Controller = text("tbc"), text(""), text("")
	byTelephone := noContact
	byTelephone.Telephone = text("01234 567890")
	for _, c := range []struct {
		name     string
		register graph.Register
		own      graph.Party
		want     string
	}{
		{"all three", whole, graph.Party{}, ""},
		{"a telephone is a contact", byTelephone, graph.Party{}, ""},
		{"no DPO", noDPO, graph.Party{Name: "Riverside School"}, "the register does not record the data protection officer"},
		{"no contact", noContact, graph.Party{Name: "Riverside School"}, "the register does not record the controller's contact details"},
		{"no name", noName, graph.Party{}, "the register does not record the controller's name"},
		{"all in the controller's own entry", graph.Register{}, graph.Party{Name: "Riverside School", Contact: "Office", DPO: "The DPO"}, ""},
		{"nothing", graph.Register{}, graph.Party{}, "the register does not record the controller's name, nor the controller's contact details, nor the data protection officer"},
	} {
		c.own.ID, c.own.Own = "own", true
		m, err := graph.New(c.register, []graph.Party{c.own}, nil)
		if err != nil {
			t.Fatal(err)
		}
		book, err := law.Open(date(t, "2026-11-22"))
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, f := range rules.Run(m, book, rules.All(), rules.Options{}).Findings {
			if f.Rule == "controller-details-missing" {
				got = f.Message
			}
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}
