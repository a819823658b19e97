package ropa

import (
	"archive/zip"
	"bytes"
	"reflect"
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
		bad := judged(t, register, parties, flows, transfers, findings)
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

// TestLongText holds that a text which no cell can hold is cut where a reader
// sees it.
func TestLongText(t *testing.T) {
	r := sample(t)
	flows := sampleFlows()
	flows[4].Notes = strings.Repeat("é😀", 20000)
	_, f := written(t, judged(t, graph.Register{}, sampleParties(), flows, r.Result.Transfers, nil), Options{})
	_, rows := tabled(t, f, recordSheet)
	got := rows[3]["Notes"]
	if n := len(utf16.Encode([]rune(got))); n > maxCell || n < maxCell-100 {
		t.Errorf("%d units", n)
	}
	if !strings.HasSuffix(got, "[…cut here: the text has 40000 characters, more than a cell can hold]") {
		t.Errorf("the cut is not marked: …%s", got[len(got)-100:])
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
		{"", 10, 1}, {"one", 10, 1}, {"one two three four", 10, 2}, {"a\n\nb", 10, 3}, {strings.Repeat("n", 100), 10.8, 10}, {strings.Repeat("i", 100), 10.8, 5},
		{strings.Repeat("漢", 10), 10.8, 2},
	} {
		if got := lines(c.text, c.width); got != c.want {
			t.Errorf("lines(%q, %v) = %d, want %d", c.text, c.width, got, c.want)
		}
	}
}
