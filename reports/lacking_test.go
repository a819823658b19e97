package reports

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dpmap/fixtures/judged"
	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/graph/rules"
	"dpmap/importers"
)

// register reads and judges tables of CSV, each given with its file's name.
func register(t *testing.T, tables ...string) *Report {
	t.Helper()
	var files []importers.File
	for _, table := range tables {
		name, text, _ := strings.Cut(table, "\n")
		files = append(files, importers.File{Name: name, Data: []byte(text)})
	}
	in, result := judged.Files(t, files)
	return &Report{Result: result, Inputs: in.Inputs, Problems: in.Problems, Assumptions: in.Assumptions, Version: "0.1.0"}
}

const noRetention = `a.csv
To,Recipient country,Purpose,Data subjects,Data categories,Lawful basis,Recipient role,Security measures,Privacy notice,Colour
Reading Owl,United Kingdom,Reading,Pupils,Names,,controller,Locked,Ours,red
Photo Day,United Kingdom,Photographs,Pupils,Photographs,public task,controller,Locked,Ours,blue
Kitchen Tap,United Kingdom,Meals,Pupils,Names,public task,controller,Locked,Ours,green
`

func TestAColumnThatIsMissingIsToldOnce(t *testing.T) {
	r := register(t, noRetention)
	list, told := r.lacking()
	var got []string
	for _, c := range list {
		got = append(got, c.Rule+": "+c.sentence())
	}
	if diff := cmp.Diff([]string{"retention-missing: no column for how long the data is kept in a.csv: 3 flows"}, got); diff != "" {
		t.Error(diff)
	}
	for i := range r.Result.Findings {
		if f := &r.Result.Findings[i]; told[i] != (f.Rule == "retention-missing") {
			t.Errorf("%s of %s: told in one line is %v", f.Rule, f.At, told[i])
		}
	}
	out := text(t, r, TextOptions{})
	if strings.Count(out, "retention-missing") != 2 || !strings.Contains(out, "basis-missing") {
		t.Errorf("a line, and what to do:\n%s", out)
	}
	if n := strings.Count(text(t, r, TextOptions{Quiet: true}), "[retention-missing]"); n != 1 {
		t.Errorf("--quiet prints %d lines for one column", n)
	}
}

func TestWhatSaysMoreStaysWithItsRecipient(t *testing.T) {
	for name, change := range map[string]func(r *Report){
		"a cell that says something": func(r *Report) {
			for i := range r.Result.Findings {
				r.Result.Findings[i].Message += `; the cell says "tbc"`
			}
		},
		"accepted": func(r *Report) {
			for i := range r.Result.Findings {
				r.Result.Findings[i].Accepted = &rules.Accepted{Until: law.Day(2030, 1, 1)}
			}
		},
	} {
		r := register(t, noRetention)
		change(r)
		if list, _ := r.lacking(); len(list) != 0 {
			t.Errorf("%s: %+v", name, list)
		}
	}
}

func TestAColumnThatIsEmptyIsToldOnce(t *testing.T) {
	table := strings.ReplaceAll(strings.Replace(noRetention, ",Colour", ",Retention", 1), "red", "")
	table = strings.ReplaceAll(strings.ReplaceAll(table, "blue", ""), "green", "")
	sentences := func(table string) (out []string) {
		list, _ := register(t, table).lacking()
		for _, c := range list {
			out = append(out, c.sentence())
		}
		return out
	}
	if diff := cmp.Diff([]string{"the column for how long the data is kept is empty in a.csv: 3 flows"}, sentences(table)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string(nil), sentences(strings.Replace(table, "Meals,Pupils,Names,public task,controller,Locked,Ours,", "Meals,Pupils,Names,public task,controller,Locked,Ours,1 year", 1))); diff != "" {
		t.Error(diff)
	}
}

func TestWhomItIsAboutIsNamedWhereOthersAreNot(t *testing.T) {
	r := register(t, "a.csv\nTo,Purpose,Recipient role\nDepartment for Education,Census,controller\nReading Owl,Reading,processor\nPhoto Day,Photographs,processor\n")
	list, _ := r.lacking()
	if len(list) == 0 {
		t.Fatal("nothing lacks")
	}
	if got, want := list[0].sentence(), "no column for the recipient's country in a.csv: 2 flows, to Reading Owl and Photo Day"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestAColumnOfTheOrganisationsCounts(t *testing.T) {
	flows := "flows.csv\nTo,Purpose,Data subjects\nReading Owl,Reading,Pupils\nPhoto Day,Photographs,Pupils\n"
	rulesOf := func(r *Report) string {
		list, _ := r.lacking()
		var out []string
		for _, c := range list {
			out = append(out, c.Rule)
		}
		return strings.Join(out, " ")
	}
	if got := rulesOf(register(t, flows)); !strings.Contains(got, "role-unknown") || !strings.Contains(got, "transfer-destination-unknown") {
		t.Errorf("missing: %s", got)
	}
	parties := "parties.csv\nName,Kind,Country,Role,DPF status,ICO registration\nReading Owl,supplier,,,,\nPhoto Day,supplier,,,,\nDfE,,UK,controller,,\n"
	if got := rulesOf(register(t, flows, parties)); strings.Contains(got, "role-unknown") || strings.Contains(got, "transfer-destination-unknown") || !strings.Contains(got, "basis-missing") {
		t.Errorf("missing: %s", got)
	}
}

func TestReading(t *testing.T) {
	r := register(t, noRetention, "notes.csv\nthis is a letter\nto nobody\n")
	read := r.reading()
	for got, want := range map[string]string{
		read.rows():    "Read: 2 files; 3 rows gave 3 flows.",
		read.columns(): "Columns: 9 of 10 understood; kept as they stand, and judged by no rule: “Colour”.",
		read.aside():   "Not read, since no table of data flows was recognised in it: sheet notes.csv (2 rows).",
	} {
		if got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

func TestRemediesAreToldOnce(t *testing.T) {
	r := many(t, 3, rules.High)
	r.Result.Findings[1].Fix = "do otherwise"
	r.Result.Findings[1].Flows = []string{"f4"}
	got := r.remedies()
	if len(got) != 1 {
		t.Fatalf("%d rules", len(got))
	}
	want := []string{"For QuizWhizz Inc & Sons <Ltd>: do", "For Delft Lab BV: do otherwise"}
	if diff := cmp.Diff(want, got[0].sentences()); diff != "" {
		t.Error(diff)
	}
}

// TestOwnSheetsAreNotCalledUnread holds that a sheet which dpmap itself made is
// not among those that a warning names.
func TestOwnSheetsAreNotCalledUnread(t *testing.T) {
	r := register(t, noRetention)
	r.Inputs[0].Sheets = append(r.Inputs[0].Sheets, graph.SheetCount{Name: "Read me", Rows: 15, Own: true}, graph.SheetCount{Name: "Old systems", Rows: 4})
	if got := r.reading().aside(); strings.Contains(got, "Read me") || !strings.Contains(got, "Old systems") {
		t.Errorf("not read: %q", got)
	}
}
