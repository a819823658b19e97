package rules_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"dpmap/graph/law"
	"dpmap/graph/rules"
	"dpmap/importers"
)

// TestExamples runs each rule on the rows that its page shows, and on nothing
// else: it fires at the one example and not at the other.
func TestExamples(t *testing.T) {
	for _, rule := range rules.All() {
		t.Run(rule.Code, func(t *testing.T) {
			e, err := rules.ExampleOf(rule.Code)
			if err != nil {
				t.Fatal(err)
			}
			if n := findingsOn(t, rule, e, e.Fires); n == 0 {
				t.Errorf("the rule does not fire at %v", e.Fires)
			}
			if n := findingsOn(t, rule, e, e.Quiet); n != 0 {
				t.Errorf("the rule fires at %v", e.Quiet)
			}
		})
	}
}

// findingsOn counts a rule's findings on the rows of an example.
func findingsOn(t *testing.T, rule rules.Rule, e rules.Example, rows []rules.ExampleRow) int {
	t.Helper()
	asAt := law.Day(2026, time.November, 22)
	if e.AsAt != "" {
		asAt = date(t, e.AsAt)
	}
	file := &ruleFile{}
	for _, row := range rows {
		at := slices.IndexFunc(file.sheets, func(s ruleSheet) bool { return s.name == row.Sheet })
		if at < 0 {
			var headings []string
			for _, c := range row.Cells {
				headings = append(headings, c.Heading)
			}
			at = len(file.sheets)
			file.sheets = append(file.sheets, ruleSheet{name: row.Sheet, rows: [][]string{headings}})
		}
		var cells []string
		for _, c := range row.Cells {
			cells = append(cells, c.Value)
		}
		file.sheets[at].rows = append(file.sheets[at].rows, cells)
	}
	if len(file.sheets) == 0 {
		t.Fatal("the example has no row")
	}
	book, err := law.Open(asAt, e.Without...)
	if err != nil {
		t.Fatal(err)
	}
	in, err := importers.Read([]importers.File{file.encode(t)}, importers.Options{Book: book})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range in.Problems {
		if !strings.Contains(p.Message, "country") {
			t.Logf("%s", p.Message)
		}
	}
	return len(rules.Run(in.Map, book, []rules.Rule{rule}, rules.Options{}).Findings)
}
