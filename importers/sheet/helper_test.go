package sheet

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
)

// A parts list makes a package by hand, so that tests can write what no
// program writes. Order counts.
type parts [][2]string

const (
	mainNS   = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	relNS    = `xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	relsNS   = `xmlns="http://schemas.openxmlformats.org/package/2006/relationships"`
	relType  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	sheetXML = "xl/worksheets/sheet1.xml"
)

// book1 is a package with one sheet named S, shared strings and styles.
func book1(sheet string) parts {
	return parts{
		{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`},
		{"_rels/.rels", `<Relationships ` + relsNS + `><Relationship Id="rId1" Type="` + relType + `officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/workbook.xml", `<workbook ` + mainNS + ` ` + relNS + `><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", `<Relationships ` + relsNS + `><Relationship Id="rId1" Type="` + relType + `worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="` + relType + `sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="` + relType + `styles" Target="styles.xml"/></Relationships>`},
		{"xl/sharedStrings.xml", `<sst ` + mainNS + ` count="3" uniqueCount="3"><si><t>zero</t></si><si><t>one</t></si><si><r><t xml:space="preserve">rich </t></r><r><rPr><b/></rPr><t>text</t></r><rPh sb="0" eb="1"><t>kana</t></rPh><phoneticPr fontId="1"/></si></sst>`},
		{"xl/styles.xml", `<styleSheet ` + mainNS + `><numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy;@"/><numFmt numFmtId="165" formatCode="0000000"/></numFmts><cellXfs count="6"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="22"/><xf numFmtId="9"/></cellXfs></styleSheet>`},
		{sheetXML, sheet},
	}
}

// rowsXML is a worksheet around rows.
func rowsXML(rows string) string {
	return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" + `<worksheet ` + mainNS + `><sheetData>` + rows + `</sheetData></worksheet>`
}

// with replaces a part, or adds it.
func (p parts) with(name, content string) parts {
	out := append(parts{}, p...)
	for i := range out {
		if out[i][0] == name {
			out[i][1] = content
			return out
		}
	}
	return append(out, [2]string{name, content})
}

// without leaves a part out.
func (p parts) without(name string) parts {
	var out parts
	for _, part := range p {
		if part[0] != name {
			out = append(out, part)
		}
	}
	return out
}

// fatal is what of testing.TB the helpers need; rapid.T has it too.
type fatal interface {
	Helper()
	Fatal(...any)
}

func (p parts) zip(t fatal) []byte { return p.zipBy(zip.Deflate, t) }

// zipBy packs by a method; storing is faster, for fuzzing.
func (p parts) zipBy(method uint16, t fatal) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, part := range p {
		f, err := w.CreateHeader(&zip.FileHeader{Name: part[0], Method: method})
		if err == nil {
			_, err = f.Write([]byte(part[1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// dump reads all of a file as lines: the sheet, then each cell with its type.
// The last line is the error, if there is one.
func dump(name string, data []byte, limits Limits) string {
	w, err := Open(name, data, limits)
	if err != nil {
		return err.Error() + "\n"
	}
	defer w.Close()
	var b strings.Builder
	for _, s := range w.Sheets {
		b.WriteString(dumpSheet(s))
	}
	return b.String()
}

func dumpSheet(s *Sheet) string {
	var b strings.Builder
	if s.Hidden || s.Name != "S" && s.Name != "" {
		fmt.Fprintf(&b, "sheet %s hidden=%v\n", s.Name, s.Hidden)
	}
	for row, err := range s.Rows() {
		if err != nil {
			b.WriteString(err.Error() + "\n")
			break
		}
		fmt.Fprint(&b, row.Number)
		if row.Hidden {
			b.WriteString(" hidden")
		}
		for _, c := range row.Cells {
			fmt.Fprintf(&b, " %d:%s:%q", c.Col, typeNames[c.Type], c.Text)
		}
		b.WriteString("\n")
	}
	return b.String()
}

var typeNames = [...]string{"", "text", "num", "bool", "date", "error", "uncached"}
