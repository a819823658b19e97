package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dpmap/fixtures"
)

// result is what these tests ask of the JSON that other programs read.
type result struct {
	Inputs []struct {
		Sheets []struct {
			Name, Layout                        string
			Rows, Blank, Rejected, Other, Flows int
			FlowRows                            int `json:"flow_rows"`
			PartyRows                           int `json:"party_rows"`
		}
	}
	Parties []struct {
		ID, Name string
		Aliases  []string
	}
	Flows []struct {
		ID, From, To, Purpose string
		Categories            []struct{ Name, Class string }
		Transfer              struct {
			Verdict, Instrument, Reason string
			Countries                   []string
		}
		At struct {
			Sheet string
			Row   int
		}
	}
	Findings []struct {
		Rule, Severity, Message string
		Flows                   []string
	}
}

// judgeFixture runs check on one of the embedded registers.
func judgeFixture(t *testing.T, name string) result {
	t.Helper()
	f, ok := fixtures.Find(name)
	if !ok {
		t.Fatalf("there is no fixture %q", name)
	}
	path := filepath.Join(t.TempDir(), f.File)
	if err := os.WriteFile(path, f.Data, 0o644); err != nil {
		t.Fatal(err)
	}
	var out, errOut bytes.Buffer
	if code := run([]string{"check", path, "--format", "json", "--fail-on", "never"}, &out, &errOut, theDay); code != exitDone {
		t.Fatalf("exit %d: %s", code, errOut.String())
	}
	var r result
	if err := json.Unmarshal(out.Bytes(), &r); err != nil {
		t.Fatal(err)
	}
	return r
}

// to lists the indexes of the flows to parties one of whose names contains the
// words.
func (r result) to(words string) (list []int) {
	for i, f := range r.Flows {
		for _, p := range r.Parties {
			if p.ID == f.To && f.From != f.To && strings.Contains(strings.ToLower(p.Name+"\n"+strings.Join(p.Aliases, "\n")), strings.ToLower(words)) {
				list = append(list, i)
			}
		}
	}
	return list
}

func (r result) has(rule string, flow int) bool {
	for _, f := range r.Findings {
		if f.Rule == rule && slices.Contains(f.Flows, r.Flows[flow].ID) {
			return true
		}
	}
	return false
}

// How the flows of the CEG notice stand follows from the law and from what the
// notice says of each recipient.
func TestVerdictsOnTheNotice(t *testing.T) {
	r := judgeFixture(t, "ceg-privacy-notice")
	for _, c := range []struct {
		recipient, verdict string
		flows              int
	}{
		{"US Immigration and Customs", "unprotected", 2},
		{"Immigration and Naturalisation Service", "adequate", 2},
		{"Swedish Immigration", "adequate", 2},
		{"UK Visas and Immigration", "home", 2},
		{"insurance", "unknown", 1},
		{"accreditation bod", "unknown", 1},
		{"CEG companies", "unprotected", 1},
		{"Higher Education Statistics", "home", 1},
	} {
		flows := r.to(c.recipient)
		if len(flows) != c.flows {
			t.Errorf("%s: %d flows, want %d", c.recipient, len(flows), c.flows)
		}
		for _, i := range flows {
			if got := r.Flows[i].Transfer.Verdict; got != c.verdict {
				t.Errorf("%s: %s, want %s: %s", c.recipient, got, c.verdict, r.Flows[i].Transfer.Reason)
			}
			if critical := r.has("transfer-no-safeguard", i); critical != (c.verdict == "unprotected") {
				t.Errorf("%s: transfer-no-safeguard is told: %v", c.recipient, critical)
			}
		}
	}
	for _, f := range r.to("CEG companies") {
		if !slices.Equal(r.Flows[f].Transfer.Countries, []string{"GB", "NL", "SE", "US", "CN"}) {
			t.Errorf("CEG companies are in %v", r.Flows[f].Transfer.Countries)
		}
	}
}

// A ground of Article 6 is no condition of Article 9: "legal obligation" alone
// leaves the safeguarding referrals without one, "necessary for statistical
// purposes" gives HESA's flow one, and consent covers its own activity.
func TestConditionsOnTheNotice(t *testing.T) {
	r := judgeFixture(t, "ceg-privacy-notice")
	for _, c := range []struct {
		recipient string
		without   int // flows with special-category data and no condition
	}{
		{"Local authorities", 1},
		{"Higher Education Statistics", 0},
		{"Office for Students", 0},
		{"Police", 0},
		{"Medical or Public Health", 0},
		{"Accommodation providers", 0},
		{"CEG companies", 0},
	} {
		flows, without := r.to(c.recipient), 0
		if len(flows) == 0 {
			t.Errorf("%s gets nothing", c.recipient)
		}
		for _, i := range flows {
			if r.has("special-no-consent", i) && r.Flows[i].From == r.Flows[0].From {
				without++
			}
		}
		if without != c.without {
			t.Errorf("%s: %d flows without a condition, want %d", c.recipient, without, c.without)
		}
	}
}

func TestEveryRowIsAccountedFor(t *testing.T) {
	for _, f := range fixtures.All() {
		for _, in := range judgeFixture(t, f.Name).Inputs {
			for _, s := range in.Sheets {
				if sum := s.FlowRows + s.PartyRows + s.Blank + s.Rejected + s.Other; sum != s.Rows {
					t.Errorf("%s %s: %d rows, %d accounted for", f.Name, s.Name, s.Rows, sum)
				}
			}
		}
	}
}

func TestTheExamsPolicy(t *testing.T) {
	r := judgeFixture(t, "coopers-coborn-exams-policy")
	rows := 0
	for _, s := range r.Inputs[0].Sheets {
		if s.Layout == "exams-policy" {
			rows += s.FlowRows
		}
	}
	if rows != 24 {
		t.Errorf("%d rows of the table give flows, want 24", rows)
	}
	for _, want := range []string{"eAQA", "OCR Interchange", "A2C", "SIMS", "Go 4 Schools", "Havering", "Department for Education", "Joint Council", "AQA", "OCR", "WJEC", "Pearson"} {
		if len(r.to(want)) == 0 {
			t.Errorf("%s is no recipient on the map", want)
		}
	}
	special := map[string]bool{}
	for _, f := range r.Flows {
		for _, c := range f.Categories {
			if c.Class == "special" {
				special[strings.ToLower(f.Purpose)] = true
			}
		}
	}
	for _, want := range []string{"access arrangements", "special consideration"} {
		found := false
		for purpose := range special {
			found = found || strings.Contains(purpose, want)
		}
		if !found {
			t.Errorf("%s carries no special-category data; these do: %v", want, special)
		}
	}
}
