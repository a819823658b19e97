package rules_test

import (
	"strings"
	"testing"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/graph/rules"

	"github.com/google/go-cmp/cmp"
)

const dataBridge = "United States: adequate under UK law (UK-US data bridge (UK Extension to the EU-US DPF)) only if the recipient is active on the " +
	"Data Privacy Framework list with the UK Extension, and the register does not record that it is"

// TestReasons reads the sentences that a governor reads.
func TestReasons(t *testing.T) {
	for _, c := range []struct{ from, to, kind, safeguards, evidence, want string }{
		{"GB", "NL", "supplier", "", "", "Netherlands: adequate under UK law (EEA states, kept as adequate by the UK; DPA 2018 Sch 21 para 5(1)(a))"},
		{"NL", "GB", "supplier", "", "", "United Kingdom: adequate under EU law (The EU's decision on the United Kingdom; Implementing Decision (EU) 2021/1772, renewed by (EU) 2025/2574) until 27 December 2031"},
		{"GB", "US", "supplier", "", "dpf=listed,extension,2026-05-03", "United States: adequate under UK law (UK-US data bridge (UK Extension to the EU-US DPF); SI 2023/1028 reg 3); listing with the UK Extension checked on 3 May 2026"},
		{"GB", "US", "supplier", "", "dpf=listed,extension,2026-05", "United States: adequate under UK law (UK-US data bridge (UK Extension to the EU-US DPF); SI 2023/1028 reg 3); listing with the UK Extension checked in May 2026"},
		{"GB", "CN", "supplier", "", "", "China: not approved under UK law (no adequacy), and no transfer mechanism is recorded"},
		{"GB", "CN", "supplier", "none", "", "China: not approved under UK law (no adequacy), and the register records that there is no safeguard"},
		{"GB", "IN", "supplier", "uk-idta 2024-05-03", "tra 2024-05-03", "India: carried by International Data Transfer Agreement (A1.0) of 3 May 2024"},
		{"GB", "IN", "supplier", "art-49-d", "", "India: not adequate, and rests on an exception: Important reasons of public interest"},
		{"NL", "IN", "supplier", "scc", "", "India: carried by EU SCCs 2021/914 (the register does not say which clauses)"},
		{"NL", "IN", "supplier", "eu-bcr", "", "India: carried by Binding corporate rules"},
		{"GB", "IN", "supplier", "art-49-cli", "", "India: not adequate, and rests on an exception: Compelling legitimate interests (this point of law is unverified)"},
		{"GB", "GB;CN;IN;NL", "supplier", "", "", "China, India: not approved under UK law (no adequacy), and no transfer mechanism is recorded; Netherlands: adequate under UK law (EEA states, kept as adequate by the UK; DPA 2018 Sch 21 para 5(1)(a)); United Kingdom: in the same area of law as the sender, so nothing is transferred abroad"},
		{"GB", "!worldwide", "supplier", "", "", `"worldwide" names no country`},
		{"GB", "US", "supplier", "none", "", dataBridge + "; the register records that there is no safeguard"},
		{"GB", "US", "supplier", "other", "", dataBridge + `; "other" names no mechanism that the law knows`},
		{"GB", "US", "supplier", "adequacy", "", dataBridge + `; "adequacy" is recorded, which does not show that the condition is met`},
		{"NL", "US", "supplier", "privacy-shield", "", "United States: adequate under EU law (EU-US Data Privacy Framework) only if the recipient is active on the Data Privacy Framework list, and the register does not record that it is; " +
			`"privacy-shield" is recorded, which does not count: The Court of Justice struck down the Privacy Shield on 16 July 2020 (C-311/18, Schrems II)`},
		{"GB", "IN", "supplier", "art-49-a", "", "India: not adequate, and rests on an exception: Explicit consent to the transfer"},
		{"CN", "GB", "supplier", "", "", "Sender (China) sends from outside the United Kingdom and the EEA, so neither UK nor EU law restricts this transfer"},
	} {
		l := labelled{"as at": "2026-11-22", "from": c.from, "from kind": "school", "to": c.to, "kind": c.kind, "safeguards": c.safeguards, "evidence": c.evidence}
		got := rules.Decide(l.build(t), l.book(t))[0].Reason
		if d := cmp.Diff(c.want, got); d != "" {
			t.Error(d)
		}
	}
}

// TestReasonsByDay reads why a mechanism does not count on a day before it
// began, or after it ended.
func TestReasonsByDay(t *testing.T) {
	for _, c := range []struct{ asAt, safeguard, want string }{
		{"2022-03-01", "uk-idta", "is in force only from 21 March 2022"},
		{"2024-03-20", "old-scc", "carried by SCCs of 2001, 2004 and 2010"},
		{"2024-03-21", "old-scc", "stopped counting after 20 March 2024"},
	} {
		l := labelled{"as at": c.asAt, "from": "GB", "from kind": "school", "to": "IN", "kind": "supplier", "safeguards": c.safeguard}
		if got := rules.Decide(l.build(t), l.book(t))[0].Reason; !strings.Contains(got, c.want) {
			t.Errorf("%s on %s: %s", c.safeguard, c.asAt, got)
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

// TestSensitiveDataOverTheBridge reads what the UK-US data bridge asks beside the
// listing.
func TestSensitiveDataOverTheBridge(t *testing.T) {
	const asks = "it holds only if the recipient is told that the special-category or criminal-offence data is sensitive"
	for _, c := range []struct {
		from, more string
		want       bool
	}{{"GB", "special", true}, {"GB", "", false}, {"NL", "special", false}} {
		l := labelled{"as at": "2026-11-22", "from": c.from, "from kind": "school", "to": "US", "kind": "supplier", "evidence": "dpf=listed,extension,2026-05-03", "more": c.more}
		got := rules.Decide(l.build(t), l.book(t))[0]
		if got.Verdict != rules.Adequate || strings.Contains(got.Reason, asks) != c.want {
			t.Errorf("from %s, %q: %s: %s", c.from, c.more, got.Verdict, got.Reason)
		}
	}
}

// TestReasonsAtOtherDates says where the tables end, and what was not yet so.
func TestReasonsAtOtherDates(t *testing.T) {
	for _, c := range []struct{ asAt, from, to, want string }{
		{"2020-06-01", "GB", "CH", "Switzerland: Switzerland, kept as adequate by the UK is in force only from 31 December 2020 (dpmap's tables of UK law begin on 31 December 2020: of what stood before they say little), and no transfer mechanism is recorded"},
		{"2019-06-01", "GB", "IN", "India: not approved under UK law (no adequacy) (dpmap's tables of UK law begin on 31 December 2020: of what stood before they say little), and no transfer mechanism is recorded"},
		{"2021-01-01", "GB", "IN", "India: not approved under UK law (no adequacy), and no transfer mechanism is recorded"},
	} {
		l := labelled{"as at": c.asAt, "from": c.from, "from kind": "school", "to": c.to, "kind": "supplier"}
		if d := cmp.Diff(c.want, rules.Decide(l.build(t), l.book(t))[0].Reason); d != "" {
			t.Error(d)
		}
	}
}

// TestEndsThatAreFollowed looks at a decision that ends in a month, with and
// without one that takes over.
func TestEndsThatAreFollowed(t *testing.T) {
	for _, c := range []struct {
		asAt, from, to string
		want           bool
	}{{"2020-06-01", "GB", "FR", false}, {"2021-05-01", "NL", "GB", false}, {"2031-06-01", "NL", "GB", true}} {
		l := labelled{"as at": c.asAt, "from": c.from, "from kind": "school", "to": c.to, "kind": "supplier"}
		told := false
		for _, f := range rules.Run(l.build(t), l.book(t), rules.All(), rules.Options{}).Findings {
			told = told || f.Rule == "transfer-adequacy-ending"
		}
		if told != c.want {
			t.Errorf("%s from %s to %s: the end is told: %v, want %v", c.asAt, c.from, c.to, told, c.want)
		}
	}
}

// TestNothingIsPendingBeforeItBegan looks at the appeal against the EU-US
// framework before and after it was lodged.
func TestNothingIsPendingBeforeItBegan(t *testing.T) {
	for asAt, want := range map[string]bool{"2025-10-30": false, "2025-10-31": true} {
		l := labelled{"as at": asAt, "from": "GB", "from kind": "school", "to": "US", "kind": "supplier"}
		told := false
		for _, f := range rules.Run(l.build(t), l.book(t), rules.All(), rules.Options{}).Findings {
			told = told || f.Rule == "transfer-adequacy-ending"
		}
		if told != want {
			t.Errorf("%s: pending is told: %v, want %v", asAt, told, want)
		}
	}
}

// TestBasisBeforeItExisted rests a flow on recognised legitimate interest on the
// last day without it and on the first with it.
func TestBasisBeforeItExisted(t *testing.T) {
	for asAt, want := range map[string]bool{"2026-02-04": true, "2026-02-05": false} {
		file := ruleFile{asAt: date(t, asAt), sheets: []ruleSheet{{rows: [][]string{{"From", "To", "Lawful basis"}, {"Hill College", "Helpline", "6(1)(ea)"}}}}}
		if want {
			file.sheets[0].want = map[int][]string{2: {"exists only from 5 February 2026"}}
		}
		for _, rule := range rules.All() {
			if rule.Code != "basis-missing" {
				continue
			}
			for _, fault := range file.judge(t, rule) {
				t.Errorf("%s: %s", asAt, fault)
			}
		}
	}
}

// TestEndingSoon: a decision is told to end from twelve months before its last
// day on, and not a day earlier.
func TestEndingSoon(t *testing.T) {
	for asAt, want := range map[string]bool{"2030-12-26": false, "2030-12-27": true} {
		l := labelled{"as at": asAt, "from": "NL", "from kind": "school", "to": "GB", "kind": "supplier"}
		told := false
		for _, f := range rules.Run(l.build(t), l.book(t), rules.All(), rules.Options{}).Findings {
			told = told || f.Rule == "transfer-adequacy-ending" && strings.Contains(f.Message, "it ends on 27 December 2031")
		}
		if told != want {
			t.Errorf("on %s the end of 27 December 2031 is told: %t", asAt, told)
		}
	}
}
