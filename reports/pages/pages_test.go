package pages

import (
	"bytes"
	"flag"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dpmap/graph/rules"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write docs/rules.md and docs/law.md anew")

func TestPagesAreCurrent(t *testing.T) {
	for name, write := range map[string]func(io.Writer) error{
		"rules.md": func(w io.Writer) error { return RulesMarkdown(w, rules.All()) },
		"law.md":   func(w io.Writer) error { return LawMarkdown(w, book(t, today)) },
	} {
		path := filepath.Join("..", "..", "docs", name)
		var b bytes.Buffer
		if err := write(&b); err != nil {
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
			t.Errorf("docs/%s is stale; make it with go test ./reports/pages -update\n%s", name, diff)
		}
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

// Every cell of a rule's example stands on its page: what the tests of the rules
// run is what a reader sees.
func TestRulePageShowsItsExample(t *testing.T) {
	for _, r := range rules.All() {
		var b bytes.Buffer
		if err := Rule(&b, r, 80); err != nil {
			t.Fatal(err)
		}
		_, examples, _ := strings.Cut(b.String(), "An example at which it fires")
		fires, quiet, ok := strings.Cut(examples, "An example at which it does not fire")
		if !ok {
			t.Fatalf("%s has no two examples:\n%s", r.Code, b.String())
		}
		e, err := rules.ExampleOf(r.Code)
		if err != nil {
			t.Fatal(err)
		}
		holds(t, r.Code, fires, e.Fires)
		holds(t, r.Code, quiet, e.Quiet)
	}
}

func holds(t *testing.T, code, text string, rows []rules.ExampleRow) {
	t.Helper()
	text = strings.Join(strings.Fields(text), " ")
	for _, row := range rows {
		for _, c := range row.Cells {
			want := c.Heading + ": " + c.Value
			switch {
			case row.Sheet == "Register":
				want = row.Value("Field") + ": " + row.Value("Value")
			case c.Value == "":
				want = c.Heading
			}
			if !strings.Contains(text, strings.Join(strings.Fields(want), " ")) {
				t.Errorf("%s: %q is not in %s", code, want, text)
			}
		}
	}
}

func TestExampleTellsItsLaw(t *testing.T) {
	var b bytes.Buffer
	i := slices.IndexFunc(rules.All(), func(r rules.Rule) bool { return r.Code == "transfer-adequacy-ending" })
	if err := Rule(&b, rules.All()[i], 80); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.String(), "An example at which it fires, by the law as at 1 March 2031\n") {
		t.Error(b.String())
	}
}
