package strict

import (
	"archive/zip"
	"bytes"
	"io"
	"regexp"
	"strings"
	"testing"

	"dpmap/fixtures"
)

// broken is a workbook with the first match of a pattern in a part replaced.
func broken(t *testing.T, data []byte, part, pattern, by string) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	must(t, err)
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	re, done := regexp.MustCompile(pattern), false
	for _, f := range z.File {
		r, err := f.Open()
		must(t, err)
		text, err := io.ReadAll(r)
		must(t, err)
		if at := re.FindIndex(text); f.Name == part && at != nil {
			text = append(append(append([]byte{}, text[:at[0]]...), re.ReplaceAll(text[at[0]:at[1]], []byte(by))...), text[at[1]:]...)
			done = true
		}
		p, err := w.Create(f.Name)
		must(t, err)
		_, err = p.Write(text)
		must(t, err)
	}
	must(t, w.Close())
	if !done {
		t.Errorf("%s holds no %s to break", part, pattern)
	}
	return b.Bytes()
}

// TestBroken breaks sound workbooks, each in one way, and sees the fault told.
func TestBroken(t *testing.T) {
	f := fixtures.All()[3]
	r := reported(t, f.File, f.Data)
	ropa, copy := ropaOf(t, r, nil), annotated(t, r, f.File, f.Data)
	const record, findings, notes, boxes = "xl/worksheets/sheet3.xml", "xl/worksheets/sheet8.xml", "xl/comments1.xml", "xl/drawings/vmlDrawing1.vml"
	for _, c := range []struct {
		data                  []byte
		part, pattern, by, is string
	}{
		{ropa, "[Content_Types].xml", `<Default Extension="png"[^>]*></Default>`, "", "image1.png has no type"},
		{ropa, "[Content_Types].xml", `/xl/styles.xml`, "/xl/style.xml", "style.xml, which is not there"},
		{ropa, "xl/_rels/workbook.xml.rels", `worksheets/sheet3.xml`, "worksheets/sheet33.xml", "which is not there"},
		{ropa, "xl/_rels/workbook.xml.rels", `Id="rId2"`, `Id="rId1"`, "twice"},
		{ropa, "xl/workbook.xml", `name="Record"`, `name="Rec/ord"`, "no sheet can be called so"},
		{ropa, "xl/workbook.xml", `name="Record"`, `name="A sheet with a name of more than thirty-one"`, "1 to 31"},
		{ropa, "xl/workbook.xml", `name="Record"`, `name="summary"`, "two sheets are called"},
		{ropa, "xl/workbook.xml", `(?:&#39;|&apos;)Who gets what(?:&#39;|&apos;)!`, `Who gets what!`, "wants quotes"},
		{ropa, "xl/workbook.xml", `localSheetId="\d+"`, `localSheetId="40"`, "is of sheet 40"},
		{ropa, "xl/workbook.xml", `(<definedNames>.*</definedNames>)(<sheets>.*</sheets>)|(<sheets>.*</sheets>)(<definedNames>.*</definedNames>)`, "$4$3$2$1", "stands behind"},
		{ropa, record, `<col min="2" max="2"`, `<col min="1" max="1"`, "stand behind 1"},
		{ropa, record, ` ht="[\d.]+"`, ` ht="410"`, "410 points high"},
		{ropa, record, ` s="\d+"`, ` s="999"`, "style 999"},
		{ropa, record, `<c r="B2"`, `<c r="B3"`, `cell "B3" in row 2`},
		{ropa, record, `t="inlineStr"`, `t="text"`, `type "text"`},
		{ropa, record, `t="inlineStr"`, `t="s"`, "text \"\" of"},
		{ropa, record, `<hyperlinks>(.*)</hyperlinks>(.*)<pageMargins([^>]*)>(</pageMargins>)?`, `$2<pageMargins$3>$4<hyperlinks>$1</hyperlinks>`, "hyperlinks stands behind pageMargins"},
		{ropa, record, `location="Findings!A`, `location="Finding!A`, "leads nowhere"},
		{ropa, record, `<tableParts count="1">`, `<tableParts count="2">`, "says 2 and holds 1"},
		{ropa, record, `topLeftCell="C\d+"`, `topLeftCell="D7"`, "a pane of 2"},
		{ropa, findings, `dxfId="0"`, `dxfId="9"`, "the look 9 of 1"},
		{ropa, findings, `Open,In progress`, "Open," + strings.Repeat("x", 250), "the validation's list"},
		{ropa, findings, `prompt="[^"]*"`, `prompt="` + strings.Repeat("x", 256) + `"`, "more than 255 characters"},
		{ropa, findings, `<mergeCells.*</mergeCells>|<conditionalFormatting`, `<mergeCells count="1"><mergeCell ref="B5:C5"/></mergeCells>$0`, "merged cells"},
		{ropa, "xl/tables/table1.xml", `name="Purpose of processing"`, `name="Purpose"`, `under the heading "Purpose of processing"`},
		{ropa, "xl/tables/table1.xml", `name="No\."`, `name="Purpose of processing"`, "taken"},
		{ropa, "xl/tables/table2.xml", `displayName="[^"]*"`, `displayName="tblRecord"`, "is none, or taken"},
		{ropa, "xl/tables/table2.xml", `displayName="[^"]*"`, `displayName="TBL1"`, "is none, or taken"},
		{ropa, "xl/tables/table2.xml", ` id="2"`, ` id="1"`, "its id \"1\" is taken"},
		{ropa, "xl/styles.xml", `<cellXfs count="\d+"`, `<cellXfs count="3"`, "cellXfs says 3"},
		{ropa, "xl/styles.xml", `rgb="FF1F3A4D"`, `rgb="#1F3A4D"`, "is none"},
		{ropa, "xl/styles.xml", `fontId="[1-9]"`, `fontId="77"`, "fontId 77"},
		{ropa, "docProps/core.xml", `Z</dcterms:created>`, `</dcterms:created>`, "created is"},
		{ropa, "docProps/core.xml", `<dc:title>`, `<dc:title>&`, "core.xml"},
		{ropa, "xl/drawings/drawing1.xml", `descr="[^"]*"`, "", "says nothing"},
		{copy, notes, `authorId="\d+"`, `authorId="9"`, "author 9"},
		{copy, notes, `<comment ref="[A-Z]+\d+"`, `<comment ref="A900"`, "have no box"},
		{copy, boxes, `<x:Anchor>[^<]*`, `<x:Anchor>9, 1, 9, 1, 2, 1, 2, 1`, "a box at"},
		{copy, boxes, `<o:idmap v:ext="edit" data="1`, `<o:idmap v:ext="edit" data="7`, "in no block"},
	} {
		whole := strings.Join(check(c.data), "\n")
		if whole != "" {
			t.Fatalf("what is to be broken is not sound: %s", whole)
		}
		if got := strings.Join(check(broken(t, c.data, c.part, c.pattern, strings.ReplaceAll(c.by, "$0", "${0}"))), "\n"); !strings.Contains(got, c.is) {
			t.Errorf("%s with %s for %s: told %q, not %q", c.part, c.by, c.pattern, got, c.is)
		}
	}
}
