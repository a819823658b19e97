package reports

import (
	"go/ast"
	"go/parser"
	"go/token"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"dpmap/graph"
	"dpmap/graph/law"
)

// TestSafeguardWords holds that whatever a register can record in place of an
// instrument has words, by the list of constants in the model's own source.
func TestSafeguardWords(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "../graph/flow.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	ast.Inspect(file, func(node ast.Node) bool {
		v, ok := node.(*ast.ValueSpec)
		if !ok || !strings.HasPrefix(v.Names[0].Name, "Safeguard") || len(v.Values) != 1 {
			return true
		}
		id, err := strconv.Unquote(v.Values[0].(*ast.BasicLit).Value)
		if err != nil {
			t.Fatal(err)
		}
		n++
		if words := SafeguardWords(id); !strings.Contains(words, " ") {
			t.Errorf("%s (%q) has the words %q", v.Names[0].Name, id, words)
		}
		return true
	})
	if n < 8 {
		t.Errorf("only %d constants were found", n)
	}
	if got := SafeguardWords("uk-idta"); got != "" {
		t.Errorf("an instrument of the law has the words %q of none", got)
	}
}

// TestSafeguardNames holds that clauses go by what they are to the exporter's
// law, and that those beside their addendum are not told to lack it.
func TestSafeguardNames(t *testing.T) {
	book, err := law.Open(law.Day(2026, time.November, 22))
	if err != nil {
		t.Fatal(err)
	}
	clauses, addendum, over := graph.Safeguard{ID: "eu-scc-2021"}, graph.Safeguard{ID: "uk-addendum"}, graph.Safeguard{ID: graph.SafeguardEnded}
	for _, c := range []struct {
		regime law.Regime
		list   []graph.Safeguard
		want   []string
	}{
		{law.UK, []graph.Safeguard{clauses, over}, []string{"EU SCCs 2021/914 without the UK Addendum", "recorded as over"}},
		{law.UK, []graph.Safeguard{clauses, addendum}, []string{"EU SCCs 2021/914", "UK Addendum to the EU SCCs (B1.0)"}},
		{law.EU, []graph.Safeguard{clauses}, []string{"EU SCCs 2021/914"}},
		{"", []graph.Safeguard{{ID: "what"}}, []string{"what"}},
	} {
		if diff := cmp.Diff(c.want, SafeguardNames(book, c.regime, c.list)); diff != "" {
			t.Errorf("under %q law (-want +got):\n%s", c.regime, diff)
		}
	}
	for _, in := range book.Instruments() {
		if in.Name == "" || InstrumentWords(book, in.Regime, in.ID) == in.ID {
			t.Errorf("%s (%s) has no words", in.ID, in.Regime)
		}
	}
}
