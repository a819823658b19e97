package importers

import (
	"encoding/csv"
	"flag"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/importers/column"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"github.com/xuri/excelize/v2"
)

var update = flag.Bool("update", false, "rewrite the expectations of testdata")

func testBook(t testing.TB) *law.Book {
	t.Helper()
	book, err := law.Open(law.Day(2026, time.November, 22))
	if err != nil {
		t.Fatal(err)
	}
	return book
}

// TestRead reads each case of testdata and compares all that was read with what
// somebody wrote down. A case is an archive of text: the sheets as CSV, one
// named csv being a CSV file, the options, and what is wanted.
func TestRead(t *testing.T) {
	eachCase(t, "testdata/*.txtar", func(t *testing.T, path string, a *txtar.Archive) {
		got := dump(readArchive(t, a))
		if *update {
			setFile(a, "want", got)
			if err := os.WriteFile(path, txtar.Format(a), 0o644); err != nil {
				t.Fatal(err)
			}
			return
		}
		if diff := cmp.Diff(fileOf(a, "want"), got); diff != "" {
			t.Errorf("(-want +got)\n%s", diff)
		}
	})
}

// eachCase runs a test on every archive that a pattern finds; none is a failure.
func eachCase(t *testing.T, pattern string, test func(t *testing.T, path string, a *txtar.Archive)) {
	t.Helper()
	cases, err := filepath.Glob(pattern)
	if err != nil || len(cases) == 0 {
		t.Fatal("no cases", err)
	}
	for _, path := range cases {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			test(t, path, a)
		})
	}
}

func fileOf(a *txtar.Archive, name string) string {
	for _, f := range a.Files {
		if f.Name == name {
			return string(f.Data)
		}
	}
	return ""
}

func setFile(a *txtar.Archive, name, text string) {
	for i := range a.Files {
		if a.Files[i].Name == name {
			a.Files[i].Data = []byte(text)
			return
		}
	}
	a.Files = append(a.Files, txtar.File{Name: name, Data: []byte(text)})
}

// readArchive reads the input of a case, and holds the account of its rows.
func readArchive(t *testing.T, a *txtar.Archive) (*Import, error) {
	t.Helper()
	o := Options{Book: testBook(t)}
	var files []File
	var sheets []txtar.File
	var merges [][3]string
	for _, f := range a.Files {
		switch {
		case f.Name == "want":
		case f.Name == "options":
			o = readOptions(t, o, string(f.Data))
		case f.Name == "merges":
			for line := range strings.Lines(string(f.Data)) {
				if p := strings.Split(strings.TrimSpace(line), "!"); len(p) == 2 {
					from, to, _ := strings.Cut(p[1], ":")
					merges = append(merges, [3]string{p[0], from, to})
				}
			}
		case strings.HasSuffix(f.Name, ".csv"):
			files = append(files, File{f.Name, f.Data})
		default:
			sheets = append(sheets, f)
		}
	}
	if sheets != nil {
		files = append(files, File{"book.xlsx", workbook(t, sheets, merges)})
	}
	got, err := Read(files, o)
	if got != nil {
		checkAccount(t, got)
	}
	return got, err
}

func readOptions(t *testing.T, o Options, text string) Options {
	t.Helper()
	for line := range strings.Lines(text) {
		name, value, _ := strings.Cut(strings.TrimSpace(line), " ")
		switch name {
		case "home":
			o.Home = value
		case "layout":
			o.Layout = value
		case "sheet":
			o.Sheet = value
		case "supplier":
			o.Supplier = value
		case "controller":
			o.Controller = value
		case "heading":
			heading, field, _ := strings.Cut(value, "=")
			o.Headings = append(o.Headings, column.Heading{Heading: heading, Field: graph.Field(field)})
		default:
			t.Fatalf("option %q", name)
		}
	}
	return o
}

// checkAccount holds that every row of every sheet is accounted for.
func checkAccount(t testing.TB, got *Import) {
	t.Helper()
	for _, in := range got.Inputs {
		for _, s := range in.Sheets {
			if sum := s.FlowRows + s.PartyRows + s.Blank + s.Rejected + s.Other; sum != s.Rows {
				t.Errorf("%s!%s: %d rows, %d accounted for: %+v", in.File, s.Name, s.Rows, sum, s)
			}
		}
	}
}

// workbook makes an .xlsx of sheets written as CSV. A cell "=1/0" is the error
// it gives; a cell "date 2024-05-03" is a date.
func workbook(t testing.TB, sheets []txtar.File, merges [][3]string) []byte {
	t.Helper()
	w := excelize.NewFile()
	defer w.Close()
	day, err := w.NewStyle(&excelize.Style{NumFmt: 14})
	if err != nil {
		t.Fatal(err)
	}
	for i, s := range sheets {
		if i == 0 {
			err = w.SetSheetName("Sheet1", s.Name)
		} else {
			_, err = w.NewSheet(s.Name)
		}
		if err != nil {
			t.Fatal(err)
		}
		r := csv.NewReader(strings.NewReader(string(s.Data)))
		r.FieldsPerRecord = -1
		rows, err := r.ReadAll()
		if err != nil {
			t.Fatal(s.Name, err)
		}
		for y, row := range rows {
			for x, text := range row {
				cell := graph.ColumnName(x+1) + strconv.Itoa(y+1)
				if iso, ok := strings.CutPrefix(text, "date "); ok {
					at, err := time.Parse(time.DateOnly, iso)
					if err != nil {
						t.Fatal(err)
					}
					w.SetCellValue(s.Name, cell, at)
					w.SetCellStyle(s.Name, cell, cell, day)
				} else if text != "" {
					w.SetCellStr(s.Name, cell, text)
				}
			}
		}
	}
	for _, m := range merges {
		if err := w.MergeCell(m[0], m[1], m[2]); err != nil {
			t.Fatal(err)
		}
	}
	b, err := w.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
