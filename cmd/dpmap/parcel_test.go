package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"
)

// A parcel is a package made by hand, so that tests can make what no program
// makes: names and contents in order.
type parcel [][2]string

const (
	mainSpace   = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	relSpace    = `xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	relsSpace   = `xmlns="http://schemas.openxmlformats.org/package/2006/relationships"`
	relKind     = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	typesStart  = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`
	sheetPart   = "xl/worksheets/sheet1.xml"
	bookPart    = "xl/workbook.xml"
	bookRels    = "xl/_rels/workbook.xml.rels"
	stringsPart = "xl/sharedStrings.xml"
	stylesPart  = "xl/styles.xml"
	odsPart     = "content.xml"
	odsMime     = "application/vnd.oasis.opendocument.spreadsheet"
)

// twoFlows are the rows of a register that a good file holds.
var twoFlows = [][]string{
	{"To", "Purpose", "Data categories", "Recipient country"},
	{"Acme Ltd", "Tea", "Name", "UK"},
	{"Bcme Ltd", "Cake", "Name", "Ireland"},
}

// xlsxRows writes rows with inline texts.
func xlsxRows(rows [][]string) string {
	var b strings.Builder
	for i, row := range rows {
		fmt.Fprintf(&b, `<row r="%d">`, i+1)
		for j, text := range row {
			fmt.Fprintf(&b, `<c r="%c%d" t="inlineStr"><is><t>%s</t></is></c>`, 'A'+j, i+1, text)
		}
		b.WriteString("</row>")
	}
	return b.String()
}

// xlsxOf is a workbook with one sheet, S, around rows.
func xlsxOf(rows string) parcel {
	return parcel{
		{"[Content_Types].xml", typesStart + `<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`},
		{"_rels/.rels", `<Relationships ` + relsSpace + `><Relationship Id="rId1" Type="` + relKind + `officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{bookPart, `<workbook ` + mainSpace + ` ` + relSpace + `><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`},
		{bookRels, `<Relationships ` + relsSpace + `><Relationship Id="rId1" Type="` + relKind + `worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="` + relKind + `sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="` + relKind + `styles" Target="styles.xml"/></Relationships>`},
		{stringsPart, `<sst ` + mainSpace + `><si><t>To</t></si></sst>`},
		{stylesPart, `<styleSheet ` + mainSpace + `><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`},
		{sheetPart, sheetOf(rows, "")},
	}
}

// sheetOf is a worksheet part; after is what follows the rows.
func sheetOf(rows, after string) string {
	return `<worksheet ` + mainSpace + ` ` + relSpace + `><sheetData>` + rows + `</sheetData>` + after + `</worksheet>`
}

// odsRows writes rows of texts.
func odsRows(rows [][]string) string {
	var b strings.Builder
	for _, row := range rows {
		b.WriteString("<table:table-row>")
		for _, text := range row {
			b.WriteString(`<table:table-cell office:value-type="string"><text:p>` + text + `</text:p></table:table-cell>`)
		}
		b.WriteString("</table:table-row>")
	}
	return b.String()
}

// odsOf is an OpenDocument spreadsheet with one sheet around rows.
func odsOf(rows string) parcel {
	const ns = "urn:oasis:names:tc:opendocument:xmlns:"
	return parcel{
		{"mimetype", odsMime},
		{"META-INF/manifest.xml", `<manifest:manifest xmlns:manifest="` + ns + `manifest:1.0"/>`},
		{odsPart, `<office:document-content xmlns:office="` + ns + `office:1.0" xmlns:table="` + ns + `table:1.0" xmlns:text="` + ns + `text:1.0"><office:body><office:spreadsheet><table:table table:name="S">` + rows + `</table:table></office:spreadsheet></office:body></office:document-content>`},
	}
}

// at is the content of a part.
func (p parcel) at(name string) string {
	for _, part := range p {
		if part[0] == name {
			return part[1]
		}
	}
	return ""
}

// with replaces a part, or adds it.
func (p parcel) with(name, content string) parcel {
	out := append(parcel{}, p...)
	for i := range out {
		if out[i][0] == name {
			out[i][1] = content
			return out
		}
	}
	return append(out, [2]string{name, content})
}

// swap replaces a text within a part.
func (p parcel) swap(name, old, with string) parcel {
	return p.with(name, strings.Replace(p.at(name), old, with, 1))
}

// called gives a part another name.
func (p parcel) called(name, other string) parcel {
	out := append(parcel{}, p...)
	for i := range out {
		if out[i][0] == name {
			out[i][0] = other
		}
	}
	return out
}

func (p parcel) without(name string) parcel {
	var out parcel
	for _, part := range p {
		if part[0] != name {
			out = append(out, part)
		}
	}
	return out
}

// plus adds a related part to the workbook part, and says of what kind it is.
func (p parcel) plus(kind, name, content string) parcel {
	id := fmt.Sprintf("rId%d", 100+len(p))
	p = p.swap(bookRels, "</Relationships>", `<Relationship Id="`+id+`" Type="`+relKind+kind+`" Target="/`+name+`"/></Relationships>`)
	return p.with(name, content)
}

func (p parcel) zip(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, part := range p {
		f, err := w.Create(part[0])
		if err == nil {
			_, err = io.WriteString(f, part[1])
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
