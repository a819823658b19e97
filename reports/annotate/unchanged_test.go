package annotate

import (
	"encoding/xml"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"dpmap/graph"
	"dpmap/graph/rules"
	"dpmap/reports"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// richReport finds things at B2 (twice, with a note of the user's), at the
// formula in the hidden row 4, in the merged A6, at the blank H3 and J20, in
// row 3 as a whole, and elsewhere.
func richReport(t *testing.T) *reports.Report {
	other := cellAt("Flows", 2, 2)
	other.File = "other.xlsx"
	accepted := finding(rules.Medium, "accepted-rule", cellAt("Flows", 2, 3))
	accepted.Accepted = &rules.Accepted{Reason: "paper only", By: "the head"}
	return reportOf(t,
		[]graph.Problem{{Level: graph.Warning, Message: "flows.xlsx!Flows!D2: date cannot be read", Fix: "write it", At: cellAt("Flows", 2, 4)}},
		finding(rules.Critical, "gravest-rule", cellAt("Flows", 2, 2)),
		finding(rules.High, "merged-rule", cellAt("Flows", 7, 2)),
		finding(rules.High, "head-rule", cellAt("Flows", 1, 2)),
		finding(rules.Medium, "row-rule", cellAt("Flows", 3, 0)),
		accepted,
		finding(rules.Low, "lesser-rule", cellAt("Flows", 2, 2)),
		finding(rules.Low, "blank-rule", cellAt("Flows", 3, 8)),
		finding(rules.Low, "far-rule", cellAt("Flows", 20, 10)),
		finding(rules.Low, "formula-rule", cellAt("Flows", 4, 2)),
		finding(rules.Low, "elsewhere-rule", other),
		finding(rules.Low, "nowhere-rule", graph.Ref{}),
	)
}

// marked are the cells that richReport marks; the further cells of the merged
// one bear its border.
var marked = []string{"B1", "B2", "D2", "A3", "H3", "B4", "A6", "B6", "C6", "A7", "B7", "C7", "A8", "B8", "C8", "J20"}

func TestEveryOtherPartIsTheSame(t *testing.T) {
	data := richWorkbook(t)
	out, done := annotated(t, richReport(t), data)
	if want := (Done{Cells: 8, Items: 9, Elsewhere: 2}); done != want {
		t.Errorf("done %+v, want %+v", done, want)
	}
	before, names := parts(t, data)
	after, _ := parts(t, out)
	touched := []string{"[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml",
		"xl/worksheets/sheet1.xml", "xl/comments1.xml", "xl/drawings/vmlDrawing1.vml"}
	for _, name := range names {
		if slices.Contains(touched, name) {
			if before[name] == after[name] {
				t.Errorf("%s should have changed", name)
			}
			continue
		}
		if before[name] != after[name] {
			t.Errorf("%s changed", name)
		}
	}
	var added []string
	for name, text := range after {
		if _, ok := before[name]; !ok {
			added = append(added, name)
		}
		if strings.HasSuffix(name, "xml") || strings.HasSuffix(name, ".rels") || strings.HasSuffix(name, ".vml") {
			wellFormed(t, name, text)
		}
	}
	if diff := cmp.Diff([]string{"xl/worksheets/sheet5.xml"}, added); diff != "" {
		t.Errorf("added parts: %s", diff)
	}
}

func wellFormed(t *testing.T, name, text string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		if _, err := d.Token(); err == io.EOF {
			return
		} else if err != nil {
			t.Errorf("%s: %v", name, err)
			return
		}
	}
}

// What was there before stands in every changed part, in its order: taking out
// what was put in gives the part back.
func TestChangedPartsOnlyGain(t *testing.T) {
	data := richWorkbook(t)
	out, _ := annotated(t, richReport(t), data)
	before, _ := parts(t, data)
	after, _ := parts(t, out)

	style := regexp.MustCompile(` s="\d+"`)
	spans := regexp.MustCompile(` spans="[\d:]*"`)
	blank := regexp.MustCompile(`<c r="(H3|B7|C7|A7|A8|B8|C8|B6|C6|J20)"/>|<row r="20"></row>`)
	plain := func(s string) string {
		s = spans.ReplaceAllString(style.ReplaceAllString(s, ""), "")
		s = blank.ReplaceAllString(strings.ReplaceAll(s, "></c>", "/>"), "")
		return strings.NewReplacer(`<row r="20"></row>`, "", `<row r="7"></row>`, "", `<row r="8"></row>`, "").Replace(s)
	}
	const part = "xl/worksheets/sheet1.xml"
	if diff := cmp.Diff(plain(before[part]), plain(after[part])); diff != "" {
		t.Errorf("%s: %s", part, diff)
	}
	for name, put := range map[string]string{
		"[Content_Types].xml":        `<Override PartName="/xl/worksheets/sheet5.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet\+xml"/>`,
		"xl/workbook.xml":            `<sheet name="dpmap findings \(2\)" [^>]*/>`,
		"xl/_rels/workbook.xml.rels": `<Relationship Id="rId\d+" Type="[^"]*/worksheet" Target="/xl/worksheets/sheet5.xml"/>`,
	} {
		if diff := cmp.Diff(before[name], regexp.MustCompile(put).ReplaceAllString(after[name], "")); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
	if !isSubsequence(styleItems(t, before["xl/styles.xml"]), styleItems(t, after["xl/styles.xml"])) {
		t.Error("the styles that were there are not all there, in their order")
	}
}

// styleItems are the fonts, fills, borders and cell styles as written.
func styleItems(t *testing.T, text string) []string {
	root, ok := rootOf([]byte(text))
	if !ok {
		t.Fatal("no style sheet")
	}
	var out []string
	for _, section := range childrenOf([]byte(text), root) {
		out = append(out, section.name)
		for _, e := range childrenOf([]byte(text), section) {
			out = append(out, text[e.from:e.to])
		}
	}
	return out
}

func isSubsequence(part, whole []string) bool {
	for _, s := range whole {
		if len(part) > 0 && part[0] == s {
			part = part[1:]
		}
	}
	return len(part) == 0
}

// facts are what the library reads of a cell.
type facts struct {
	Value, Formula string
	Kind           excelize.CellType
	Style          excelize.Style
}

func factsOf(t *testing.T, f *excelize.File, sheet, cell string) facts {
	t.Helper()
	value, err := f.GetCellValue(sheet, cell, excelize.Options{RawCellValue: true})
	must(t, err)
	formula, err := f.GetCellFormula(sheet, cell)
	must(t, err)
	kind, err := f.GetCellType(sheet, cell)
	must(t, err)
	id, err := f.GetCellStyle(sheet, cell)
	must(t, err)
	style, err := f.GetStyle(id)
	must(t, err)
	return facts{value, formula, kind, *style}
}

// TestEveryCellIsTheSame reads both workbooks with another program's eyes.
func TestEveryCellIsTheSame(t *testing.T) {
	data := richWorkbook(t)
	out, _ := annotated(t, richReport(t), data)
	before, after := opened(t, data), opened(t, out)
	for _, sheet := range before.GetSheetList() {
		for row := 1; row <= 22; row++ {
			for col := 1; col <= 12; col++ {
				was, is := factsOf(t, before, sheet, at(row, col)), factsOf(t, after, sheet, at(row, col))
				if sheet == "Flows" && slices.Contains(marked, at(row, col)) {
					if cmp.Equal(was.Style.Border, is.Style.Border) {
						t.Errorf("%s has no border of ours", at(row, col))
					}
					was.Style.Border, is.Style.Border, was.Style.Fill, is.Style.Fill = nil, nil, excelize.Fill{}, excelize.Fill{}
				}
				if diff := cmp.Diff(was, is); diff != "" {
					t.Errorf("%s!%s: %s", sheet, at(row, col), diff)
				}
			}
		}
		if diff := cmp.Diff(furniture(t, before, sheet), furniture(t, after, sheet)); diff != "" {
			t.Errorf("%s: %s", sheet, diff)
		}
	}
	if diff := cmp.Diff(before.GetDefinedName(), after.GetDefinedName()); diff != "" {
		t.Errorf("names: %s", diff)
	}
	if diff := cmp.Diff(append(before.GetSheetList(), "dpmap findings (2)"), after.GetSheetList()); diff != "" {
		t.Errorf("sheets: %s", diff)
	}
}

// furniture is what a sheet has beside its cells.
func furniture(t *testing.T, f *excelize.File, sheet string) []any {
	t.Helper()
	var out []any
	keep := func(v any, err error) {
		must(t, err)
		out = append(out, v)
	}
	for _, col := range []string{"A", "B", "E", "H"} {
		keep(f.GetColWidth(sheet, col))
		keep(f.GetColVisible(sheet, col))
	}
	for row := 1; row < 9; row++ {
		keep(f.GetRowHeight(sheet, row))
		keep(f.GetRowVisible(sheet, row))
	}
	merges, err := f.GetMergeCells(sheet)
	keep(len(merges), err)
	for _, m := range merges {
		out = append(out, m.GetStartAxis()+":"+m.GetEndAxis())
	}
	keep(f.GetDataValidations(sheet))
	keep(f.GetConditionalFormats(sheet))
	tables, err := f.GetTables(sheet)
	keep(len(tables), err)
	for _, table := range tables {
		out = append(out, table.Name+" "+table.Range)
	}
	pivots, err := f.GetPivotTables(sheet)
	keep(fmt.Sprint(pivots), err)
	keep(f.GetHeaderFooter(sheet))
	keep(f.GetPictures(sheet, "H2"))
	link, target, err := f.GetCellHyperLink(sheet, "A2")
	keep([]any{link, target}, err)
	return out
}

func TestSameInputSameBytes(t *testing.T) {
	data := richWorkbook(t)
	a, _ := annotated(t, richReport(t), data)
	b, _ := annotated(t, richReport(t), data)
	if !slices.Equal(a, b) {
		t.Error("two runs differ")
	}
}
