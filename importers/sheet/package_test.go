package sheet

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"fmt"
	"strings"
	"testing"
)

// ole2 is an old Office file as far as recognition goes: it holds a stream
// of that name.
func ole2(stream string) []byte {
	b := append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), make([]byte, 500)...)
	for _, c := range []byte(stream) {
		b = append(b, c, 0)
	}
	return append(b, make([]byte, 100)...)
}

// Each kind of file that is no table gets a sentence of its own.
func TestWhatItIs(t *testing.T) {
	whole := book1(rowsXML(good)).zip(t)
	document := func(name, content string) []byte { return parts{{name, content}}.zip(t) }
	random := make([]byte, 4096)
	for i, x := 0, uint32(1); i < len(random); i += 4 {
		x = x*1664525 + 1013904223
		binary.LittleEndian.PutUint32(random[i:], x)
	}
	tests := []struct {
		name string
		data []byte
		want string
	}{
		{"a.xlsx", nil, "a.xlsx: is empty: it has 0 bytes"},
		{"a.xlsx", make([]byte, 9000), "a.xlsx: holds nothing but zero bytes: its content was lost when it was copied"},
		{"a.csv", []byte{0}, "a.csv: holds nothing but zero bytes: its content was lost when it was copied"},
		{"a.csv", []byte("\xef\xbb\xbf\r\n,,,\r\n"), "a.csv: has no text in any cell"},
		{"a.xlsx", []byte("Ref,From,To\n1,School,DfE\n"), "a.xlsx: is named .xlsx but holds plain text (CSV)"},
		{"A.XLS", []byte("Ref\tFrom\n1\tSchool\n"), "A.XLS: is named .xls but holds plain text (CSV)"},
		{"a.xlsx", []byte("\n<!-- x --><html><table><tr><td>1</td></tr></table></html>"), "a.xlsx: is a web page (HTML), not a spreadsheet, whatever its name says"},
		{"a.xls", []byte("<!DOCTYPE HTML><html>"), "a.xls: is a web page (HTML), not a spreadsheet, whatever its name says"},
		{"a.xls", []byte(`<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>`), "a.xls: is an XML Spreadsheet 2003, an old format of Excel"},
		{"a.xls", []byte(`<?xml version="1.0"?><x/>`), "a.xls: is an XML file, not a spreadsheet that dpmap reads"},
		{"a.csv", encode16("\ufeff<html><table>", false), "a.csv: is a web page (HTML), not a spreadsheet, whatever its name says"},
		{"a.csv", []byte("BM\x36\x00\x00\x00\x00\x00"), "a.csv: is a picture (BMP), not a spreadsheet"},
		{"a.json", []byte(`{"flows":[]}`), "a.json: is a data file (JSON), not a spreadsheet"},
		{"a.xls", ole2("Workbook"), "a.xls: is a workbook of an old Excel (.xls)"},
		{"a.xlsx", ole2("EncryptedPackage"), "a.xlsx: is protected by a password"},
		{"a.doc", ole2("WordDocument"), "a.doc: is a Word document (.doc), not a spreadsheet"},
		{"a.msi", ole2("x"), "a.msi: is a document of an old Office program, not a spreadsheet that dpmap reads"},
		{"a.docx", document("word/document.xml", "<w/>"), "a.docx: is a Word document (.docx), not a spreadsheet"},
		{"a.xlsx", document("ppt/presentation.xml", "<p/>"), "a.xlsx: is a PowerPoint presentation (.pptx), not a spreadsheet"},
		{"a.xlsb", document("xl/workbook.bin", "x"), "a.xlsb: is a binary workbook (.xlsb)"},
		{"a.odt", document("mimetype", "application/vnd.oasis.opendocument.text"), "a.odt: is an OpenDocument text (.odt), not a spreadsheet"},
		{"a.numbers", document("Index/Document.iwa", "x"), "a.numbers: is a document of an Apple program (Numbers or Pages)"},
		{"a.zip", document("flows.csv", "x"), "a.zip: is a compressed folder (zip), not a spreadsheet"},
		{"a.pdf", []byte("%PDF-1.7\n%\xe2\xe3\xcf\xd3"), "a.pdf: is a PDF document, not a spreadsheet"},
		{"a.xlsx", []byte("\x89PNG\r\n\x1a\n...."), "a.xlsx: is a picture (PNG), not a spreadsheet"},
		{"~$a.xlsx", []byte("\x04Head"), "~$a.xlsx: is a note that Excel keeps while the workbook is open, not the workbook"},
		{"a.lnk", []byte("L\x00\x00\x00\x01\x14\x02\x00\x00"), "a.lnk: is a Windows shortcut, not the spreadsheet that it leads to"},
		{"a.xlsx", random, "a.xlsx: is not a spreadsheet that dpmap knows, nor a text"},
		{"a.csv", random, "a.csv: is not a spreadsheet that dpmap knows, nor a text"},
		{"a.xlsx", whole[:len(whole)/2], "a.xlsx: is a damaged or incomplete file: its list of contents cannot be read"},
		{"a.xlsx", whole[:len(whole)-1], "a.xlsx: is a damaged or incomplete file: its list of contents cannot be read"},
	}
	for i, tt := range tests {
		t.Run(fmt.Sprint(i, tt.name), func(t *testing.T) {
			what, fix := cutFix(lastLine(dump(tt.name, tt.data, Limits{})))
			if what != tt.want || fix == "" {
				t.Errorf("got  %s: %s\nwant %s", what, fix, tt.want)
			}
		})
	}
}

// A package whose parts are missing or contradict each other is refused.
func TestDamagedPackage(t *testing.T) {
	whole := book1(rowsXML(`<row r="1"><c r="A1" s="1"><v>45000</v></c><c r="B1" t="s"><v>0</v></c></row>`))
	workbook := func(sheets string) parts {
		return whole.with("xl/workbook.xml", `<workbook `+mainNS+` `+relNS+`>`+sheets+`</workbook>`)
	}
	external := strings.Replace(whole[3][1], `Target="worksheets/sheet1.xml"`, `Target="http://192.0.2.1/x.xml" TargetMode="External"`, 1)
	bomb := "<!DOCTYPE x [<!ENTITY a \"aaaa\">]>"
	tests := []struct {
		name string
		p    parts
		want string
	}{
		{"no contents", whole.without("_rels/.rels"), `a.xlsx: is damaged: its part "_rels/.rels" is missing`},
		{"no workbook named", whole.with("_rels/.rels", `<Relationships `+relsNS+`/>`), "a.xlsx: is damaged: it does not say which part is the workbook"},
		{"no workbook", whole.without("xl/workbook.xml"), `a.xlsx: is damaged: its part "xl/workbook.xml" is missing`},
		{"no relations", whole.without("xl/_rels/workbook.xml.rels"), `a.xlsx: is damaged: its part "xl/_rels/workbook.xml.rels" is missing`},
		{"no sheet part", whole.without(sheetXML), `a.xlsx: is damaged: its sheet "S" is missing`},
		{"no texts", whole.without("xl/sharedStrings.xml"), "a.xlsx!S: is damaged: its table of texts is missing"},
		{"no styles", whole.without("xl/styles.xml"), "a.xlsx!S: is damaged: its table of styles is missing"},
		{"sheet without a part", workbook(`<sheets><sheet name="T" r:id="rId9"/></sheets>`), `a.xlsx: is damaged: its sheet "T" is listed but not in the file`},
		{"no sheets", workbook(`<sheets/>`), "a.xlsx: has no sheet with cells"},
		{"sheet elsewhere", whole.with("xl/_rels/workbook.xml.rels", external), `a.xlsx: is damaged: its sheet "S" lies in another file`},
		{"part twice", append(whole, [2]string{"XL/worksheets/Sheet1.xml", rowsXML("")}), `a.xlsx: is damaged: it holds the part "XL/worksheets/Sheet1.xml" twice`},
		{"workbook cut", whole.with("xl/workbook.xml", whole[2][1][:80]), "a.xlsx: is damaged: its XML stops in the middle"},
		{"workbook bomb", whole.with("xl/workbook.xml", bomb+whole[2][1]), "a.xlsx: holds a document type (DOCTYPE), which no spreadsheet needs and which can be used for attacks"},
		{"texts cut", whole.with("xl/sharedStrings.xml", whole[4][1][:150]), "a.xlsx!S: is damaged: its XML stops in the middle"},
		{"texts bomb", whole.with("xl/sharedStrings.xml", bomb+whole[4][1]), "a.xlsx!S: holds a document type (DOCTYPE), which no spreadsheet needs and which can be used for attacks"},
		{"texts of another kind", whole.with("xl/sharedStrings.xml", "<html/>"), `a.xlsx!S: is damaged: its part "xl/sharedStrings.xml" does not hold a sst`},
		{"styles cut", whole.with("xl/styles.xml", whole[5][1][:150]), "a.xlsx!S: is damaged: its XML stops in the middle"},
		{"a sheet twice", workbook(`<sheets><sheet name="S" r:id="rId1"/><sheet name="T" r:id="rId1"/></sheets>`), "a.xlsx: is damaged: two of its sheets are the same part"},
		{"a name twice", whole.with("xl/_rels/workbook.xml.rels", strings.Replace(whole[3][1], "rId2", "rId1", 1)), `a.xlsx: is damaged: two of its parts go by the one name "rId1"`},
		{"relations without end", whole.with("xl/_rels/workbook.xml.rels", strings.Replace(whole[3][1], "<Relationship ", strings.Repeat(`<Relationship Id="x" Type="x" Target="x"/>`, maxRelations)+"<Relationship ", 1)), "a.xlsx: lists more than 50,000 parts, far more than a workbook has"},
		{"styles without end", whole.with("xl/styles.xml", strings.Replace(whole[5][1], "<xf ", strings.Repeat(`<xf/>`, maxStyles)+"<xf ", 1)), "a.xlsx!S: lists more than 100,000 styles of cells, far more than a workbook has"},
		{"formats without end", whole.with("xl/styles.xml", strings.Replace(whole[5][1], "<numFmt ", manyFormats()+"<numFmt ", 1)), "a.xlsx!S: lists more than 100,000 number formats, far more than a workbook has"},
		{"long text", whole.with("xl/sharedStrings.xml", `<sst `+mainNS+`><si><t>`+strings.Repeat("x", 100<<10)+`</t></si></sst>`), "a.xlsx!S!B1: holds a text of more than 98,304 bytes"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			what, fix := cutFix(lastLine(dump("a.xlsx", tt.p.zip(t), Limits{})))
			if what != tt.want || fix == "" {
				t.Errorf("got  %s: %s\nwant %s", what, fix, tt.want)
			}
		})
	}
}

func manyFormats() string {
	var b strings.Builder
	for i := range maxStyles {
		fmt.Fprintf(&b, `<numFmt numFmtId="%d" formatCode="0"/>`, i+1000)
	}
	return b.String()
}

// An honest bomb is refused by what it declares, one that lies by what comes
// out, and a checksum that does not fit is damage.
func TestZipBombs(t *testing.T) {
	sheet := rowsXML(`<row r="1"><c r="A1" t="str"><v>` + strings.Repeat(" ", 5<<20) + `</v></c></row>`)
	honest := book1(sheet).zip(t)
	want := "a.xlsx: unpacks to more than 1 MiB, too much to read safely"
	if what, _ := cutFix(lastLine(dump("a.xlsx", honest, Limits{Unpacked: 1 << 20}))); what != want {
		t.Errorf("honest: %s", what)
	}
	liar := patchDirectory(t, honest, 24, 1000) // the unpacked size
	want = "a.xlsx!S: is damaged or made to do harm: a part is larger than the file says"
	if what, _ := cutFix(lastLine(dump("a.xlsx", liar, Limits{Unpacked: 1 << 20}))); what != want {
		t.Errorf("liar: %s", what)
	}
	changed := patchDirectory(t, book1(rowsXML(good)).zip(t), 16, 0x12345678) // the checksum
	want = "a.xlsx!S: is damaged: its checksum is wrong"
	if what, _ := cutFix(lastLine(dump("a.xlsx", changed, Limits{}))); what != want {
		t.Errorf("checksum: %s", what)
	}
	two := book1(rowsXML(good)).with("xl/media/a.png", strings.Repeat("a", 700<<10)).with("xl/media/b.png", strings.Repeat("b", 700<<10)).zip(t)
	want = "a.xlsx: unpacks to more than 1 MiB, too much to read safely"
	if what, _ := cutFix(lastLine(dump("a.xlsx", two, Limits{Unpacked: 1 << 20}))); what != want {
		t.Errorf("together: %s", what)
	}
	many := book1(rowsXML(good))
	for i := range maxParts {
		many = append(many, [2]string{fmt.Sprint("x", i), ""})
	}
	want = "a.xlsx: holds 20,007 parts, far more than a workbook has"
	if what, _ := cutFix(lastLine(dump("a.xlsx", many.zip(t), Limits{}))); what != want {
		t.Errorf("parts: %s", what)
	}
}

// patchDirectory sets a 32-bit field in the zip's directory entry of the sheet.
func patchDirectory(t *testing.T, data []byte, field int, value uint32) []byte {
	t.Helper()
	if _, err := zip.NewReader(bytes.NewReader(data), int64(len(data))); err != nil {
		t.Fatal(err)
	}
	name := bytes.LastIndex(data, []byte(sheetXML))
	binary.LittleEndian.PutUint32(data[name-46+field:], value)
	return data
}

// The table of texts is bounded in number and in bytes.
func TestTextBombs(t *testing.T) {
	want := "a.xlsx!S: holds more different texts than can be read safely"
	for name, texts := range map[string]string{
		"number": strings.Repeat("<si><t/></si>", maxStrings+1),
		"bytes":  strings.Repeat("<si><t>"+strings.Repeat("x", 90_000)+"</t></si>", maxText/90_000+2),
	} {
		p := book1(rowsXML(good)).with("xl/sharedStrings.xml", "<sst "+mainNS+">"+texts+"</sst>")
		if what, _ := cutFix(lastLine(dump("a.xlsx", p.zip(t), Limits{}))); what != want {
			t.Errorf("%s: %s", name, what)
		}
	}
}

// Texts keep their numbers across the blocks in which they are kept.
func TestManyTexts(t *testing.T) {
	var texts, cells strings.Builder
	for i := range 3 * stringBlock {
		fmt.Fprintf(&texts, "<si><t>%d%s</t></si>", i, strings.Repeat(".", i%50))
		fmt.Fprintf(&cells, `<row><c t="s"><v>%d</v></c></row>`, i)
	}
	w, err := Open("a.xlsx", book1(rowsXML(cells.String())).with("xl/sharedStrings.xml", "<sst "+mainNS+">"+texts.String()+"</sst>").zip(t), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	i := 0
	for row, err := range w.Sheets[0].Rows() {
		if want := fmt.Sprint(i) + strings.Repeat(".", i%50); err != nil || row.Cells[0].Text != want {
			t.Fatalf("%d: %v %v", i, row, err)
		}
		i++
	}
}

// A million empty styled rows are no rows, and cost no memory.
func TestEmptyStyledRows(t *testing.T) {
	var b strings.Builder
	for n := 1; n <= maxRow; n++ {
		fmt.Fprintf(&b, `<row r="%d" s="1" customFormat="1"><c r="XFD%d" s="1"/></row>`, n, n)
	}
	data := book1(rowsXML(b.String())).zip(t)
	b.Reset()
	var got string
	n := testing.AllocsPerRun(1, func() { got = dump("a.xlsx", data, Limits{}) })
	if got != "" || n > 1000 {
		t.Errorf("%v allocations; rows %.200s", n, got)
	}
}
