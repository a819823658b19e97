package importers

import (
	"bytes"
	"encoding/binary"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"dpmap/graph"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// made is a workbook of one sheet of flows, changed by the test.
func made(t *testing.T, change func(w *excelize.File)) []byte {
	t.Helper()
	w := excelize.NewFile()
	defer w.Close()
	for i, row := range [][]any{
		{"To", "Purpose", "Data categories", "Recipient country", "Last reviewed"},
		{"Acme Ltd", "Tea", "Name", "UK", "01/09/2025"},
		{"Bcme Ltd", "Cake", "Name", "Ireland", "02/09/2025"},
	} {
		cell, _ := excelize.CoordinatesToCellName(1, i+1)
		if err := w.SetSheetRow("Sheet1", cell, &row); err != nil {
			t.Fatal(err)
		}
	}
	change(w)
	var b bytes.Buffer
	if err := w.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// toldOf is what was read of a file in a few words: the flows, the problems and
// what was taken for granted, but for the sender.
func toldOf(t *testing.T, name string, data []byte) []string {
	t.Helper()
	got, err := Read([]File{{name, data}}, Options{Book: testBook(t)})
	if err != nil {
		return []string{"error " + err.Error()}
	}
	checkAccount(t, got)
	var out []string
	flows := got.Map.Flows()
	for i := range flows {
		f := &flows[i]
		line := f.To + ": " + f.Purpose
		if to := place(got.Map.Destination(f)); to != "" {
			line += " in " + to
		}
		if !f.Reviewed.IsZero() {
			line += " reviewed " + f.Reviewed.String()
		}
		out = append(out, line)
	}
	for _, p := range got.Problems {
		out = append(out, p.Message)
	}
	for _, a := range got.Assumptions {
		if !strings.Contains(a, "This organisation") {
			out = append(out, a)
		}
	}
	return out
}

// TestWorkbookTraps reads workbooks with what real ones have about them.
func TestWorkbookTraps(t *testing.T) {
	plain := []string{"acme: Tea in GB reviewed 2025-09-01", "bcme: Cake in IE reviewed 2025-09-02"}
	must := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	tests := []struct {
		name   string
		change func(w *excelize.File)
		want   []string
	}{
		{"nothing", func(w *excelize.File) {}, plain},
		{"hidden row", func(w *excelize.File) { must(w.SetRowVisible("Sheet1", 3, false)) },
			append(slices.Clone(plain), "a.xlsx, sheet Sheet1: hidden rows were read like the others (1)")},
		{"hidden columns", func(w *excelize.File) {
			must(w.SetColVisible("Sheet1", "C:D", false))
		}, append(slices.Clone(plain), "a.xlsx, sheet Sheet1: hidden columns were read like the others (C, D)")},
		{"hidden sheet", func(w *excelize.File) {
			_, err := w.NewSheet("Front")
			must(err)
			w.SetActiveSheet(1)
			must(w.SetSheetVisible("Sheet1", false))
		}, append(slices.Clone(plain), `Sheet "Sheet1" of a.xlsx is hidden and was read like the others`)},
		{"filter", func(w *excelize.File) {
			must(w.AutoFilter("Sheet1", "A1:E3", []excelize.AutoFilterOptions{{Column: "A", Expression: "x == Acme"}}))
			must(w.SetRowVisible("Sheet1", 3, false))
		}, append(slices.Clone(plain), "a.xlsx, sheet Sheet1: hidden rows were read like the others (1)")},
		{"notes on cells", func(w *excelize.File) {
			must(w.AddComment("Sheet1", excelize.Comment{Cell: "A2", Author: "x", Text: "no longer used"}))
		}, plain},
		{"1904 dates", func(w *excelize.File) {
			yes := true
			must(w.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &yes}))
			style, err := w.NewStyle(&excelize.Style{NumFmt: 14})
			must(err)
			must(w.SetCellValue("Sheet1", "E2", 44439)) // 1 September 2025, counted from 1904
			must(w.SetCellStyle("Sheet1", "E2", "E2", style))
		}, plain},
		{"numbers", func(w *excelize.File) { must(w.SetCellInt("Sheet1", "B2", 7)) },
			[]string{"acme: 7 in GB reviewed 2025-09-01", plain[1]}},
		{"formula without a value", func(w *excelize.File) {
			must(w.SetCellValue("Sheet1", "D2", nil))
			must(w.SetCellFormula("Sheet1", "D2", "B1"))
		},
			[]string{"acme: Tea reviewed 2025-09-01", plain[1], "a.xlsx!Sheet1!D2: the cell holds a formula that has never been worked out, and so no value"}},
		{"merged across", func(w *excelize.File) {
			must(w.InsertRows("Sheet1", 2, 1))
			must(w.SetCellStr("Sheet1", "A2", "Catering"))
			must(w.MergeCell("Sheet1", "A2", "E2"))
		}, append(slices.Clone(plain), `a.xlsx!Sheet1!A2: "Catering" stands alone in its row and is taken for a section title`)},
		{"merged down", func(w *excelize.File) {
			must(w.SetCellStr("Sheet1", "B3", ""))
			must(w.MergeCell("Sheet1", "B2", "B3"))
		}, []string{plain[0], "bcme: Tea in IE reviewed 2025-09-02"}},
		{"blank columns and rows", func(w *excelize.File) {
			must(w.InsertCols("Sheet1", "B", 2))
			must(w.InsertRows("Sheet1", 3, 4))
			must(w.InsertRows("Sheet1", 1, 5))
		}, plain},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, toldOf(t, "a.xlsx", made(t, tt.change))); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// TestTextTraps reads CSV text with what real files have in it.
func TestTextTraps(t *testing.T) {
	head := "To,Purpose,Data categories,Recipient country,Last reviewed\n"
	tests := []struct {
		name, text string
		want       []string
	}{
		{"title and contact rows", "Hill School\nController,Hill School\nEmail,a@b.example\n\n" + head + "Acme,Tea,Name,UK,\n", []string{"acme: Tea in GB", "The country of Hill School is taken to be United Kingdom, since it is recorded nowhere (--home names another)"}},
		{"totals", head + "Acme,Tea,Name,UK,\nTotal,1,,,\n", []string{"acme: Tea in GB"}},
		{"spaces, quotes and widths of nothing", head + "\u00a0Acme\u200b ,\u201cTea\u201d,Name ,\u00a0UK ,\n", []string{"acme: \u201cTea\u201d in GB"}},
		{"line breaks and bullets", head + "\"\u2022 Acme\n\u2022 Bcme\",Tea,Name,UK,\n", []string{"acme: Tea in GB", "bcme: Tea in GB"}},
		{"as above", head + "Acme,Tea,Name,UK,01/09/2025\nBcme,As above,ditto,see above,\"\"\"\"\n", []string{"acme: Tea in GB reviewed 2025-09-01", "bcme: Tea in GB reviewed 2025-09-01"}},
		{"to do", head + "Acme,[TODO: ask],Name,UK,\n", []string{"acme:  in GB", `f.csv!B2: purpose "[TODO: ask]" is still to be filled in, so it counts as unknown`}},
		{"headings that repeat", "To,Purpose,Comments here,Comments here\nAcme,Tea,a,b\n", []string{"acme: Tea", `f.csv!D1: heading "Comments here" stands twice; this column is kept as an extra one`}},
		{"headings again on each page", head + "Acme,Tea,Name,UK,\n" + head + "Bcme,Cake,Name,UK,\n", []string{"acme: Tea in GB", "bcme: Cake in GB"}},
		{"a row that explains", head + "e.g. Acme,e.g. Tea,e.g. Name,e.g. UK,\nAcme,Tea,Name,UK,\n", []string{"acme: Tea in GB"}},
		{"a date typed as text", head + "Acme,Tea,Name,UK,1st September 2025\n", []string{"acme: Tea in GB reviewed 2025-09-01"}},
		{"an American date", head + "Acme,Tea,Name,UK,12/25/2025\n", []string{"acme: Tea in GB", `f.csv!E2: date "12/25/2025" has no month 25: it looks like the American order`}},
		{"semicolons", strings.ReplaceAll(head+"Acme,Tea,Name,UK,\n", ",", ";"), []string{"acme: Tea in GB"}},
		{"tabs", strings.ReplaceAll(head+"Acme,Tea,Name,UK,\n", ",", "\t"), []string{"acme: Tea in GB"}},
		{"a BOM", "\ufeff" + head + "Acme,Tea,Name,UK,\n", []string{"acme: Tea in GB"}},
		{"UTF-16", wide(head + "Acme,Th\u00e9,Name,UK,\n"), []string{"acme: Th\u00e9 in GB"}},
		{"Windows-1252", head + "Acme,Th\xe9,Name,UK,\n", []string{"acme: Th\u00e9 in GB"}},
		{"starts at row 12", strings.Repeat("Guidance on how to fill this in\n", 11) + head + "Acme,Tea,Name,UK,\n", []string{"acme: Tea in GB"}},
		{"misspelt headings", "Recipent,Purpos,Data catagories,Recipient country\nAcme,Tea,Name,UK\n", []string{"acme: Tea in GB"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, toldOf(t, "f.csv", []byte(tt.text))); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func wide(s string) string {
	b := []byte{0xff, 0xfe}
	for _, u := range utf16.Encode([]rune(s)) {
		b = binary.LittleEndian.AppendUint16(b, u)
	}
	return string(b)
}

// TestUnusableFiles holds that what is no register is said to be what it is.
func TestUnusableFiles(t *testing.T) {
	good := made(t, func(*excelize.File) {})
	for name, c := range map[string]struct {
		data []byte
		says string
	}{
		"empty.csv":  {nil, "empty"},
		"old.xls":    {append([]byte{0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1}, make([]byte, 600)...), ""},
		"paper.pdf":  {[]byte("%PDF-1.7\n..."), "PDF"},
		"cut.xlsx":   {good[:len(good)/2], ""},
		"page.xlsx":  {[]byte("<html><body><table><tr><td>To</td></tr></table></body></html>"), "web page"},
		"quotes.csv": {[]byte("To,Purpose\n\"Acme,Tea\n"), ""},
	} {
		got := toldOf(t, name, c.data)
		if len(got) != 1 || !strings.HasPrefix(got[0], "error "+name+":") && !strings.HasPrefix(got[0], "error "+name+"!") || !strings.Contains(strings.ToLower(got[0]), strings.ToLower(c.says)) {
			t.Errorf("%s: %q; want one error that names it and says %q", name, got, c.says)
		}
	}
	if got := toldOf(t, "list.xlsx", []byte("To,Purpose\nAcme,Tea\n")); len(got) != 1 || strings.HasPrefix(got[0], "error") && !strings.Contains(got[0], "CSV") {
		t.Errorf("a CSV named .xlsx: %q", got)
	}
}

// TestSeveralTablesKeepTheirPlaces holds that cells of a second table are
// cited by their own headings.
func TestSeveralTablesKeepTheirPlaces(t *testing.T) {
	got, err := readCSV(t, "To,Purpose,Data categories\nAcme,Tea,Name\n\nWho do we share it with,Country,Why\nBcme,Narnia,Cake\n")
	if err != nil {
		t.Fatal(err)
	}
	if n := len(got.Map.Flows()); n != 2 {
		t.Fatalf("%d flows; want 2", n)
	}
	at := got.Problems[0].At
	if diff := cmp.Diff(graph.Ref{File: "flows.csv", Row: 5, Col: 2, Heading: "Country", Value: "Narnia"}, at); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
