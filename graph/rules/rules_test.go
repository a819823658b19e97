package rules_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/graph/rules"
	"dpmap/importers"

	"github.com/xuri/excelize/v2"
)

// A rule's test is examples/CODE.csv, a register as a school would keep it with
// a column "want": a regular expression on each row where a finding of the rule
// is due, several separated by " && ", blank where none is. A column "as at" or
// "without" sets the law of the whole file. A finding without a place is due
// where the heading of the column says so: "want: regexp". Files named
// CODE.organisations.csv and CODE.register.csv are further sheets of the same
// workbook. A column "shown" marks the rows that the rule's page shows, where
// the first that fires and the first that does not would not tell enough.

// TestRules runs each rule's own file.
func TestRules(t *testing.T) {
	for _, rule := range rules.All() {
		t.Run(rule.Code, func(t *testing.T) {
			for _, fault := range readTable(t, rule.Code).judge(t, rule) {
				t.Error(fault)
			}
		})
	}
}

// TestEachRuleIsTested makes sure that a rule's file tells the rule from one
// that never fires, and from one that fires at every flow, party and register.
func TestEachRuleIsTested(t *testing.T) {
	for _, rule := range rules.All() {
		t.Run(rule.Code, func(t *testing.T) {
			file := readTable(t, rule.Code)
			silent, loud := rule, rule
			silent.Check = func(*rules.Pass) {}
			loud.Check = func(p *rules.Pass) {
				rule.Check(p)
				for i := range p.Map.Flows() {
					p.Report([]int{i}, graph.FieldPurpose, "always")
				}
			}
			if len(file.judge(t, silent)) == 0 {
				t.Error("the file passes when the rule never fires")
			}
			if len(file.judge(t, loud)) == 0 {
				t.Error("the file passes when the rule fires at everything")
			}
			if file.misses == 0 {
				t.Error("the file has no near miss")
			}
		})
	}
}

// TestEveryFileHasARule finds test files left behind by a renamed rule.
func TestEveryFileHasARule(t *testing.T) {
	files, err := filepath.Glob("examples/*.csv")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		code, _, _ := strings.Cut(filepath.Base(file), ".")
		known := slices.ContainsFunc(rules.All(), func(r rules.Rule) bool { return r.Code == code })
		if !known {
			t.Errorf("%s tests no rule", file)
		}
	}
}

// ruleFile is a rule's test file as read: its sheets as the importer is to see
// them, and what is wanted of which row.
type ruleFile struct {
	asAt    law.Date
	without []string
	sheets  []ruleSheet
	nowhere []string // wanted of findings without a place
	misses  int      // rows on which no finding is wanted
}

type ruleSheet struct {
	name string
	rows [][]string
	want map[int][]string // by row, from 1
}

func readTable(t *testing.T, code string) *ruleFile {
	t.Helper()
	file := &ruleFile{asAt: law.Day(2026, time.November, 22)}
	for _, part := range []struct{ suffix, sheet string }{{"", "Flows"}, {".organisations", "Organisations"}, {".register", "Register"}} {
		data, err := os.ReadFile("examples/" + code + part.suffix + ".csv")
		if err != nil {
			if part.suffix == "" {
				t.Fatal(err)
			}
			continue
		}
		file.add(t, part.sheet, data)
	}
	return file
}

// add reads one sheet and takes the test's own columns out of it.
func (file *ruleFile) add(t *testing.T, name string, data []byte) {
	t.Helper()
	r := csv.NewReader(bytes.NewReader(data))
	r.FieldsPerRecord = -1
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	s := ruleSheet{name: name, want: map[int][]string{}}
	for n, row := range rows {
		var kept []string
		shown := ""
		for col, cell := range row {
			heading := ""
			if col < len(rows[0]) {
				heading = rows[0][col]
			}
			name, wanted, _ := strings.Cut(heading, ": ")
			switch {
			case name == "want" && n == 0:
				file.nowhere = append(file.nowhere, wants(wanted)...)
			case name == "want" && cell == "":
				file.misses++
			case name == "want":
				s.want[n+1] = wants(cell)
			case heading == "shown":
				shown = cell
			case heading == "as at":
				if n > 0 && cell != "" {
					file.asAt = date(t, cell)
				}
			case heading == "without":
				if n > 0 {
					file.without = append(file.without, strings.Fields(cell)...)
				}
			default:
				kept = append(kept, cell)
			}
		}
		if name == "Register" && n > 0 && shown == "quiet" {
			continue // a register has one such sheet, and this row mends it
		}
		s.rows = append(s.rows, kept)
	}
	file.sheets = append(file.sheets, s)
}

func wants(cell string) []string { return parts(cell, " && ") }

// judge imports the file, runs the rule, and lists what is due and did not
// come, and what came and is not due.
func (file *ruleFile) judge(t *testing.T, rule rules.Rule) []string {
	t.Helper()
	book, err := law.Open(file.asAt, file.without...)
	if err != nil {
		t.Fatal(err)
	}
	in, err := importers.Read([]importers.File{file.encode(t)}, importers.Options{Book: book})
	if err != nil {
		t.Fatal(err)
	}
	result := rules.Run(in.Map, book, []rules.Rule{rule}, rules.Options{Accepted: in.Accepted})
	return file.compare(result.Findings)
}

func (file *ruleFile) compare(findings []rules.Finding) []string {
	var faults []string
	claimed := make([]bool, len(findings))
	claim := func(at graph.Ref, place, pattern string) {
		want := regexp.MustCompile(pattern)
		for i, f := range findings {
			samePlace := f.At.Row == at.Row && (len(file.sheets) == 1 || f.At.Sheet == at.Sheet)
			if !claimed[i] && samePlace && want.MatchString(f.Message) {
				claimed[i] = true
				return
			}
		}
		faults = append(faults, fmt.Sprintf("%s: no finding that matches %q", place, pattern))
	}
	for _, pattern := range file.nowhere {
		claim(graph.Ref{}, "nowhere", pattern)
	}
	for _, s := range file.sheets {
		for row := range s.rows {
			for _, pattern := range s.want[row+1] {
				claim(graph.Ref{Sheet: s.name, Row: row + 1}, fmt.Sprintf("%s row %d", s.name, row+1), pattern)
			}
		}
	}
	for i, f := range findings {
		if !claimed[i] {
			faults = append(faults, fmt.Sprintf("%s: finding not wanted: %s", f.At, f.Message))
		}
	}
	return faults
}

// encode is the file as a user would hand it over: a CSV, or a workbook where
// it has several sheets.
func (file *ruleFile) encode(t *testing.T) importers.File {
	t.Helper()
	var data bytes.Buffer
	if len(file.sheets) == 1 {
		if err := csv.NewWriter(&data).WriteAll(file.sheets[0].rows); err != nil {
			t.Fatal(err)
		}
		return importers.File{Name: "register.csv", Data: data.Bytes()}
	}
	book := excelize.NewFile()
	defer book.Close()
	for i, s := range file.sheets {
		if i == 0 {
			book.SetSheetName("Sheet1", s.name)
		} else if _, err := book.NewSheet(s.name); err != nil {
			t.Fatal(err)
		}
		for n, row := range s.rows {
			if err := book.SetSheetRow(s.name, fmt.Sprintf("A%d", n+1), &row); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := book.Write(&data); err != nil {
		t.Fatal(err)
	}
	return importers.File{Name: "register.xlsx", Data: data.Bytes()}
}

// TestRulesExplainThemselves finds a rule with an empty field, a repeated code,
// or a text that breaks the form of messages.
func TestRulesExplainThemselves(t *testing.T) {
	code := regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)+$`)
	seen := map[string]bool{}
	for _, r := range rules.All() {
		if !code.MatchString(r.Code) || seen[r.Code] {
			t.Errorf("code %q is not kebab-case or stands twice", r.Code)
		}
		seen[r.Code] = true
		if r.Title == "" || r.Severity.String() == "" || r.Doc == "" || r.Fix == "" || len(r.Law) == 0 || r.Check == nil {
			t.Errorf("%s: a field is empty", r.Code)
		}
		if strings.HasSuffix(r.Title, ".") || strings.ContainsAny(r.Title+r.Doc+r.Fix+r.FixEU, "<>") {
			t.Errorf("%s: the title ends in a full stop, or a text holds markup", r.Code)
		}
		if !strings.Contains(r.Doc, "Fires ") || !strings.Contains(r.Doc, "Does not fire ") {
			t.Errorf("%s: the doc does not say when it fires and when not", r.Code)
		}
		for _, c := range r.Law {
			if c.Cite == "" || !strings.HasPrefix(c.URL, "https://") {
				t.Errorf("%s: citation %+v lacks a provision or a link", r.Code, c)
			}
		}
	}
}
