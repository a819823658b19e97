package ropa

import (
	"archive/zip"
	"bytes"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"dpmap/graph"
	"dpmap/graph/law"
)

// corpus is what people have tried to smuggle through spreadsheets.
var corpus = []string{
	`=1+1`, `=cmd|' /C calc'!A0`, `+1+1`, `-2+3`, `@SUM(A1)`, `=HYPERLINK("http://evil.example","x")`, "\t=1+1", "\r=1+1", ` =1+1`, `'=1+1`,
	`<script>alert(1)</script>`, `</t></is><f>1+1</f>`, `]]><f>1</f>`, `&amp;<&>"'`, `&L&P&D`, `_x003D_1+1`, "a\x00b\x1b[31m", "\xff\xfe", "\u202egnp.exe", "\uffff",
	`{"a":1}`, `{{7*7}}`, `%s%n`, `../../etc/passwd`, `Record'!A1`, `=1`, "😀 née Zoë",
}

// TestInert puts the corpus into every text of a report and finds no formula
// in the workbook, and each text as text.
func TestInert(t *testing.T) {
	for _, evil := range corpus {
		r := sample(t)
		parties, flows := sampleParties(), sampleFlows()
		transfers, findings := sampleTransfers(), sampleFindings()
		register := graph.Register{Other: make([]graph.Extra, 1), Notes: make([]graph.Extra, 1)}
		for _, v := range []any{parties, flows, transfers, findings, &register, r.Inputs, r.Problems, r.Assumptions} {
			poison(reflect.ValueOf(v), evil)
		}
		bad := reported(t, register, parties, flows, transfers, findings)
		bad.Inputs, bad.Problems, bad.Assumptions, bad.Version = r.Inputs, r.Problems, r.Assumptions, evil
		data, f := written(t, bad, Options{Map: pixel(t), MapAlt: evil})
		checkInert(t, data, f, evil)
		f.Close()
	}
}

// keep names the fields that hold the map together.
var keep = map[string]bool{"ID": true, "From": true, "To": true, "Activity": true, "Flows": true, "Path": true, "Exporter": true}

// poison sets every text in v, but for those that hold the map together.
func poison(v reflect.Value, evil string) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			poison(v.Elem(), evil)
		}
	case reflect.Slice:
		for i := range v.Len() {
			poison(v.Index(i), evil)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Field(i).CanSet() && !keep[v.Type().Field(i).Name] {
				poison(v.Field(i), evil)
			}
		}
	case reflect.String:
		if v.Type() != reflect.TypeFor[law.Regime]() {
			v.SetString(evil)
		}
	}
}

func checkInert(t *testing.T, data []byte, f *excelize.File, evil string) {
	t.Helper()
	seen := false
	each(t, f, func(sheet, cell, value string) {
		if formula, err := f.GetCellFormula(sheet, cell); err != nil || formula != "" {
			t.Errorf("%q: %s!%s holds the formula %q, %v", evil, sheet, cell, formula, err)
		}
		if kind, err := f.GetCellType(sheet, cell); err != nil || kind != excelize.CellTypeInlineString && kind != excelize.CellTypeSharedString && kind != excelize.CellTypeUnset && kind != excelize.CellTypeNumber {
			t.Errorf("%q: %s!%s is of type %d, %v", evil, sheet, cell, kind, err)
		}
		seen = seen || value == tidy(evil)
	})
	if !seen {
		t.Errorf("%q stands nowhere as it was written", evil)
	}
	parts, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range parts.File {
		text := part(t, data, p.Name)
		if strings.HasPrefix(p.Name, "xl/worksheets/sheet") && strings.Contains(text, "<f>") {
			t.Errorf("%q: %s holds a formula", evil, p.Name)
		}
		if strings.HasSuffix(p.Name, ".rels") && strings.Contains(text, `TargetMode="External"`) {
			t.Errorf("%q: %s leads out of the workbook", evil, p.Name)
		}
	}
}

// TestLongText holds that a text which no row can show is whole on a sheet of
// its own, that its cell says so, and that every row is high enough.
func TestLongText(t *testing.T) {
	r := sample(t)
	flows := sampleFlows()
	flows[4].Notes = strings.Repeat("é😀", 20000)
	for i := range 40 {
		flows[2].Purpose += "To help pupils with book " + itoa(i) + "\n"
	}
	flows[2].Purpose += strings.Repeat("and so on ", 700)
	_, f := written(t, reported(t, graph.Register{}, sampleParties(), flows, r.Result.Transfers, nil), Options{})
	heads, rows := tabled(t, f, longSheet)
	if want := []string{"No.", "Cell", "Column", "Part", "Text"}; !slices.Equal(heads, want) {
		t.Errorf("headings %q", heads)
	}
	whole := map[string]string{}
	for _, r := range rows {
		whole[r["Column"]+" of "+r["Cell"]] += r["Text"] + "\n"
	}
	bare := func(s string) string { return strings.Join(strings.Fields(s), "") }
	for at, want := range map[string]string{"Notes of Record AG10": flows[4].Notes, "Purpose of processing of Record B8": flows[2].Purpose} {
		if bare(whole[at]) != bare(want) {
			t.Errorf("%s: %d characters of %d; there are %q", at, len(bare(whole[at])), len(bare(want)), slices.Collect(maps.Keys(whole)))
		}
	}
	if _, rows := tabled(t, f, recordSheet); !strings.HasSuffix(rows[3]["Notes"], "\n[… this goes on: the whole is on the sheet Long texts, No. 2]") {
		t.Errorf("the cell does not lead on: %.80s", rows[3]["Notes"])
	}
	if ok, value := summaryRow(t, f, longSheet); !ok || value == "" {
		t.Error("the summary does not name the sheet")
	}
	for _, sheet := range f.GetSheetList()[1:] {
		allHigh(t, f, sheet)
	}
}

// allHigh holds that no row of a sheet is lower than its texts need.
func allHigh(t *testing.T, f *excelize.File, sheet string) {
	t.Helper()
	_, rows := tabled(t, f, sheet)
	for _, row := range rows {
		_, n, err := excelize.CellNameToCoordinates(row[""])
		if err != nil {
			t.Fatal(err)
		}
		got, err := f.GetRowHeight(sheet, n)
		if err != nil {
			t.Fatal(err)
		}
		all, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for i, text := range all[n-1] {
			width, err := f.GetColWidth(sheet, letters(i+1))
			if err != nil {
				t.Fatal(err)
			}
			if need := lineHeight * float64(lines(text, width)); got < need {
				t.Errorf("%s!%s: %v points for a text that needs %v", sheet, at(i+1, n), got, need)
			}
		}
	}
}

// TestKeptTextIsCut holds that what somebody entered and no cell can hold is
// cut where a reader sees it.
func TestKeptTextIsCut(t *testing.T) {
	id := sampleFindings()[0].ID
	l, err := ReadLog([][]string{{idHeading, notesHeading}, {id, strings.Repeat("é😀", 20000)}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	_, f := written(t, sample(t), Options{Keep: l})
	got := row(t, f, findingsSheet, idHeading, id)[notesHeading]
	if n := len(utf16.Encode([]rune(got))); n > maxCell || n < maxCell-100 {
		t.Errorf("%d units", n)
	}
	if !strings.HasSuffix(got, "[…cut here: the text has 40000 characters, more than a cell can hold]") {
		t.Errorf("the cut is not marked: …%s", got[len(got)-100:])
	}
}

// TestCutAfter holds that no part is longer than asked for, that nothing is
// lost between parts, and that words stay whole.
func TestCutAfter(t *testing.T) {
	for _, text := range []string{"", "one", strings.Repeat("word ", 300), strings.Repeat("n", 1000), strings.Repeat("a\n", 90), "\n\n\n" + strings.Repeat("学校の記録", 100),
		strings.Repeat("Lorem ipsum dolor sit amet, consectetur\n\nadipiscing ", 60)} {
		for _, width := range []float64{leastWide, 12, 40} {
			var all []string
			for rest := text; rest != ""; {
				var part string
				if part, rest = cutAfter(rest, width, 5); lines(part, width) > 6 || len(all) > 3000 {
					t.Fatalf("%.20q in %v: a part of %d lines", text, width, lines(part, width))
				}
				all = append(all, part)
			}
			if got := strings.Join(all, " "); strings.Join(strings.Fields(got), "") != strings.Join(strings.Fields(text), "") {
				t.Errorf("%.20q in %v is not whole", text, width)
			}
			if width == 12 && strings.HasPrefix(text, "word") && !strings.HasSuffix(all[0], "word ") {
				t.Errorf("a word is cut: %q", all[0])
			}
		}
	}
}

func TestTidy(t *testing.T) {
	for in, want := range map[string]string{
		"a\r\nb\rc\u2028d": "a\nb\nc\nd", "a\tb": "a b", "a\x00\x1b\u0085": "a���", "\xffa": "\ufffda", "\u202ea\u2066": "�a�", "née": "née", "=1": "=1",
	} {
		if got := tidy(in); got != want {
			t.Errorf("tidy(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestLines(t *testing.T) {
	for _, c := range []struct {
		text  string
		width float64
		want  int
	}{
		{"", 10, 1}, {"one", 10, 1}, {"one two three four", 10, 2}, {"a\n\nb", 10, 3}, {strings.Repeat("n", 100), 12.0, 10}, {strings.Repeat("i", 100), 12.0, 5},
		{strings.Repeat("漢", 10), 12.0, 2},
	} {
		if got := lines(c.text, c.width); got != c.want {
			t.Errorf("lines(%q, %v) = %d, want %d", c.text, c.width, got, c.want)
		}
	}
}
