package template

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/importers"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func book(t *testing.T) *law.Book {
	t.Helper()
	b, err := law.Open(law.Day(2026, time.November, 22))
	must(t, err)
	return b
}

func written(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	must(t, Write(&b, book(t), "test"))
	return b.Bytes()
}

func opened(t *testing.T, data []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	must(t, err)
	t.Cleanup(func() { f.Close() })
	return f
}

// read imports the workbook.
func read(t *testing.T, f *excelize.File) (*importers.Import, error) {
	t.Helper()
	var b bytes.Buffer
	must(t, f.Write(&b))
	return importers.Read([]importers.File{{Name: "flows.xlsx", Data: b.Bytes()}}, importers.Options{Book: book(t)})
}

// The headings that others rely on, in their order.
const (
	flowHeadings  = "Ref, From, Sender country, To, Recipient country, Purpose, Data subjects, Data categories, Special category data, Lawful basis, Article 9 condition, Schedule 1 condition, Consent, Recipient role, Agreement, Agreement date, Agreement ends, Transfer safeguard, Safeguard date, Transfer risk assessment, Hosting country, Access countries, Sharing method, Security measures, Retention, Frequency, System, Privacy notice, DPIA, Policy document, Owner, Last reviewed, Status, Source, Notes"
	partyHeadings = "Name, Aliases, Kind, Role, Country, Legal entity, Parent, DPF status, DPF checked, Contact, DPO, ICO registration, Notes"
)

func TestHeadings(t *testing.T) {
	f := opened(t, written(t))
	if diff := cmp.Diff([]string{readMe, flows, parties, register, accepted, wordList}, f.GetSheetList()); diff != "" {
		t.Error(diff)
	}
	if shown, err := f.GetSheetVisible(wordList); err != nil || shown {
		t.Errorf("the words of the lists are in sight: %v", err)
	}
	for sheet, want := range map[string]string{flows: flowHeadings, parties: partyHeadings, accepted: "Finding, Reason, Accepted by, Until"} {
		rows, err := f.GetRows(sheet)
		must(t, err)
		if got := strings.Join(rows[0], ", "); got != want {
			t.Errorf("%s: %s", sheet, got)
		}
		notes, err := f.GetComments(sheet)
		must(t, err)
		if len(notes) != len(rows[0]) {
			t.Errorf("%s: %d notes on %d headings", sheet, len(notes), len(rows[0]))
		}
		panes, err := f.GetPanes(sheet)
		if err != nil || !panes.Freeze || panes.YSplit != 1 {
			t.Errorf("%s: the headings do not stay in sight: %+v %v", sheet, panes, err)
		}
	}
}

func TestEmptyTemplateSaysWhatToDo(t *testing.T) {
	_, err := read(t, opened(t, written(t)))
	var file *importers.FileError
	if !errors.As(err, &file) || !strings.Contains(err.Error(), "flows.xlsx!Flows: no flow was found: beneath the headings in row 1 no row is filled in") {
		t.Errorf("error %v", err)
	}
}

// words are those of the drop-down on a cell, "" where it has none.
func words(t *testing.T, f *excelize.File, sheet string, col int) (out []string, isDate bool) {
	t.Helper()
	all, err := f.GetDataValidations(sheet)
	must(t, err)
	for _, v := range all {
		if v.Sqref != at(2, col)+":"+at(lastRow, col) {
			continue
		}
		if v.Type == "date" {
			return nil, true
		}
		from, to, _ := strings.Cut(strings.TrimPrefix(v.Formula1, wordList+"!"), ":")
		c, r1, err := excelize.CellNameToCoordinates(strings.ReplaceAll(from, "$", ""))
		must(t, err)
		_, r2, err := excelize.CellNameToCoordinates(strings.ReplaceAll(to, "$", ""))
		must(t, err)
		for row := r1; row <= r2; row++ {
			word, err := f.GetCellValue(wordList, at(row, c))
			must(t, err)
			if word == "" {
				t.Errorf("%s: the list of column %d holds a blank", sheet, col)
			}
			out = append(out, word)
		}
		if next, _ := f.GetCellValue(wordList, at(r2+1, c)); next != "" {
			t.Errorf("%s: the list of column %d leaves out %q", sheet, col, next)
		}
		if v.ErrorStyle == nil || *v.ErrorStyle != "warning" {
			t.Errorf("%s: other words cannot be kept in column %d", sheet, col)
		}
	}
	return out, false
}

// fill fills n rows of a sheet, every drop-down's words in turn.
func fill(t *testing.T, f *excelize.File, sheet string, n int) {
	t.Helper()
	rows, err := f.GetRows(sheet)
	must(t, err)
	for col, heading := range rows[0] {
		list, isDate := words(t, f, sheet, col+1)
		for i := range n {
			cell := at(3+i, col+1)
			switch {
			case isDate:
				must(t, f.SetCellValue(sheet, cell, time.Date(2025, 9, 1+i%28, 0, 0, 0, 0, time.UTC)))
			case len(list) > 0:
				must(t, f.SetCellStr(sheet, cell, list[i%len(list)]))
			default:
				must(t, f.SetCellStr(sheet, cell, fmt.Sprintf("%s %d", strings.TrimSuffix(heading, "s"), i+1)))
			}
		}
	}
}

// countWords is enough rows for each word of the longest list.
const countWords = 260

func filled(t *testing.T) *excelize.File {
	f := opened(t, written(t))
	fill(t, f, flows, countWords)
	fill(t, f, parties, 40)
	for i := range countWords { // recipients that the sheet Organisations does not contradict
		must(t, f.SetCellStr(flows, at(3+i, 4), fmt.Sprintf("Reading firm number %d", i+1)))
		must(t, f.SetCellStr(flows, at(3+i, 2), ""))
		must(t, f.SetCellStr(flows, at(3+i, 3), ""))
	}
	must(t, f.SetCellStr(register, "B1", "Example Academy Trust"))
	must(t, f.SetCellStr(register, "B5", "United Kingdom"))
	return f
}

func TestEveryWordOfTheListsIsRead(t *testing.T) {
	f := filled(t)
	got, err := read(t, f)
	must(t, err)
	for _, p := range got.Problems {
		t.Errorf("problem: %s", p.Message)
	}
	if n := len(got.Map.Flows()); n != countWords {
		t.Errorf("%d flows, want %d", n, countWords)
	}
	for _, s := range got.Inputs[0].Sheets {
		for _, c := range s.Columns {
			if c.How != "heading" {
				t.Errorf("%s: heading %q was matched by %q", s.Name, c.Heading, c.How)
			}
		}
	}
	if name := got.Map.Register().Controller.Text; name != "Example Academy Trust" {
		t.Errorf("controller %q", name)
	}
	for _, said := range got.Assumptions {
		if strings.Contains(said, "hidden") || strings.Contains(said, "Lists") {
			t.Errorf("assumed: %s", said)
		}
	}
}

// Each provision of a list is read as itself and as nothing else.
func TestProvisionsAreReadAsThemselves(t *testing.T) {
	b := book(t)
	got, err := read(t, filled(t))
	must(t, err)
	seen := map[string]bool{}
	for i := range got.Map.Flows() {
		f := &got.Map.Flows()[i]
		for _, list := range [][]graph.Stated{f.Bases, f.Conditions, f.Schedule1} {
			for _, s := range list {
				if !s.Inferred {
					seen[s.ID] = true
				}
			}
		}
		if want := safeguardID(b, safeguards(b)[i%len(safeguards(b))]); want != "" {
			var ids []string
			for _, s := range f.Safeguards {
				ids = append(ids, s.ID)
			}
			if !slices.Equal(ids, []string{want}) {
				t.Errorf("safeguard %q is read as %v, want %s", safeguards(b)[i%len(safeguards(b))], ids, want)
			}
		}
		if want := bases(b)[i%len(bases(b))]; want != notKnown {
			if len(f.Bases) != 1 || !strings.HasSuffix(want, "(Art "+f.Bases[0].ID+")") {
				t.Errorf("basis %q is read as %+v", want, f.Bases)
			}
		}
	}
	for _, id := range append(slices.Clone(tools), "art-49-a", "art-49-g") {
		if !slices.ContainsFunc(safeguards(b), func(name string) bool { return safeguardID(b, name) == id }) {
			t.Errorf("safeguard %s cannot be picked", id)
		}
	}
	for _, x := range b.Bases() {
		if !seen[x.ID] {
			t.Errorf("basis %s cannot be picked", x.ID)
		}
	}
	for _, x := range b.Conditions() {
		if !seen[x.ID] {
			t.Errorf("condition %s cannot be picked", x.ID)
		}
	}
	for _, x := range b.Schedule1() {
		if !seen[x.ID] {
			t.Errorf("condition %s cannot be picked", x.ID)
		}
	}
}

func safeguardID(b *law.Book, name string) string {
	for _, i := range b.Instruments() {
		if i.Regime == law.UK && (i.Name == name || strings.HasPrefix(name, i.Name+" (Art 49")) {
			return i.ID
		}
	}
	return ""
}

func TestSameBytes(t *testing.T) {
	want := written(t)
	for range 10 {
		if !bytes.Equal(want, written(t)) {
			t.Fatal("two templates differ")
		}
	}
}

// TestOwnSheetsAreNoLack holds that the template's own sheets, which hold no
// flows, are known as dpmap's: no report is to warn that they were not read.
func TestOwnSheetsAreNoLack(t *testing.T) {
	got, err := read(t, filled(t))
	must(t, err)
	for _, s := range got.Inputs[0].Sheets {
		if s.Own != (s.Name == readMe || s.Name == wordList) {
			t.Errorf("sheet %s: made by dpmap is %v", s.Name, s.Own)
		}
		if s.Own == (s.Layout != "") {
			t.Errorf("sheet %s: layout %q, made by dpmap is %v", s.Name, s.Layout, s.Own)
		}
	}
}
