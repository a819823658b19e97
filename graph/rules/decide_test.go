package rules_test

import (
	"encoding/csv"
	"os"
	"slices"
	"strings"
	"testing"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/graph/rules"
)

// TestTransfers judges each labelled flow of testdata/transfers.csv: what the
// transfer comes to, what carries it, and which transfer rules fire.
func TestTransfers(t *testing.T) {
	cases := readCases(t, "testdata/transfers.csv")
	if len(cases) < 120 {
		t.Fatalf("%d labelled flows, want at least 120", len(cases))
	}
	for _, c := range cases {
		t.Run(c["case"], func(t *testing.T) {
			if c["why"] == "" || c["cite"] == "" {
				t.Error("the label has no reason or no citation")
			}
			result := rules.Run(c.build(t), c.book(t), rules.All(), rules.Options{})
			got := result.Transfers[0]
			if got.Verdict.String() != c["verdict"] || got.Instrument != c["instrument"] || string(got.Regime) != c["regime"] {
				t.Errorf("%s: got %s by %q under %q, want %s by %q under %q\n%s", c["why"],
					got.Verdict, got.Instrument, got.Regime, c["verdict"], c["instrument"], c["regime"], got.Reason)
			}
			if got.Reason == "" || strings.HasSuffix(got.Reason, ".") {
				t.Errorf("reason %q is no sentence without a full stop", got.Reason)
			}
			if fired := firedBy(result, "f"); !slices.Equal(fired, c.list("findings")) {
				t.Errorf("%s: findings %v, want %v\n%s", c["why"], fired, c.list("findings"), got.Reason)
			}
		})
	}
}

// firedBy lists the transfer rules with a finding about a flow. What ends soon
// is told once for each instrument and is no fault of the flow.
func firedBy(result *rules.Result, flow string) []string {
	fired := []string{}
	for _, f := range result.Findings {
		if strings.HasPrefix(f.Rule, "transfer-") && f.Rule != "transfer-adequacy-ending" && slices.Contains(f.Flows, flow) {
			fired = append(fired, f.Rule)
		}
	}
	slices.Sort(fired)
	return fired
}

// labelled is a row of transfers.csv by heading; the second "kind" is the
// recipient's.
type labelled map[string]string

func readCases(t *testing.T, file string) []labelled {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var cases []labelled
	for _, row := range rows[1:] {
		c := labelled{}
		for i, heading := range rows[0] {
			c[heading] = row[i]
		}
		cases = append(cases, c)
	}
	return cases
}

func (c labelled) list(heading string) []string {
	words := strings.Fields(c[heading])
	slices.Sort(words)
	return append([]string{}, words...)
}

func (c labelled) book(t *testing.T) *law.Book {
	t.Helper()
	book, err := law.Open(date(t, c["as at"]), strings.Fields(c["without"])...)
	if err != nil {
		t.Fatal(err)
	}
	return book
}

// build is a map of one sender, one recipient and the labelled flow "f".
func (c labelled) build(t *testing.T) *graph.Map {
	t.Helper()
	from := graph.Party{ID: "sender", Name: "Sender", Kind: law.Kind(c["from kind"]), Country: place(c["from"]), Own: true}
	to := graph.Party{ID: "recipient", Name: "Recipient", Kind: law.Kind(c["kind"]), Country: place(c["to"])}
	f := graph.Flow{ID: "f", From: "sender", To: "recipient", Role: graph.Controller}
	flows := []graph.Flow{}
	c.safeguards(t, &f)
	c.evidence(t, &to, &f)
	for _, word := range parts(c["more"], ";") {
		name, value, _ := strings.Cut(word, "=")
		switch name {
		case "special":
			f.Special.State = graph.Yes
		case "name":
			to.Name = value
		case "own":
			f.To = "sender"
		case "entity":
			from.LegalEntity, to.LegalEntity = "One Company Ltd", "One Company Ltd"
		case "back":
			flows = append(flows, graph.Flow{ID: "there", From: "recipient", To: "sender", Role: graph.Processor})
		case "status":
			f.Status = map[string]graph.Status{"ended": graph.Ended, "proposed": graph.Proposed}[value]
		case "subjects":
			f.Subjects = parts(value, " and ")
		case "frequency":
			f.Frequency = graph.Frequency{Text: value, OneOff: value == "one-off", Regular: value == "regular"}
		case "agreement":
			kind, end, _ := strings.Cut(value, "..")
			kinds := map[string]graph.AgreementKind{"transfer": graph.TransferAgreement, "processing": graph.ProcessingAgreement}
			f.Agreement = graph.Agreement{State: graph.Yes, Kind: kinds[kind], Ends: date(t, end)}
		default:
			t.Fatalf("%q is no word of this table", word)
		}
	}
	m, err := graph.New(graph.Register{}, []graph.Party{from, to}, append([]graph.Flow{f}, flows...))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// safeguards reads "uk-idta 2024-05-03..2026-01-31; old-scc".
func (c labelled) safeguards(t *testing.T, f *graph.Flow) {
	for _, word := range parts(c["safeguards"], ";") {
		id, dates, _ := strings.Cut(word, " ")
		from, to, _ := strings.Cut(dates, "..")
		f.Safeguards = append(f.Safeguards, graph.Safeguard{ID: id, Date: date(t, from), Ends: date(t, to), Text: id})
	}
}

// evidence reads "tra 2026-03-01", "dpf=listed,extension,2026-05-03,HR" and the
// names of scope conditions.
func (c labelled) evidence(t *testing.T, to *graph.Party, f *graph.Flow) {
	for _, word := range parts(c["evidence"], ";") {
		name, value, _ := strings.Cut(word, "=")
		if tra, found := strings.CutPrefix(word, "tra "); found {
			states := map[string]graph.State{"no": graph.No, "n/a": graph.NotApplicable}
			f.RiskAssessment.State = states[tra]
			if f.RiskAssessment.State == 0 {
				f.RiskAssessment = graph.Evidence{State: graph.Yes, Date: date(t, tra)}
			}
			continue
		}
		if name != "dpf" {
			to.Subject = append(to.Subject, law.Evidence(name))
			continue
		}
		for _, fact := range strings.Split(value, ",") {
			switch fact {
			case "no":
				to.DPF.Listed = graph.No
			case "listed":
				to.DPF.Listed = graph.Yes
			case "extension":
				to.DPF.UKExtension = graph.Yes
			case "no-extension":
				to.DPF.UKExtension = graph.No
			case "HR", "non-HR":
				to.DPF.Cover = append(to.DPF.Cover, fact)
			default:
				to.DPF.Checked = date(t, fact)
			}
		}
	}
}

// place reads "GB;!worldwide": a word after an exclamation mark is no country.
func place(text string) graph.Place {
	var p graph.Place
	for _, word := range parts(text, ";") {
		if open, found := strings.CutPrefix(word, "!"); found {
			p.Open = append(p.Open, open)
			continue
		}
		p.Countries = append(p.Countries, word)
	}
	return p
}

func parts(text, by string) []string {
	var list []string
	for _, part := range strings.Split(text, by) {
		if part = strings.TrimSpace(part); part != "" {
			list = append(list, part)
		}
	}
	return list
}

func date(t *testing.T, text string) law.Date {
	t.Helper()
	if text == "" {
		return law.Date{}
	}
	d, err := law.ParseISO(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}
