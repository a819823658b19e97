package rules_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/graph/rules"
	"dpmap/importers"

	"github.com/google/go-cmp/cmp"
)

// everyRow is the flows of all the rules' own registers as one table.
func everyRow(t *testing.T) (headings []string, rows [][]string) {
	t.Helper()
	for _, rule := range rules.All() {
		s := readTable(t, rule.Code).sheets[0]
		for _, row := range s.rows[1:] {
			placed := make([]string, len(headings))
			for i, cell := range row {
				k := slices.Index(headings, s.rows[0][i])
				if k < 0 {
					k = len(headings)
					headings, placed = append(headings, s.rows[0][i]), append(placed, "")
				}
				placed[k] = cell
				if s.rows[0][i] == "Ref" {
					placed[k] = rule.Code + " " + cell
				}
			}
			rows = append(rows, placed)
		}
	}
	for i := range rows {
		rows[i] = append(rows[i], make([]string, len(headings)-len(rows[i]))...)
	}
	return headings, rows
}

func asFile(t *testing.T, name string, headings []string, rows [][]string) importers.File {
	t.Helper()
	var data bytes.Buffer
	if err := csv.NewWriter(&data).WriteAll(append([][]string{headings}, rows...)); err != nil {
		t.Fatal(err)
	}
	return importers.File{Name: name, Data: data.Bytes()}
}

func read(t *testing.T, files ...importers.File) (*graph.Map, *law.Book) {
	t.Helper()
	book, err := law.Open(law.Day(2026, time.November, 22))
	if err != nil {
		t.Fatal(err)
	}
	in, err := importers.Read(files, importers.Options{Book: book})
	if err != nil {
		t.Fatal(err)
	}
	return in.Map, book
}

// TestRunsAlike runs the same register a hundred times.
func TestRunsAlike(t *testing.T) {
	headings, rows := everyRow(t)
	m, book := read(t, asFile(t, "all.csv", headings, rows))
	first := rules.Run(m, book, rules.All(), rules.Options{})
	if len(first.Findings) < 200 {
		t.Fatalf("only %d findings on %d rows", len(first.Findings), len(rows))
	}
	for range 99 {
		again := rules.Run(m, book, rules.All(), rules.Options{})
		if !reflect.DeepEqual(first.Findings, again.Findings) {
			t.Fatal(cmp.Diff(first.Findings, again.Findings))
		}
		if !reflect.DeepEqual(first.Transfers, again.Transfers) {
			t.Fatal(cmp.Diff(first.Transfers, again.Transfers, cmp.AllowUnexported(rules.Leg{}, rules.Transfer{})))
		}
	}
}

// BenchmarkRun judges a trust's register: a hundred schools that use the same
// two hundred suppliers, who share ten hosts.
func BenchmarkRun(b *testing.B) {
	book, err := law.Open(law.Day(2026, time.November, 22))
	if err != nil {
		b.Fatal(err)
	}
	const schools, suppliers = 100, 200
	var parties []graph.Party
	var flows []graph.Flow
	for i := range schools {
		parties = append(parties, graph.Party{ID: fmt.Sprint("school", i), Name: fmt.Sprint("School ", i), Kind: law.School, Country: place("GB")})
	}
	for i := range 10 {
		parties = append(parties, graph.Party{ID: fmt.Sprint("host", i), Name: fmt.Sprint("Host ", i), Kind: law.Supplier, Country: place([]string{"GB", "IN"}[i%2])})
	}
	for i := range suppliers {
		country := []string{"GB", "US", "IN", "IE"}[i%4]
		parties = append(parties, graph.Party{ID: fmt.Sprint("supplier", i), Name: fmt.Sprint("Supplier ", i), Kind: law.Supplier, Country: place(country)})
		for k := range schools {
			flows = append(flows, graph.Flow{ID: fmt.Sprint("f", i, "-", k), From: fmt.Sprint("school", k), To: fmt.Sprint("supplier", i),
				Role: graph.Processor, Purpose: "Lessons", Categories: []graph.Category{{Name: "Names"}, {Name: "Health", Class: law.Special}}})
		}
		flows = append(flows, graph.Flow{ID: fmt.Sprint("sub", i), From: fmt.Sprint("supplier", i), To: fmt.Sprint("host", i%10), Role: graph.SubProcessor})
	}
	m, err := graph.New(graph.Register{}, parties, flows)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		rules.Run(m, book, rules.All(), rules.Options{})
	}
}

// TestRulesOnlyRead compares a map that every rule has seen with one that none has.
func TestRulesOnlyRead(t *testing.T) {
	headings, rows := everyRow(t)
	seen, book := read(t, asFile(t, "all.csv", headings, rows))
	unseen, _ := read(t, asFile(t, "all.csv", headings, rows))
	rules.Run(seen, book, rules.All(), rules.Options{})
	for name, d := range map[string]string{
		"flows":    cmp.Diff(unseen.Flows(), seen.Flows()),
		"parties":  cmp.Diff(unseen.Parties(), seen.Parties()),
		"register": cmp.Diff(unseen.Register(), seen.Register()),
	} {
		if d != "" {
			t.Errorf("%s changed: %s", name, d)
		}
	}
}

// TestOrderDoesNotMatter shuffles the rows, and splits them over two files: the
// same findings come, under the same IDs, with the same messages.
func TestOrderDoesNotMatter(t *testing.T) {
	headings, rows := everyRow(t)
	want := told(t, asFile(t, "all.csv", headings, rows))
	for seed := range uint64(3) {
		shuffled := slices.Clone(rows)
		rand.New(rand.NewPCG(seed, 1)).Shuffle(len(shuffled), func(i, j int) {
			shuffled[i], shuffled[j] = shuffled[j], shuffled[i]
		})
		if d := cmp.Diff(want, told(t, asFile(t, "all.csv", headings, shuffled))); d != "" {
			t.Errorf("shuffled by %d: %s", seed, d)
		}
	}
	half := len(rows) / 2
	split := told(t, asFile(t, "one.csv", headings, rows[:half]), asFile(t, "two.csv", headings, rows[half:]))
	if d := cmp.Diff(want, split); d != "" {
		t.Errorf("split in two: %s", d)
	}
}

// told is every finding as its ID and message, sorted. The place alone may
// differ.
func told(t *testing.T, files ...importers.File) []string {
	t.Helper()
	m, book := read(t, files...)
	var list []string
	for _, f := range rules.Run(m, book, rules.All(), rules.Options{}).Findings {
		list = append(list, f.ID+" "+f.Message)
	}
	slices.Sort(list)
	return list
}

// TestFindingsInOrder: most severe first, then in input order, with IDs of
// their own.
func TestFindingsInOrder(t *testing.T) {
	headings, rows := everyRow(t)
	m, book := read(t, asFile(t, "all.csv", headings, rows))
	result := rules.Run(m, book, rules.All(), rules.Options{})
	seen := map[string]bool{}
	for i, f := range result.Findings {
		if seen[f.ID] {
			t.Errorf("two findings are %s", f.ID)
		}
		seen[f.ID] = true
		if strings.HasSuffix(f.Message, ".") || strings.ContainsAny(f.Message, "\n") || f.Message == "" {
			t.Errorf("message %q is no line without a full stop", f.Message)
		}
		if i == 0 {
			continue
		}
		before := result.Findings[i-1]
		if before.Severity < f.Severity {
			t.Errorf("%s comes before %s, which is more severe", before.ID, f.ID)
		}
		if before.Severity == f.Severity && len(before.Flows) > 0 && len(f.Flows) > 0 && m.Index(before.Flows[0]) > m.Index(f.Flows[0]) {
			t.Errorf("%s comes before %s, whose flow is earlier", before.ID, f.ID)
		}
	}
}

// TestAccepted: an acceptance holds through its last day, and only with a
// reason and a day.
func TestAccepted(t *testing.T) {
	m, book := read(t, asFile(t, "one.csv", []string{"From", "To", "Purpose", "Lawful basis"}, [][]string{{"Riverside School", "Menu Cards", "Catering", ""}}))
	find := func(o rules.Options) rules.Finding {
		for _, f := range rules.Run(m, book, rules.All(), o).Findings {
			if f.Rule == "basis-missing" {
				return f
			}
		}
		t.Fatal("basis-missing did not fire")
		return rules.Finding{}
	}
	id := find(rules.Options{}).ID
	for _, c := range []struct {
		name   string
		until  law.Date
		reason string
		held   bool
		says   string
	}{
		{"to the day", law.Day(2026, time.November, 22), "the DPO is asking", true, ""},
		{"past its end", law.Day(2026, time.November, 21), "the DPO is asking", false, "accepted until 21 November 2026, which is over"},
		{"without an end", law.Date{}, "the DPO is asking", false, "names no end date"},
		{"without a reason", law.Day(2027, time.July, 31), "tbc", false, "gives no reason"},
	} {
		f := find(rules.Options{Accepted: []graph.Acceptance{{Finding: " " + strings.ToUpper(id), Reason: c.reason, By: "Head", Until: c.until}}})
		if (f.Accepted != nil) != c.held || !strings.Contains(f.Message, c.says) {
			t.Errorf("%s: accepted %v, message %q", c.name, f.Accepted, f.Message)
		}
		if f.ID != id {
			t.Errorf("%s: the ID changed to %s", c.name, f.ID)
		}
	}
}
