package pages

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dpmap/graph/law"
	"dpmap/graph/rules"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write docs/rules.md anew")

func TestRulesPageIsCurrent(t *testing.T) {
	path := filepath.Join("..", "..", "docs", "rules.md")
	var b bytes.Buffer
	if err := RulesMarkdown(&b, rules.All()); err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	there, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(there), b.String()); diff != "" {
		t.Errorf("docs/rules.md is stale; make it with go test ./reports/pages -update\n%s", diff)
	}
}

func TestRulePageHoldsAllOfTheRule(t *testing.T) {
	for _, r := range rules.All() {
		var b bytes.Buffer
		if err := Rule(&b, r, 80); err != nil {
			t.Fatal(err)
		}
		folded := strings.Join(strings.Fields(b.String()), " ")
		for _, want := range []string{r.Code, r.Severity.String(), r.Title, r.Doc, r.Fix, r.Law[0].Cite, r.Law[0].URL} {
			if !strings.Contains(folded, strings.Join(strings.Fields(want), " ")) {
				t.Errorf("%s: %q is not on its page", r.Code, want)
			}
		}
		for line := range strings.Lines(b.String()) {
			if len([]rune(line)) > 81 && !strings.Contains(line, "http") {
				t.Errorf("%s: a line is too wide: %q", r.Code, line)
			}
		}
	}
}

func TestCountryTellsItsStandingByDate(t *testing.T) {
	for _, c := range []struct {
		day     law.Date
		without []string
		country string
		want    []string
	}{
		{law.Day(2023, 10, 11), nil, "US", []string{"under the UK GDPR: no adequacy", "does not stand, from 12 October 2023"}},
		{law.Day(2026, 11, 22), nil, "US", []string{"under the UK GDPR: adequate only on a condition", "uk-us-data-bridge", "SI 2023/1028", "C-703/25 P"}},
		{law.Day(2026, 11, 22), []string{"uk-us-data-bridge"}, "US", []string{"A supposition", "under the UK GDPR: no adequacy", "under the EU GDPR: adequate only on a condition"}},
		{law.Day(2026, 11, 22), nil, "NL", []string{"under the UK GDPR: adequate\n", "under the EU GDPR: not a restricted transfer"}},
		{law.Day(2026, 11, 22), nil, "CN", []string{"under the UK GDPR: no adequacy", "under the EU GDPR: no adequacy"}},
		{law.Day(2031, 12, 28), nil, "GB", []string{"under the UK GDPR: not a restricted transfer", "under the EU GDPR: no adequacy", "until 27 December 2031"}},
	} {
		book, err := law.Open(c.day, c.without...)
		if err != nil {
			t.Fatal(err)
		}
		country, _ := book.Country(c.country)
		var b bytes.Buffer
		if err := Country(&b, book, country, 80); err != nil {
			t.Fatal(err)
		}
		for _, want := range c.want {
			if !strings.Contains(b.String(), want) {
				t.Errorf("%s at %s without %v: %q is not in\n%s", c.country, c.day, c.without, want, b.String())
			}
		}
	}
}

func TestLawNamesEveryInstrument(t *testing.T) {
	book, err := law.Open(law.Day(2026, 11, 22))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := Law(&b, book, 80); err != nil {
		t.Fatal(err)
	}
	for _, i := range book.Instruments() {
		if !strings.Contains(b.String(), "  "+i.ID+" ") {
			t.Errorf("%s is not told", i.ID)
		}
	}
	if strings.Count(b.String(), "not verified:") == 0 {
		t.Error("no row is told to be unverified, yet some are")
	}
}
