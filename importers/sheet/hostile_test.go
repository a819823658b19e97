package sheet

import (
	"strings"
	"testing"
)

const good = `<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>`

// damagedRows are worksheet parts at fault, and what is said of each.
func damagedRows() []struct{ name, sheet, want string } {
	whole := rowsXML(good)
	return []struct{ name, sheet, want string }{
		{"cut in a row", whole[:strings.Index(whole, "<v>2")], "a.xlsx!S!A2: is damaged: its XML stops in the middle"},
		{"cut between rows", whole[:strings.Index(whole, `<row r="2"`)], "a.xlsx!S!1: is damaged: its XML stops in the middle"},
		{"cut before the last tag", strings.TrimSuffix(whole, "</worksheet>"), "a.xlsx!S: is damaged: its XML stops in the middle"},
		{"cut inside the last tag", strings.TrimSuffix(whole, ">"), "a.xlsx!S: is damaged: its XML stops in the middle"},
		{"empty part", "", "a.xlsx!S: is damaged: its XML stops in the middle"},
		{"bare ampersand", rowsXML(`<row r="1"><c r="B1" t="str"><v>Fish & Chips</v></c></row>`), "a.xlsx!S!B1: is damaged: an & is not written as &amp;"},
		{"undefined entity", rowsXML(`<row r="1"><c r="B1" t="str"><v>&nbsp;</v></c></row>`), "a.xlsx!S!B1: is damaged: it uses an entity that is not defined"},
		{"impossible character", rowsXML(`<row r="1"><c r="B1" t="str"><v>&#0;</v></c></row>`), "a.xlsx!S!B1: is damaged: it holds a character reference that is no character"},
		{"character beyond Unicode", rowsXML(`<row r="1"><c r="B1" t="str"><v>&#x110000;</v></c></row>`), "a.xlsx!S!B1: is damaged: it holds a character reference that is no character"},
		{"control character", rowsXML("<row r='1'><c r='B1' t='str'><v>a\x01</v></c></row>"), "a.xlsx!S!B1: is damaged: it holds a control character"},
		{"bad UTF-8", rowsXML("<row r='1'><c r='B1' t='str'><v>a\xff</v></c></row>"), "a.xlsx!S!B1: is damaged: it holds bytes that are no characters (UTF-8)"},
		{"end of CDATA", rowsXML("<row r='1'><c r='B1' t='str'><v>a]]></v></c></row>"), "a.xlsx!S!B1: is damaged: a text holds ]]>"},
		{"open CDATA", rowsXML("<row r='1'><c r='B1' t='str'><v><![CDATA[a</v></c></row>"), "a.xlsx!S!B1: is damaged: its XML stops in the middle"},
		{"entity bomb", strings.Replace(whole, "<worksheet", `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet`, 1), "a.xlsx!S: holds a document type (DOCTYPE), which no spreadsheet needs and which can be used for attacks"},
		{"late DOCTYPE", rowsXML(`<row r="1"><!DOCTYPE x></row>`), "a.xlsx!S!1: holds a document type (DOCTYPE), which no spreadsheet needs and which can be used for attacks"},
		{"tags that do not match", rowsXML(`<row r="1"><c r="A1"><v>1</c></v></row>`), "a.xlsx!S!A1: is damaged: its tags do not match"},
		{"undeclared prefix", rowsXML(`<row r="1"><y:c r="A1"/></row>`), "a.xlsx!S!1: is damaged: a tag has a prefix that is not declared"},
		{"attribute twice", rowsXML(`<row r="1" r="2"/>`), "a.xlsx!S: is damaged: a tag says the same thing twice"},
		{"attribute without quotes", rowsXML(`<row r=1/>`), "a.xlsx!S: is damaged: a tag is malformed"},
		{"attributes without a space", rowsXML(`<row r="1"s="2"/>`), "a.xlsx!S: is damaged: a tag is malformed"},
		{"tag in an attribute", rowsXML(`<row r="<"/>`), "a.xlsx!S: is damaged: a tag is malformed"},
		{"text after the end", whole + "x", "a.xlsx!S: is damaged: there is text outside its XML"},
		{"second root", whole + "<a/>", "a.xlsx!S: is damaged: something follows the end of its XML"},
		{"deep nesting", `<worksheet ` + mainNS + `>` + strings.Repeat("<a>", 300), "a.xlsx!S: is damaged: its tags are nested too deeply"},
		{"encoding", `<?xml version="1.0" encoding="ISO-8859-1"?>` + whole[strings.Index(whole, "<worksheet"):], `a.xlsx!S: is written in the encoding "ISO-8859-1", which .xlsx does not allow`},
		{"not a worksheet", `<chartsheet ` + mainNS + `/>`, `a.xlsx!S: is damaged: its part "xl/worksheets/sheet1.xml" does not hold a worksheet`},
		{"no rows at all", `<worksheet ` + mainNS + `><cols/></worksheet>`, "a.xlsx!S: is damaged: it must hold its rows in one place (sheetData) and has 0"},
		{"rows in two places", strings.Replace(whole, "</sheetData>", "</sheetData><sheetData/>", 1), "a.xlsx!S: is damaged: it must hold its rows in one place (sheetData) and has 2"},
		{"foreign rows", rowsXML(`<y:x xmlns:y="urn:y"><row r="1"/></y:x>`), "a.xlsx!S: holds content that is not part of the .xlsx format"},
		{"foreign cell", rowsXML(`<row r="3"><y:c xmlns:y="urn:y"/></row>`), "a.xlsx!S!3: holds content that is not part of the .xlsx format"},
		{"row in a row", rowsXML(`<row r="1"><row r="2"/></row>`), "a.xlsx!S!1: is damaged: something other than a cell stands among its cells"},
		{"cell outside a row", rowsXML(`<c r="A1"/>`), "a.xlsx!S: is damaged: something other than a row stands among its rows"},
		{"text between rows", rowsXML(`lost`), "a.xlsx!S: is damaged: a text stands between its rows"},
		{"text between cells", rowsXML(`<row r="1">lost</row>`), "a.xlsx!S!1: is damaged: a text stands between its cells"},
		{"text in a cell", rowsXML(`<row r="1"><c r="A1">lost</c></row>`), "a.xlsx!S!A1: is damaged: a cell's value stands outside its element"},
		{"two values", rowsXML(`<row r="1"><c r="A1"><v>1</v><v>2</v></c></row>`), "a.xlsx!S!A1: is damaged: a cell has two values"},
		{"value and text", rowsXML(`<row r="1"><c r="A1"><v>1</v><is><t>2</t></is></c></row>`), "a.xlsx!S!A1: is damaged: a cell has two values"},
		{"tag in a value", rowsXML(`<row r="1"><c r="A1"><v>1<b/></v></c></row>`), "a.xlsx!S!A1: is damaged: there is a tag inside a text"},
		{"bad reference", rowsXML(`<row r="1"><c r="1A"><v>1</v></c></row>`), `a.xlsx!S!1: is damaged: a cell is called "1A", which is not the name of a cell`},
		{"reference without a row", rowsXML(`<row r="1"><c r="A"><v>1</v></c></row>`), `a.xlsx!S!1: is damaged: a cell is called "A", which is not the name of a cell`},
		{"reference to row 0", rowsXML(`<row r="1"><c r="A0"><v>1</v></c></row>`), `a.xlsx!S!1: is damaged: a cell is called "A0", which is not the name of a cell`},
		{"column past XFD", rowsXML(`<row r="1"><c r="XFE1"/></row>`), `a.xlsx!S!1: is damaged: a cell is called "XFE1", which is not the name of a cell`},
		{"cell of another row", rowsXML(`<row r="1"><c r="A2"><v>1</v></c></row>`), "a.xlsx!S!1: is damaged: a cell called A2 stands in row 1"},
		{"cell twice", rowsXML(`<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>`), "a.xlsx!S!A1: is damaged: cell A1 comes twice or out of order"},
		{"cells out of order", rowsXML(`<row r="1"><c r="B1"/><c r="A1"/></row>`), "a.xlsx!S!A1: is damaged: cell A1 comes twice or out of order"},
		{"row twice", rowsXML(`<row r="1"/><row r="1"/>`), "a.xlsx!S!1: is damaged: row 1 comes after row 1"},
		{"rows out of order", rowsXML(`<row r="7"/><row r="3"/>`), "a.xlsx!S!3: is damaged: row 3 comes after row 7"},
		{"row 0", rowsXML(`<row r="0"/>`), `a.xlsx!S!1: is damaged: it has a row numbered "0", and rows run from 1 to 1,048,576`},
		{"row -1", rowsXML(`<row r="-1"/>`), `a.xlsx!S!1: is damaged: it has a row numbered "-1", and rows run from 1 to 1,048,576`},
		{"row 2147483647", rowsXML(`<row r="2147483647"/>`), `a.xlsx!S!1: is damaged: it has a row numbered "2147483647", and rows run from 1 to 1,048,576`},
		{"past the last row", rowsXML(`<row r="1048576"/><row/>`), "a.xlsx!S!1048577: is damaged: it has more rows than a sheet can have"},
		{"text number past the table", rowsXML(`<row r="1"><c r="A1" t="s"><v>3</v></c></row>`), `a.xlsx!S!A1: is damaged: a cell refers to text number "3" of a table that has 3`},
		{"text number -1", rowsXML(`<row r="1"><c r="A1" t="s"><v>-1</v></c></row>`), `a.xlsx!S!A1: is damaged: a cell refers to text number "-1" of a table that has 3`},
		{"no text number", rowsXML(`<row r="1"><c r="A1" t="s"><v/></c></row>`), `a.xlsx!S!A1: is damaged: a cell refers to text number "" of a table that has 3`},
		{"unknown kind", rowsXML(`<row r="1"><c r="A1" t="z"><v>1</v></c></row>`), `a.xlsx!S!A1: is damaged: a cell is of the kind "z", which .xlsx does not have`},
		{"style past the table", rowsXML(`<row r="1"><c r="A1" s="6"><v>1</v></c></row>`), "a.xlsx!S!A1: is damaged: a number has style 6 of a table that has 6"},
		{"style that is no number", rowsXML(`<row r="1"><c r="A1" s="x"><v>1</v></c></row>`), `a.xlsx!S!A1: is damaged: a cell has the style "x"`},
		{"number that is none", rowsXML(`<row r="1"><c r="A1"><v>1,5</v></c></row>`), `a.xlsx!S!A1: is damaged: a number cell holds "1,5"`},
		{"infinity", rowsXML(`<row r="1"><c r="A1"><v>Inf</v></c></row>`), `a.xlsx!S!A1: is damaged: a number cell holds "Inf"`},
		{"number past float64", rowsXML(`<row r="1"><c r="A1"><v>1e999</v></c></row>`), `a.xlsx!S!A1: is damaged: a number cell holds "1e999"`},
		{"truth that is none", rowsXML(`<row r="1"><c r="A1" t="b"><v>2</v></c></row>`), `a.xlsx!S!A1: is damaged: a cell of truth holds "2"`},
		{"date that is none", rowsXML(`<row r="1"><c r="A1" t="d"><v>2024-02-30</v></c></row>`), `a.xlsx!S!A1: is damaged: a date cell holds "2024-02-30"`},
		{"error without a name", rowsXML(`<row r="1"><c r="A1" t="e"><v/></c></row>`), "a.xlsx!S!A1: is damaged: an error cell does not say which error"},
		{"10 MB cell", rowsXML(`<row r="1"><c r="A1" t="str"><v>` + strings.Repeat("x", 10<<20) + `</v></c></row>`), "a.xlsx!S!A1: holds a single tag or text of more than 1 MiB"},
		{"long cell", rowsXML(`<row r="1"><c r="A1" t="str"><v>` + strings.Repeat("x", 100<<10) + `</v></c></row>`), "a.xlsx!S!A1: holds a text of more than 98,304 bytes"},
		{"cell in XFD1048576", rowsXML(good + `<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`), "a.xlsx!S!XFD1048576: lies beyond row 200,000, the last that is read"},
		{"cell in XFD1", rowsXML(`<row r="1"><c r="XFD1"><v>1</v></c></row>`), "a.xlsx!S!XFD1: lies beyond column SR (512), the last that is read"},
		{"merge of no range", strings.Replace(whole, "</sheetData>", `</sheetData><mergeCells><mergeCell ref="A0:B1"/></mergeCells>`, 1), `a.xlsx!S: is damaged: it merges "A0:B1", which is not a range of cells`},
		{"merge upwards", strings.Replace(whole, "</sheetData>", `</sheetData><mergeCells><mergeCell ref="A2:B1"/></mergeCells>`, 1), `a.xlsx!S: is damaged: it merges "A2:B1", which is not a range of cells`},
		{"comment within a comment", rowsXML(`<!-- a -- b -->`), "a.xlsx!S: is damaged: a comment is malformed"},
		{"XML of the future", strings.Replace(whole, `"1.0"`, `"1.1"`, 1), "a.xlsx!S: is damaged: its XML declaration is malformed"},
		{"foreign text", rowsXML(`<row r="1"><c r="A1" t="inlineStr"><is><y:t xmlns:y="urn:y">lost</y:t></is></c></row>`), "a.xlsx!S!A1: holds content that is not part of the .xlsx format"},
		{"merge backwards", strings.Replace(whole, "</sheetData>", `</sheetData><mergeCells><mergeCell ref="B2:A1"/></mergeCells>`, 1), `a.xlsx!S: is damaged: it merges "B2:A1", which is not a range of cells`},
		{"merges that overlap", strings.Replace(whole, "</sheetData>", `</sheetData><mergeCells><mergeCell ref="A1:C3"/><mergeCell ref="B2:D4"/></mergeCells>`, 1), "a.xlsx!S: is damaged: two merged ranges share the cell B2"},
		{"merges in a comment", strings.Replace(whole, "<sheetData>", `<!--<mergeCells><mergeCell ref="A1:B2"/></mergeCells>--><sheetData>`, 1), "a.xlsx!S: is damaged: its list of merged cells is not where it belongs"},
		{"merges cut short", strings.Replace(whole, "</sheetData>", `</sheetData><mergeCells><mergeCell ref="A1:B2"/>`, 1), "a.xlsx!S: is damaged: its XML stops in the middle"},
	}
}

// Each way in which a worksheet part can be at fault is refused with its
// place: not one gives fewer rows without an error.
func TestDamagedRows(t *testing.T) {
	for _, tt := range damagedRows() {
		t.Run(tt.name, func(t *testing.T) {
			got := lastLine(dump("a.xlsx", book1(tt.sheet).zip(t), Limits{}))
			if what, fix := cutFix(got); what != tt.want || fix == "" {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

func lastLine(s string) string {
	s = strings.TrimSuffix(s, "\n")
	return s[strings.LastIndexByte(s, '\n')+1:]
}

// cutFix parts a message from its remedy, which is everything after the last
// colon and a space.
func cutFix(s string) (what, fix string) {
	i := strings.LastIndex(s, ": ")
	if i < 0 {
		return s, ""
	}
	return s[:i], s[i+2:]
}

// Cut anywhere, a part is refused.
func TestEveryCut(t *testing.T) {
	whole := strings.Replace(rowsXML(good), "</sheetData>", `</sheetData><!-- c --><mergeCells count="1"><mergeCell ref="C1:D2"/></mergeCells>`, 1)
	if got := dump("a.xlsx", book1(whole).zip(t), Limits{}); got != "1 1:num:\"1\"\n2 1:num:\"2\"\n" {
		t.Fatal(got)
	}
	for i := range whole {
		if got := dump("a.xlsx", book1(whole[:i]).zip(t), Limits{}); !strings.Contains(got, "damaged") {
			t.Errorf("cut at %d: %s", i, got)
		}
	}
}
