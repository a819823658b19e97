package annotate

import (
	"archive/zip"
	"bytes"
	"image"
	"image/png"
	"io"
	"slices"
	"strings"
	"testing"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/graph/rules"
	"dpmap/reports"

	"github.com/xuri/excelize/v2"
)

const fileName = "flows.xlsx"

// must fails the test on an error of building it.
func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func cellAt(sheet string, row, col int) graph.Ref {
	return graph.Ref{File: fileName, Sheet: sheet, Row: row, Col: col, Heading: "To", Value: "x"}
}

func finding(s rules.Severity, code string, at graph.Ref) rules.Finding {
	return rules.Finding{ID: code, Rule: code, Severity: s, Title: code, Message: "the message of " + code, Fix: "Mend " + code + ".",
		Law: []law.Citation{{Cite: "UK GDPR Art 5"}}, At: at}
}

// reportOf is a report with the findings and problems given.
func reportOf(t *testing.T, problems []graph.Problem, findings ...rules.Finding) *reports.Report {
	t.Helper()
	day, err := law.ParseISO("2026-11-22")
	must(t, err)
	book, err := law.Open(day)
	must(t, err)
	m, err := graph.New(graph.Register{}, nil, nil)
	must(t, err)
	return &reports.Report{Result: &rules.Result{Map: m, Book: book, Findings: findings}, Problems: problems, Version: "test"}
}

func annotated(t *testing.T, r *reports.Report, data []byte) ([]byte, Done) {
	t.Helper()
	var b bytes.Buffer
	done, err := Write(&b, r, fileName, data)
	must(t, err)
	return b.Bytes(), done
}

// richWorkbook holds what registers hold beside values, and what a program
// that rewrites workbooks loses.
func richWorkbook(t *testing.T) []byte {
	t.Helper()
	f := excelize.NewFile()
	must(t, f.SetSheetName("Sheet1", "Flows"))
	for _, name := range []string{"Numbers", "It's a pivot", "dpmap findings"} {
		_, err := f.NewSheet(name)
		must(t, err)
	}
	for i, row := range [][]any{
		{"Ref", "To", "Country", "Reviewed", "Pupils"},
		{"F1", "Example Ltd", "US", 45000, 12},
		{"F2", "Sample Ltd", "UK", 45100, 30.5},
		{"F3", "", "France", 45200, 7},
	} {
		must(t, f.SetSheetRow("Flows", at(i+1, 1), &row))
		must(t, f.SetSheetRow("Numbers", at(i+1, 1), &row))
	}
	must(t, f.SetCellFormula("Flows", "F2", "E2*2"))
	must(t, f.SetCellFormula("Flows", "B4", `"Ltd "&A4`))
	dark, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Color: "FFFFFF", Bold: true}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"1F3864"}}})
	must(t, err)
	format := "d mmm yyyy"
	date, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format, Font: &excelize.Font{Italic: true, Size: 14},
		Border:    []excelize.Border{{Type: "diagonalUp", Color: "00FF00", Style: 1}, {Type: "left", Color: "0000FF", Style: 2}},
		Alignment: &excelize.Alignment{WrapText: true, Horizontal: "right"}, Protection: &excelize.Protection{Locked: true}})
	must(t, err)
	must(t, f.SetCellStyle("Flows", "A1", "E1", dark))
	must(t, f.SetCellStyle("Flows", "D2", "D4", date))
	must(t, f.SetColStyle("Flows", "H", date))
	must(t, f.SetColWidth("Flows", "B", "B", 41.5))
	must(t, f.SetColVisible("Flows", "E", false))
	must(t, f.SetRowHeight("Flows", 3, 55))
	must(t, f.SetRowVisible("Flows", 4, false))
	must(t, f.MergeCell("Flows", "A6", "C8"))
	must(t, f.SetCellStr("Flows", "A6", "merged"))
	must(t, f.AddComment("Flows", excelize.Comment{Author: "A colleague", Cell: "B2", Paragraph: []excelize.RichTextRun{{Text: "Asked ", Font: &excelize.Font{Bold: true}}, {Text: "in May"}}}))
	must(t, f.AddComment("Flows", excelize.Comment{Author: "A colleague", Cell: "C3", Text: "Never touched"}))
	v := excelize.NewDataValidation(true)
	v.Sqref = "C2:C9"
	must(t, v.SetDropList([]string{"UK", "US"}))
	must(t, f.AddDataValidation("Flows", v))
	red, err := f.NewConditionalStyle(&excelize.Style{Font: &excelize.Font{Color: "9A0511"}})
	must(t, err)
	must(t, f.SetConditionalFormat("Flows", "E2:E4", []excelize.ConditionalFormatOptions{{Type: "cell", Criteria: ">", Value: "10", Format: &red}}))
	must(t, f.SetDefinedName(&excelize.DefinedName{Name: "Countries", RefersTo: "Flows!$C$2:$C$4"}))
	must(t, f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: "Flows!$1:$1", Scope: "Flows"}))
	must(t, f.SetHeaderFooter("Flows", &excelize.HeaderFooterOptions{OddFooter: "&P of &N"}))
	must(t, f.SetCellHyperLink("Flows", "A2", "https://example.org/", "External"))
	must(t, f.AddTable("Numbers", &excelize.Table{Range: "A1:E4", Name: "Pupils"}))
	var pixel bytes.Buffer
	must(t, png.Encode(&pixel, image.NewGray(image.Rect(0, 0, 2, 2))))
	must(t, f.AddPictureFromBytes("Flows", "H2", &excelize.Picture{Extension: ".png", File: pixel.Bytes()}))
	must(t, f.AddChart("Numbers", "H2", &excelize.Chart{Type: excelize.Col, Series: []excelize.ChartSeries{{Name: "Numbers!$E$1", Categories: "Numbers!$B$2:$B$4", Values: "Numbers!$E$2:$E$4"}}}))
	must(t, f.AddPivotTable(&excelize.PivotTableOptions{DataRange: "Numbers!A1:E4", PivotTableRange: "It's a pivot!A3:C9",
		Rows: []excelize.PivotTableField{{Data: "Country"}}, Data: []excelize.PivotTableField{{Data: "Pupils", Subtotal: "Sum"}}}))
	must(t, f.AddSparkline("Flows", &excelize.SparklineOptions{Location: []string{"G2"}, Range: []string{"Numbers!D2:E2"}}))
	var b bytes.Buffer
	must(t, f.Write(&b))
	return withParts(t, b.Bytes(), map[string]func(string) string{
		"customXml/item1.xml":                     func(string) string { return `<label xmlns="urn:example">OFFICIAL</label>` },
		"xl/printerSettings/printerSettings1.bin": func(string) string { return "\x00\x01\xffraw" },
		// What Excel writes and the library does not know.
		"xl/worksheets/sheet1.xml": func(s string) string {
			s = strings.Replace(s, `<worksheet `, `<worksheet xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision" xr:uid="{11111111-0000-0000-0000-000000000001}" `, 1)
			return strings.Replace(s, `<row r="2"`, `<row x14ac:dyDescent="0.25" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" spans="1:5" r="2"`, 1)
		},
	})
}

// withParts rewrites the parts named, or adds them.
func withParts(t *testing.T, data []byte, change map[string]func(string) string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	all, names := parts(t, data)
	for name := range change {
		if _, ok := all[name]; !ok {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	for _, name := range names {
		text := all[name]
		if f, ok := change[name]; ok {
			text = f(text)
		}
		w, err := z.Create(name)
		must(t, err)
		_, err = io.WriteString(w, text)
		must(t, err)
	}
	must(t, z.Close())
	return b.Bytes()
}

// parts are a package's parts by name, and their names in order.
func parts(t *testing.T, data []byte) (map[string]string, []string) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	must(t, err)
	out := map[string]string{}
	var names []string
	for _, f := range z.File {
		r, err := f.Open()
		must(t, err)
		text, err := io.ReadAll(r)
		must(t, err)
		out[f.Name] = string(text)
		names = append(names, f.Name)
	}
	return out, names
}

func opened(t *testing.T, data []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	must(t, err)
	t.Cleanup(func() { f.Close() })
	return f
}
