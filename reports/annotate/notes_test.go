package annotate

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"dpmap/graph"
	"dpmap/graph/rules"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// notesOf are the notes of a sheet, by cell: the author, then the text.
func notesOf(t *testing.T, data []byte, sheet string) map[string]string {
	t.Helper()
	all, err := opened(t, data).GetComments(sheet)
	must(t, err)
	out := map[string]string{}
	for _, c := range all {
		text := c.Text
		for _, p := range c.Paragraph {
			text += p.Text
		}
		out[c.Cell] = c.Author + "|" + text
	}
	return out
}

const day = "dpmap, as at 22 November 2026"

func TestNotes(t *testing.T) {
	out, _ := annotated(t, richReport(t), richWorkbook(t))
	note := func(head, says, fix string) string { return "\n\n" + head + "\n" + says + ".\nTo do: " + fix + "." }
	of := func(word, code string) string { return note(word+"  "+code, "the message of "+code, "Mend "+code) }
	want := map[string]string{
		"B1":  "dpmap|" + day + of("HIGH", "head-rule"),
		"B2":  "A colleague|Asked in May\n\n" + day + of("CRITICAL", "gravest-rule") + of("LOW", "lesser-rule"),
		"C3":  "A colleague|Never touched",
		"D2":  "dpmap|" + day + note("VALUE NOT USED", "date cannot be read", "write it"),
		"A3":  "dpmap|" + day + note("MEDIUM  row-rule", "This row: the message of row-rule", "Mend row-rule"),
		"H3":  "dpmap|" + day + of("LOW", "blank-rule"),
		"B4":  "dpmap|" + day + of("LOW", "formula-rule"),
		"A6":  "dpmap|" + day + of("HIGH", "merged-rule"),
		"J20": "dpmap|" + day + of("LOW", "far-rule"),
	}
	if diff := cmp.Diff(want, notesOf(t, out, "Flows")); diff != "" {
		t.Error(diff)
	}
	// Each note has one box, the one that was there made larger.
	all, _ := parts(t, out)
	vml := all["xl/drawings/vmlDrawing1.vml"]
	if n := strings.Count(vml, `ObjectType="Note"`); n != len(want) {
		t.Errorf("%d boxes for %d notes", n, len(want))
	}
	was, _ := parts(t, richWorkbook(t))
	if was := was["xl/drawings/vmlDrawing1.vml"]; strings.Count(vml, noteAnchor.FindString(was)) >= strings.Count(was, noteAnchor.FindString(was)) {
		t.Errorf("the box of B2 was not made larger: %s", vml)
	}
}

// The look of a marked cell is its own but for fill and border.
func TestLook(t *testing.T) {
	out, _ := annotated(t, richReport(t), richWorkbook(t))
	f := opened(t, out)
	for cell, want := range map[string]struct{ fill, side string }{
		"B1":  {"1F3864", "C00000 2"}, // white letters keep their dark fill
		"B2":  {"F1AF9E", "C00000 5"},
		"A3":  {"FFF2CC", "9C5700 2"},
		"D2":  {"E4DCF1", "5B3A8C 8"},
		"J20": {"E3EBF0", "5F6B76 2"},
		"C8":  {"F9DCC4", "C00000 2"},
	} {
		style := factsOf(t, f, "Flows", cell).Style
		sides := map[string]bool{}
		for _, b := range style.Border {
			if b.Type != "diagonalUp" {
				sides[fmt.Sprint(b.Color, " ", b.Style)] = true
			}
		}
		if len(style.Fill.Color) != 1 || style.Fill.Color[0] != want.fill || len(sides) != 1 || !sides[want.side] {
			t.Errorf("%s: fill %v border %v, want %v", cell, style.Fill, style.Border, want)
		}
	}
	// The cell's own diagonal line stays, and what a blank cell has from its column.
	for _, cell := range []string{"D2", "H3"} {
		style := factsOf(t, f, "Flows", cell).Style
		diagonal := false
		for _, b := range style.Border {
			diagonal = diagonal || b.Type == "diagonalUp"
		}
		if !diagonal || style.CustomNumFmt == nil || !style.Font.Italic {
			t.Errorf("%s lost what it had: %+v", cell, style)
		}
	}
}

func TestListing(t *testing.T) {
	out, _ := annotated(t, richReport(t), richWorkbook(t))
	f := opened(t, out)
	rows, err := f.GetRows("dpmap findings (2)")
	must(t, err)
	if !strings.HasPrefix(rows[0][0], "dpmap:") {
		t.Errorf("the importer knows the sheet by its first words, which are %q", rows[0][0])
	}
	head := 0
	for i, row := range rows {
		if len(row) > 0 && row[0] == "No." {
			head = i + 1
		}
	}
	var got []string
	for i, row := range rows[head:] {
		link, target, err := f.GetCellHyperLink("dpmap findings (2)", at(head+1+i, 3))
		must(t, err)
		got = append(got, strings.Join([]string{row[0], row[1], row[2], row[3], row[4]}, "|")+fmt.Sprintf("|%v %s", link, target))
	}
	want := []string{
		"1|CRITICAL|Flows!B2|To|the message of gravest-rule|true 'Flows'!B2",
		"2|HIGH|Flows!B7|To|the message of merged-rule|true 'Flows'!A6",
		"3|HIGH|Flows!B1|To|the message of head-rule|true 'Flows'!B1",
		"4|MEDIUM|Flows, row 3|To|the message of row-rule|true 'Flows'!A3",
		"5|MEDIUM|flows.xlsx!Flows!C2|To|the message of accepted-rule|false ",
		"6|LOW|Flows!B2|To|the message of lesser-rule|true 'Flows'!B2",
		"7|LOW|Flows!H3|To|the message of blank-rule|true 'Flows'!H3",
		"8|LOW|Flows!J20|To|the message of far-rule|true 'Flows'!J20",
		"9|LOW|Flows!B4|To|the message of formula-rule|true 'Flows'!B4",
		"10|LOW|other.xlsx!Flows!B2|To|the message of elsewhere-rule|false ",
		"11|LOW|The register as a whole||the message of nowhere-rule|false ",
		"12|VALUE NOT USED|Flows!D2|To|date cannot be read|true 'Flows'!D2",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestThreadsAndFullNotesStay(t *testing.T) {
	data := withParts(t, richWorkbook(t), map[string]func(string) string{"xl/comments1.xml": func(s string) string {
		return strings.Replace(s, "A colleague", "tc={0A0A0A0A-0000-0000-0000-000000000000}", 1)
	}})
	before, _ := parts(t, data)
	out, done := annotated(t, reportOf(t, nil, finding(rules.High, "a-rule", cellAt("Flows", 2, 2))), data)
	after, _ := parts(t, out)
	if !strings.Contains(after["xl/comments1.xml"], "Asked") || strings.Contains(after["xl/comments1.xml"], "a-rule") {
		t.Error("a note was put into a thread of comments")
	}
	if before["xl/drawings/vmlDrawing1.vml"] != after["xl/drawings/vmlDrawing1.vml"] || done.Cells != 1 {
		t.Errorf("the thread's box changed, or the cell was not marked: %+v", done)
	}
	rows, err := opened(t, out).GetRows("dpmap findings (2)")
	must(t, err)
	if text := fmt.Sprint(rows); !strings.Contains(text, "No note: the cell has a thread of comments") {
		t.Error("the list does not say that there is no note")
	}
}

func TestLongNotes(t *testing.T) {
	long := finding(rules.High, "long-rule", cellAt("Flows", 2, 2))
	long.Message = strings.Repeat("é𝒳 ", 40_000)
	var many []rules.Finding
	for i := range 400 {
		many = append(many, finding(rules.High, fmt.Sprintf("rule-%d", i), cellAt("Flows", 3, 2)))
	}
	out, _ := annotated(t, reportOf(t, nil, append(many, long)...), richWorkbook(t))
	notes := notesOf(t, out, "Flows")
	for cell, ending := range map[string]string{"B2": "1 more: see the sheet dpmap findings (2)", "B3": " more: see the sheet dpmap findings (2)"} {
		if n := units(notes[cell]); n > maxNote || !strings.HasSuffix(notes[cell], ending) {
			t.Errorf("%s: %d units, ends %q", cell, n, notes[cell][max(0, len(notes[cell])-60):])
		}
	}
	if !strings.Contains(notes["B3"], "rule-0\n") || len(notes["B3"]) > 2*longNote {
		t.Errorf("the note of B3 has %d bytes", len(notes["B3"]))
	}
}

// Text of the register must stay text, whatever it holds.
func TestHostileText(t *testing.T) {
	bad := finding(rules.High, "a-rule", cellAt("Flows", 2, 3))
	bad.Message = "</t></comment> & \x00\x0b \u202e _x0041_ ]]> =1+1 \xff"
	out, _ := annotated(t, reportOf(t, nil, bad), richWorkbook(t))
	all, _ := parts(t, out)
	for name, text := range all {
		if strings.HasSuffix(name, ".xml") || strings.HasSuffix(name, ".vml") {
			wellFormed(t, name, text)
		}
	}
	want := "</t></comment> & \ufffd\ufffd \ufffd _x0041_ ]]> =1+1 \ufffd"
	if note := notesOf(t, out, "Flows")["C2"]; !strings.Contains(note, strings.ReplaceAll(want, "_x0041_", "_x005F_x0041_")) {
		t.Errorf("note %q", note) // the library leaves the escape of notes in
	}
	rows, err := opened(t, out).GetRows("dpmap findings (2)")
	must(t, err)
	if got := rows[len(rows)-1][4]; got != want {
		t.Errorf("list %q, want %q", got, want)
	}
}

func TestRefusals(t *testing.T) {
	rich := richWorkbook(t)
	for name, data := range map[string][]byte{
		"OpenDocument":     withParts(t, emptyZip, map[string]func(string) string{"mimetype": func(string) string { return "application/vnd.oasis.opendocument.spreadsheet" }, "content.xml": func(string) string { return "<x/>" }}),
		"too large":        withParts(t, rich, map[string]func(string) string{"xl/styles.xml": func(s string) string { return s + strings.Repeat(" ", maxPart) }}),
		"list of contents": rich[:len(rich)/2],
		"history":          withParts(t, rich, map[string]func(string) string{"xl/revisions/revisionHeaders.xml": func(string) string { return "<x/>" }}),
		"encoding":         withParts(t, rich, map[string]func(string) string{"xl/styles.xml": func(string) string { return "\xff\xfe<\x00" }}),
		"style sheet":      withParts(t, rich, map[string]func(string) string{"xl/styles.xml": func(string) string { return "<styleSheet><fonts>" }}),
		"holds no sheet":   withParts(t, rich, map[string]func(string) string{"xl/worksheets/sheet1.xml": func(string) string { return "<chartsheet/>" }}),
	} {
		var b bytes.Buffer
		_, err := Write(&b, richReport(t), fileName, data)
		var refusal *Refusal
		if !errors.As(err, &refusal) || !strings.Contains(err.Error(), name) || b.Len() > 0 {
			t.Errorf("%s: error %v, %d bytes written", name, err, b.Len())
		}
	}
}

// TestUnusualPackage: no styles, no notes, rows and cells without numbers,
// prefixes on everything, and a blank sheet.
func TestUnusualPackage(t *testing.T) {
	const ns = `xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	put := func(s string) func(string) string { return func(string) string { return s } }
	data := withParts(t, emptyZip, map[string]func(string) string{
		"[Content_Types].xml":        put(`<ct:Types xmlns:ct="http://schemas.openxmlformats.org/package/2006/content-types"><ct:Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><ct:Default Extension="xml" ContentType="application/xml"/><ct:Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><ct:Override PartName="/xl/worksheets/s.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><ct:Override PartName="/xl/worksheets/e.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></ct:Types>`),
		"_rels/.rels":                put(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`),
		"xl/workbook.xml":            put(`<x:workbook ` + ns + ` xmlns:q="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><x:sheets><x:sheet name="Flows &amp; more" sheetId="7" q:id="s1"/><x:sheet name="Empty" sheetId="9" q:id="s2"/></x:sheets></x:workbook>`),
		"xl/_rels/workbook.xml.rels": put(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/s.xml"/><Relationship Id="s2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="/xl/worksheets/e.xml"/></Relationships>`),
		"xl/worksheets/s.xml":        put(`<x:worksheet ` + ns + `><x:sheetData><!-- <x:row> --><x:row><x:c t="inlineStr"><x:is><x:t>To</x:t></x:is></x:c></x:row><x:row><x:c/><x:c t="inlineStr"><x:is><x:t>a &gt; b</x:t></x:is></x:c></x:row><x:row r="5"/></x:sheetData><x:pageMargins left="1" right="1" top="1" bottom="1" header="1" footer="1"/><x:extLst/></x:worksheet>`),
		"xl/worksheets/e.xml":        put(`<x:worksheet ` + ns + `><x:sheetData/></x:worksheet>`),
	})
	on := func(sheet string, row, col int) rules.Finding {
		return finding(rules.High, "a-rule", cellAt(sheet, row, col))
	}
	out, done := annotated(t, reportOf(t, nil, on("Flows & more", 2, 2), on("Flows & more", 2, 4), on("Flows & more", 4, 1), on("Flows & more", 5, 3),
		on("Flows & more", 5, 2), on("Flows & more", 9, 1), on("Flows & more", 2, 0), on("Empty", 3, 3)), data)
	if done.Cells != 7 || done.Elsewhere != 0 {
		t.Errorf("%+v", done)
	}
	all, _ := parts(t, out)
	for name, text := range all {
		wellFormed(t, name, text)
	}
	if got := all["xl/worksheets/s.xml"]; !strings.Contains(got, `<x:row r="4"><x:c r="A4" s="1"/></x:row><x:row r="5"><x:c r="B5" s="1"/><x:c r="C5" s="1"/></x:row><x:row r="9">`) ||
		!strings.Contains(got, `<x:legacyDrawing xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId2"/><x:extLst/>`) {
		t.Errorf("sheet: %s", got)
	}
	for _, part := range []string{"xl/styles1.xml", "xl/comments1.xml", "xl/comments2.xml", "xl/drawings/vmlDrawing1.vml", "xl/drawings/vmlDrawing2.vml", "xl/worksheets/_rels/s.xml.rels"} {
		if all[part] == "" {
			t.Errorf("no part %s", part)
		}
	}
}

// emptyZip is a zip file of nothing.
var emptyZip = []byte("PK\x05\x06" + strings.Repeat("\x00", 18))

// A style that many cells share is copied once.
func TestStylesAreShared(t *testing.T) {
	f := excelize.NewFile()
	var found []rules.Finding
	for row := 1; row <= 300; row++ {
		must(t, f.SetCellStr("Sheet1", at(row, 1), "x"))
		found = append(found, finding(rules.High, "a-rule", cellAt("Sheet1", row, 1)))
	}
	var b bytes.Buffer
	must(t, f.Write(&b))
	out, _ := annotated(t, reportOf(t, nil, found...), b.Bytes())
	before, _ := parts(t, b.Bytes())
	after, _ := parts(t, out)
	if grown := len(styleItems(t, after["xl/styles.xml"])) - len(styleItems(t, before["xl/styles.xml"])); grown > 40 {
		t.Errorf("the style sheet grew by %d items", grown)
	}
}

// A blank cell that is put in looks as its column does; a finding outweighs
// what could not be read; the row's note of its columns is kept right.
func TestBlankCellTakesItsColumnsStyle(t *testing.T) {
	f := excelize.NewFile()
	must(t, f.SetCellStr("Sheet1", "A1", "x"))
	_, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Italic: true}})
	must(t, err)
	var b bytes.Buffer
	must(t, f.Write(&b))
	const part = "xl/worksheets/sheet1.xml"
	data := withParts(t, b.Bytes(), map[string]func(string) string{part: func(s string) string {
		s = strings.Replace(s, "<sheetData>", `<cols><col min="6" max="8" width="12" style="1" customWidth="1"/></cols><sheetData>`, 1)
		return strings.Replace(s, `<row r="1"`, `<row spans="1:1" r="1"`, 1)
	}})
	problem := graph.Problem{Level: graph.Rejected, Message: "no recipient", At: cellAt("Sheet1", 1, 7)}
	out, _ := annotated(t, reportOf(t, []graph.Problem{problem}, finding(rules.High, "a-rule", cellAt("Sheet1", 1, 7))), data)
	all, _ := parts(t, out)
	if !strings.Contains(all[part], `<row spans="1:7" r="1"`) {
		t.Errorf("spans: %s", all[part])
	}
	style := factsOf(t, opened(t, out), "Sheet1", "G1").Style
	if !style.Font.Italic || style.Fill.Color[0] != "F9DCC4" {
		t.Errorf("%+v", style)
	}
	if note := notesOf(t, out, "Sheet1")["G1"]; !strings.Contains(note, "ROW NOT USED\nno recipient.") || strings.Index(note, "a-rule") > strings.Index(note, "ROW NOT") {
		t.Errorf("note %q", note)
	}
	for a, b := range map[look]look{high: unread, critical: low} {
		if graver(a, b) != a || graver(b, a) != a {
			t.Errorf("%v is graver than %v", a, b)
		}
	}
}

// Notes that some program wrote without boxes get theirs with ours, and the
// numbers of many boxes are declared.
func TestBoxes(t *testing.T) {
	data := withParts(t, richWorkbook(t), map[string]func(string) string{"xl/worksheets/sheet1.xml": func(s string) string {
		from := strings.Index(s, "<legacyDrawing ")
		to := from + strings.Index(s[from:], ">") + 1
		return strings.Replace(s[:from]+s[to:], "</legacyDrawing>", "", 1)
	}})
	var found []rules.Finding
	for row := 10; row < 2100; row++ {
		found = append(found, finding(rules.High, "a-rule", cellAt("Flows", row, 16384)))
	}
	out, _ := annotated(t, reportOf(t, nil, found...), data)
	all, _ := parts(t, out)
	vml := all["xl/drawings/vmlDrawing2.vml"]
	if n := strings.Count(vml, `ObjectType="Note"`); n != len(found)+2 {
		t.Errorf("%d boxes for %d notes", n, len(found)+2)
	}
	if !strings.Contains(vml, `data="1,2,3"`) || strings.Contains(vml, "<x:Anchor>16384") {
		t.Errorf("the head of the boxes: %.700s", vml)
	}
	if n := len(notesOf(t, out, "Flows")); n != len(found)+2 {
		t.Errorf("%d notes", n)
	}
}
