package sheet

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// everyKind is a workbook with a cell of each kind, hidden rows and sheets,
// merged cells, notes and rows that are alike. There is no tab in it, and no two
// spaces where two runs meet: LibreOffice loses those as it writes .ods.
func everyKind(t *testing.T) []byte {
	t.Helper()
	w := excelize.NewFile()
	defer w.Close()
	must := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	style := func(s excelize.Style) int {
		id, err := w.NewStyle(&s)
		must(err)
		return id
	}
	code := func(s string) *string { return &s }
	day := style(excelize.Style{CustomNumFmt: code("dd/mm/yyyy")})
	moment := style(excelize.Style{CustomNumFmt: code("dd/mm/yyyy hh:mm")})
	padded := style(excelize.Style{CustomNumFmt: code("0000000")})
	share := style(excelize.Style{NumFmt: 9})
	fine := style(excelize.Style{NumFmt: 10})
	when := time.Date(2024, 2, 29, 9, 30, 0, 0, time.UTC)
	must(w.SetSheetName("Sheet1", "S"))
	for i, c := range []struct {
		value any
		style int
	}{
		{"plain", 0}, {" spaces  within and around ", 0}, {"a\nline break\n\nand another", 0}, {"é 漢字 😀 “quoted” & <tag>", 0},
		{"Ben\u2019s \u00a0 no-break", 0}, {"=not a formula", 0}, {"007", 0}, {"1/2", 0}, {7, 0}, {-12.25, 0}, {441632960123, 0}, {0.1, 0},
		{when.Truncate(24 * time.Hour), day}, {when, moment}, {0.25, share}, {12345, padded}, {0.125, fine}, {true, 0}, {false, 0},
	} {
		row := i + 2
		for _, col := range []int{1, 3} { // one blank column between two that are alike
			cell, _ := excelize.CoordinatesToCellName(col, row)
			must(w.SetCellValue("S", cell, c.value))
			if c.style > 0 {
				must(w.SetCellStyle("S", cell, cell, c.style))
			}
		}
	}
	for _, cell := range []string{"A30", "A31", "A32", "A33"} { // rows that are alike, and far below
		must(w.SetSheetRow("S", cell, &[]any{"same", "same", "same", 1, 1}))
	}
	must(w.SetCellFormula("S", "E2", `A2&"!"`))
	must(w.SetCellFormula("S", "E3", "A10*2"))
	must(w.SetCellFormula("S", "E4", "1/0"))
	must(w.SetCellFormula("S", "E5", "A14+1"))
	must(w.SetCellStyle("S", "E5", "E5", day))
	must(w.SetCellRichText("S", "F2", []excelize.RichTextRun{{Text: "bold ", Font: &excelize.Font{Bold: true}}, {Text: "and plain"}}))
	must(w.AddComment("S", excelize.Comment{Cell: "A2", Author: "a", Text: "a note"}))
	must(w.SetCellStr("S", "G2", "merged"))
	must(w.MergeCell("S", "G2", "H5"))
	must(w.SetRowVisible("S", 6, false))
	for _, name := range []string{"Hidden", "Blank", "L & M <N>"} {
		_, err := w.NewSheet(name)
		must(err)
	}
	must(w.SetCellStr("Hidden", "B2", "kept"))
	must(w.SetSheetVisible("Hidden", false))
	must(w.SetCellStr("L & M <N>", "A1048", "far"))
	path := filepath.Join(t.TempDir(), "kinds.xlsx")
	must(w.SaveAs(path))
	data, err := os.ReadFile(path)
	must(err)
	return data
}

// What LibreOffice saves, as .xlsx and as .ods, is read as the same cells. The
// workbook goes through it once first, for the values of the formulas.
func TestLibreOfficeSavesTheSame(t *testing.T) {
	office, err := exec.LookPath("soffice")
	if err != nil || testing.Short() {
		t.Skip("LibreOffice is not here, or this is to be short")
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "kinds.xlsx"), everyKind(t), 0o600); err != nil {
		t.Fatal(err)
	}
	converted := func(from, to string) string {
		out := filepath.Join(dir, to)
		cmd := exec.Command(office, "--headless", "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--convert-to", to, "--outdir", out, from)
		if said, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, said)
		}
		return filepath.Join(out, "kinds."+to)
	}
	read := func(path string) string {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return dump("kinds", data, Limits{})
	}
	xlsx := converted(filepath.Join(dir, "kinds.xlsx"), "xlsx")
	ods := converted(xlsx, "ods")
	want, got := read(xlsx), read(ods)
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf(".xlsx and .ods of LibreOffice (-xlsx +ods):\n%s", d)
	}
	// But for the formulas, which only LibreOffice has worked out, the same as
	// the library wrote.
	formulas := regexp.MustCompile(` 5:(uncached|text|num|error|date):"[^"]*"`)
	plain := func(s string) string { return formulas.ReplaceAllString(s, "") }
	if d := cmp.Diff(plain(read(filepath.Join(dir, "kinds.xlsx"))), plain(want)); d != "" {
		t.Errorf("as written and as LibreOffice saves it (-written +saved):\n%s", d)
	}
}
