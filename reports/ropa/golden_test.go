package ropa

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestGolden holds the whole workbook of the sample, cell by cell.
func TestGolden(t *testing.T) {
	_, f := written(t, sample(t), Options{})
	got := dump(t, f)
	name := filepath.Join("testdata", "sample.txt")
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("the workbook differs from %s; look, then run with -update (-want +got):\n%s", name, diff)
	}
}

// dump writes a workbook as text, one cell a line: place, type, value, style.
func dump(t *testing.T, f *excelize.File) string {
	t.Helper()
	types := map[excelize.CellType]string{excelize.CellTypeInlineString: "text", excelize.CellTypeSharedString: "text", excelize.CellTypeNumber: "number", excelize.CellTypeUnset: "number"}
	look := styleOf(t)
	var b strings.Builder
	each(t, f, func(sheet, cell, value string) {
		kind, err := f.GetCellType(sheet, cell)
		if err != nil {
			t.Fatal(err)
		}
		name, ok := types[kind]
		if !ok {
			name = fmt.Sprintf("type %d", kind)
		}
		id, err := f.GetCellStyle(sheet, cell)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "%s!%s\t%s\t%s\t%s\n", sheet, cell, name, strings.ReplaceAll(value, "\n", `\n`), look[id])
	})
	return b.String()
}

// styleOf names the styles of a workbook by their index in it.
func styleOf(t *testing.T) map[int]style {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	ids, err := addStyles(f)
	if err != nil {
		t.Fatal(err)
	}
	look := map[int]style{}
	for s, id := range ids {
		if other, ok := look[id]; ok {
			t.Fatalf("styles %s and %s look alike", other, style(s))
		}
		look[id] = style(s)
	}
	return look
}

// each calls do with every cell that has a value, sheet by sheet and row by row.
func each(t *testing.T, f *excelize.File, do func(sheet, cell, value string)) {
	t.Helper()
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range rows {
			for j, value := range row {
				if value != "" {
					do(sheet, at(j+1, i+1), value)
				}
			}
		}
	}
}
