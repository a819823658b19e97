package rules_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/graph/rules"

	"github.com/google/go-cmp/cmp"
)

// chain builds a map of parties "name country", where a star marks the
// register's own keeper, and of flows "from to role", each carrying Names.
func chain(t *testing.T, parties, flows []string) *rules.Result {
	t.Helper()
	var ps []graph.Party
	for _, text := range parties {
		name, country, _ := strings.Cut(text, " ")
		p := graph.Party{ID: name, Name: strings.TrimSuffix(name, "*"), Country: place(country), Kind: law.Supplier, Own: strings.HasSuffix(name, "*")}
		p.ID = p.Name
		ps = append(ps, p)
	}
	roles := map[string]graph.Role{"": 0, "controller": graph.Controller, "processor": graph.Processor, "sub": graph.SubProcessor}
	var fs []graph.Flow
	for _, text := range flows {
		words := append(strings.Fields(text), "")
		fs = append(fs, graph.Flow{ID: words[0] + ">" + words[1], From: words[0], To: words[1], Role: roles[words[2]],
			Purpose: "Lessons", Categories: []graph.Category{{Name: "Names"}}})
	}
	m, err := graph.New(graph.Register{}, ps, fs)
	if err != nil {
		t.Fatal(err)
	}
	book, err := law.Open(law.Day(2026, time.November, 22))
	if err != nil {
		t.Fatal(err)
	}
	return rules.Run(m, book, rules.All(), rules.Options{})
}

// breaches lists the onward and unprotected transfers found: the rule, the
// exporter and the path or flow.
func breaches(result *rules.Result) []string {
	list := []string{}
	for _, f := range result.Findings {
		switch f.Rule {
		case "transfer-onward":
			list = append(list, "onward by "+f.Exporter+": "+strings.Join(f.Path, " "))
		case "transfer-no-safeguard":
			list = append(list, "transfer by "+f.Exporter+": "+strings.Join(f.Flows, " "))
		}
	}
	slices.Sort(list)
	return list
}

func TestOnwardTransfers(t *testing.T) {
	for _, c := range []struct {
		name           string
		parties, flows []string
		want           []string
	}{
		{
			"a processor's sub-processor is the processor's transfer, told to the controller",
			[]string{"School* GB", "Supplier GB", "Support IN"},
			[]string{"School Supplier processor", "Supplier Support sub"},
			[]string{"onward by Supplier: School Supplier Support"},
		},
		{
			"in the supplier's own register it is the supplier's breach",
			[]string{"School GB", "Supplier* GB", "Support IN"},
			[]string{"School Supplier processor", "Supplier Support sub"},
			[]string{"transfer by Supplier: Supplier>Support"},
		},
		{
			"a recipient that decides for itself answers for itself",
			[]string{"School* GB", "Council GB", "Support IN"},
			[]string{"School Council controller", "Council Support processor"},
			[]string{"transfer by Council: Council>Support"},
		},
		{
			"a controller in the middle of the chain ends the duty",
			[]string{"School* GB", "Supplier GB", "Council GB", "Support IN"},
			[]string{"School Supplier processor", "Supplier Council controller", "Council Support processor"},
			[]string{"transfer by Council: Council>Support"},
		},
		{
			"a cycle ends",
			[]string{"School* GB", "Supplier GB", "Host GB", "Support IN"},
			[]string{"School Supplier processor", "Supplier Host sub", "Host Supplier sub", "Host Support sub"},
			[]string{"onward by Host: School Supplier Host Support"},
		},
		{
			"the shortest path is told",
			[]string{"School* GB", "Supplier GB", "Host GB", "Support IN", "Backup CN"},
			[]string{"School Supplier processor", "Supplier Host sub", "Host Support sub", "Supplier Support sub", "Support Backup sub"},
			[]string{"onward by Host: School Supplier Host Support", "onward by Supplier: School Supplier Support", "onward by Support: School Supplier Support Backup"},
		},
		{
			"what comes back to the controller and goes out again is its own transfer",
			[]string{"School* GB", "Supplier GB", "Camp IN"},
			[]string{"School Supplier processor", "Supplier School controller", "School Camp controller"},
			[]string{"transfer by School: School>Camp"},
		},
		{
			"a shared sub-processor is told once, whoever's data reaches it",
			[]string{"School* GB", "College GB", "Supplier GB", "Support IN"},
			[]string{"School Supplier processor", "College Supplier processor", "Supplier Support sub"},
			[]string{"onward by Supplier: College Supplier Support"},
		},
		{
			"a sub-processor that the school sends to directly is still the processor's",
			[]string{"School* GB", "Supplier GB", "Support IN"},
			[]string{"School Supplier processor", "Supplier Support sub", "School Support sub"},
			[]string{"onward by Supplier: School Supplier Support"},
		},
		{
			"where two processors may be the one that passes it on, the school exports",
			[]string{"School* GB", "Supplier GB", "Host GB", "Support IN"},
			[]string{"School Supplier processor", "School Host processor", "Supplier Support sub", "Host Support sub", "School Support sub"},
			[]string{"onward by Host: School Host Support", "onward by Supplier: School Supplier Support", "transfer by School: School>Support"},
		},
		{
			"without a processor between, the school exports",
			[]string{"School* GB", "Support IN"},
			[]string{"School Support sub"},
			[]string{"transfer by School: School>Support"},
		},
		{
			"a Dutch processor is under EU law at its hop",
			[]string{"School* GB", "Supplier NL", "Support GI"},
			[]string{"School Supplier processor", "Supplier Support sub"},
			[]string{"onward by Supplier: School Supplier Support"},
		},
		{
			"a US processor's own hop is judged by the controller's law",
			[]string{"School* GB", "Supplier US", "Support IN"},
			[]string{"School Supplier processor", "Supplier Support sub"},
			[]string{"onward by Supplier: School Supplier Support"},
		},
		{
			"a path through a controller hides none through processors",
			[]string{"School* GB", "Supplier GB", "Adviser US", "Broker GB", "Host GB", "Support IN"},
			[]string{"School Supplier processor", "Supplier Adviser controller", "Adviser Host sub", "Supplier Broker sub", "Broker Host sub", "Host Support sub"},
			[]string{"onward by Host: School Supplier Broker Host Support"},
		},
		{
			"a sub-processor of a US processor that the school sends to directly is still the processor's",
			[]string{"School* GB", "Supplier US", "Support IN"},
			[]string{"School Supplier processor", "Supplier Support sub", "School Support sub"},
			[]string{"onward by Supplier: School Supplier Support"},
		},
		{
			"what stays in the processor's country, or comes back, goes no further",
			[]string{"School* GB", "Supplier US", "Host US", "Help GB"},
			[]string{"School Supplier processor", "Supplier Host sub", "Host Help sub", "Supplier School controller"},
			[]string{},
		},
		{
			"two hops outside, after an Irish one",
			[]string{"School* GB", "Supplier GB", "Dublin IE", "Support IN", "Backup PH"},
			[]string{"School Supplier processor", "Supplier Dublin sub", "Dublin Support sub", "Support Backup sub"},
			[]string{"onward by Dublin: School Supplier Dublin Support", "onward by Support: School Supplier Dublin Support Backup"},
		},
		{
			"a Swiss processor's hop",
			[]string{"School* GB", "Supplier CH", "Support PH"},
			[]string{"School Supplier processor", "Supplier Support sub"},
			[]string{"onward by Supplier: School Supplier Support"},
		},
		{
			"what a controller outside sends on is its own affair",
			[]string{"School* GB", "Camp CH", "Support PH"},
			[]string{"School Camp controller", "Camp Support processor"},
			[]string{},
		},
		{
			"data that comes back to a controller outside is a transfer, not sent on",
			[]string{"School* HK", "Marking NL"},
			[]string{"School Marking processor", "Marking School controller"},
			[]string{"transfer by Marking: Marking>School"},
		},
		{
			"a UK processor of a controller outside answers for its own export",
			[]string{"School* HK", "Marking GB", "Support MO"},
			[]string{"School Marking processor", "Marking Support sub"},
			[]string{"transfer by Marking: Marking>Support"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			if d := cmp.Diff(c.want, breaches(chain(t, c.parties, c.flows))); d != "" {
				t.Error(d)
			}
		})
	}
}

// TestVerdictAlongChain reads how a hop of a processor outside stands, and why.
func TestVerdictAlongChain(t *testing.T) {
	result := chain(t, []string{"School* GB", "Supplier IN", "Support PH", "Host IN", "Dublin IE"},
		[]string{"School Supplier processor", "Supplier Support sub", "Supplier Host sub", "Host Dublin sub"})
	want := []string{
		"unprotected under UK: Supplier (India) is under neither UK nor EU law and passes on data of School, so UK law is asked what covers it: Philippines: not approved under UK law (no adequacy), and no transfer mechanism is recorded",
		"home under UK: Supplier (India) is under neither UK nor EU law and passes on data of School, so UK law is asked what covers it: India: the data stays in the country where the sender has it",
		"adequate under UK: Host (India) is under neither UK nor EU law and passes on data of School, so UK law is asked what covers it: Ireland: adequate under UK law (EEA states, kept as adequate by the UK; DPA 2018 Sch 21 para 5(1)(a))",
	}
	var got []string
	for _, t := range result.Transfers[1:] {
		got = append(got, t.Verdict.String()+" under "+string(t.Regime)+": "+t.Reason)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

// TestSentStraightToASubProcessor reads how a flow stands that goes past the
// processor outside which exports it: by the law of whose data it is.
func TestSentStraightToASubProcessor(t *testing.T) {
	for _, c := range []struct{ school, want string }{
		{"School* GB", "unprotected under UK: Supplier (United States) is under neither UK nor EU law and passes on data of School, so UK law is asked what covers it: " +
			"India: not approved under UK law (no adequacy), and no transfer mechanism is recorded"},
		{"School* US", "home under : Supplier (United States) sends from outside the United Kingdom and the EEA, so neither UK nor EU law restricts this transfer"},
		{"School*", "unknown under : the country of School, whose data Supplier passes on, is not recorded"},
	} {
		result := chain(t, []string{c.school, "Supplier US", "Support IN"}, []string{"School Supplier processor", "Supplier Support sub", "School Support sub"})
		for _, i := range []int{1, 2} {
			transfer := result.Transfers[i]
			if d := cmp.Diff(c.want, transfer.Verdict.String()+" under "+string(transfer.Regime)+": "+transfer.Reason); d != "" {
				t.Errorf("%s, flow %d: %s", c.school, i, d)
			}
		}
	}
}

// TestBehalf: of several controllers under one law the first by ID stands, and
// a party that is recorded as a processor begins no chain of its own.
func TestBehalf(t *testing.T) {
	result := chain(t, []string{"Zeta* GB", "Alpha GB", "Supplier IN", "Support PH"},
		[]string{"Zeta Supplier processor", "Alpha Supplier processor", "Supplier Support sub"})
	if got := result.Transfers[2].Behalf; got != "Alpha" {
		t.Errorf("the hop is judged on behalf of %s", got)
	}
	parties := []graph.Party{
		{ID: "mis", Name: "Supplier", Role: graph.Processor, Country: place("GB")},
		{ID: "host", Name: "Host", Country: place("GB")},
		{ID: "support", Name: "Support", Country: place("IN")},
	}
	m, err := graph.New(graph.Register{}, parties, []graph.Flow{
		{ID: "a", From: "mis", To: "host", Role: graph.SubProcessor},
		{ID: "b", From: "host", To: "support", Role: graph.SubProcessor},
	})
	if err != nil {
		t.Fatal(err)
	}
	book, err := law.Open(law.Day(2026, time.November, 22))
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff([]string{"transfer by host: b"}, breaches(rules.Run(m, book, rules.All(), rules.Options{}))); d != "" {
		t.Error(d)
	}
}

// TestOnwardFinding looks at one finding whole: the place is the controller's
// own row, the flows are the path's, and the message tells every hop.
func TestOnwardFinding(t *testing.T) {
	result := chain(t, []string{"School* GB", "Supplier GB", "Support IN"}, []string{"School Supplier processor", "Supplier Support sub"})
	for _, f := range result.Findings {
		if f.Rule != "transfer-onward" {
			continue
		}
		if d := cmp.Diff([]string{"School>Supplier", "Supplier>Support"}, f.Flows); d != "" {
			t.Error(d)
		}
		want := "Names of School goes on by School to Supplier (United Kingdom, home), then Supplier to Support (India, unprotected); " +
			"the last hop is exported by Supplier, and nothing covers it: India: not approved under UK law (no adequacy), and no transfer mechanism is recorded; no assurance is recorded"
		if f.Message != want {
			t.Errorf("message\n%s\nwant\n%s", f.Message, want)
		}
		return
	}
	t.Error("transfer-onward did not fire")
}
