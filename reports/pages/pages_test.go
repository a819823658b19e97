package pages

import (
	"bytes"
	"flag"
	"io"
	"os"
	"path/filepath"
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
