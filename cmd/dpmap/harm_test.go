package main

import (
	"fmt"
	"strings"
	"testing"
)

// TestDamagedAndHarmful gives the program workbooks that are cut, contradict
// themselves, or are made to do harm.
func TestDamagedAndHarmful(t *testing.T) {
	if raced {
		t.Skip("what is measured here says nothing under the race detector")
	}
	rows := xlsxRows(twoFlows)
	good, ods := xlsxOf(rows), odsOf(odsRows(twoFlows))
	sheet := func(rows, after string) []byte { return good.with(sheetPart, sheetOf(rows, after)).zip(t) }
	cell := func(c string) []byte { return sheet(rows+`<row r="4">`+c+`</row>`, "") }
	const entities = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>`
	const outside = `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>`
	damaged, mend := "is damaged", "check that every row is there"
	var sheets, relations strings.Builder
	many := good
	for i := range 25_000 {
		fmt.Fprintf(&sheets, `<sheet name="S%d" sheetId="%d" r:id="s%d"/>`, i, i+1, i)
		fmt.Fprintf(&relations, `<Relationship Id="s%d" Type="%sworksheet" Target="worksheets/s%d.xml"/>`, i, relKind, i)
		many = append(many, [2]string{fmt.Sprintf("xl/worksheets/s%d.xml", i), sheetOf("", "")})
	}
	many = many.swap(bookPart, "<sheets>", "<sheets>"+sheets.String()).swap(bookRels, "</Relationships>", relations.String()+"</Relationships>")

	for _, h := range []hostile{
		{"bare.xlsx", cell(`<c r="A4" t="str"><v>Fish & Chips</v></c>`), "!S!A4: is damaged", mend},
		{"cut-part.xlsx", good.with(sheetPart, good.at(sheetPart)[:300]).zip(t), damaged, mend},
		{"entities.xlsx", good.with(sheetPart, entities+good.at(sheetPart)).zip(t), "document type (DOCTYPE)", "ask the sender"},
		{"outside.xlsx", good.with(stringsPart, outside+good.at(stringsPart)).zip(t), "document type (DOCTYPE)", "ask the sender"},
		{"entities.ods", ods.with(odsPart, entities+ods.at(odsPart)).zip(t), "document type (DOCTYPE)", "ask the sender"},
		{"index.xlsx", cell(`<c r="A4" t="s"><v>9999999</v></c>`), "!S!A4: is damaged: a cell refers to text number", mend},
		{"below.xlsx", cell(`<c r="A4" t="s"><v>-1</v></c>`), "!S!A4: is damaged: a cell refers to text number", mend},
		{"row.xlsx", sheet(rows+`<row r="2147483647"><c r="A2147483647"><v>1</v></c></row>`, ""), damaged, mend},
		{"twice.xlsx", sheet(rows+`<row r="3"><c r="A3"><v>1</v></c></row>`, ""), "row 3 comes after row 3", mend},
		{"corner.xlsx", sheet(rows+`<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`, ""), "!S!XFD1048576: lies beyond row 200,000", "delete what stands there by mistake"},
		{"merges.xlsx", sheet(rows, `<mergeCells><mergeCell ref="A1:C3"/><mergeCell ref="B2:D4"/><mergeCell ref="A3:B9"/></mergeCells>`), "two merged ranges share the cell", mend},
		{"merges.ods", odsOf(odsRows(twoFlows) + `<table:table-row><table:table-cell table:number-columns-spanned="3" table:number-rows-spanned="2"/></table:table-row><table:table-row><table:table-cell/><table:table-cell table:number-columns-spanned="2"/></table:table-row>`).zip(t), "two merged ranges share the cell", mend},
		{"deep.xlsx", sheet(rows+`<row r="4">`+strings.Repeat("<c>", 100_000), ""), damaged, mend},
		{"deep.ods", odsOf(strings.Repeat("<table:table-row-group>", 100_000)).zip(t), damaged, mend},
		{"parts.xlsx", many.zip(t), "parts, far more than a workbook has", mend},
		{"same-part.xlsx", append(good, [2]string{"XL/Worksheets/sheet1.XML", sheetOf("", "")}).zip(t), "twice", mend},
		{"no-part.xlsx", good.without(sheetPart).zip(t), `its sheet "S" is missing`, mend},
		{"no-texts.xlsx", good.without(stringsPart).zip(t), "its table of texts is missing", mend},
		{"elsewhere.xlsx", good.swap(bookRels, `Target="worksheets/sheet1.xml"`, `Target="file:///etc/passwd" TargetMode="External"`).zip(t), "lies in another file", mend},
		{"above.xlsx", good.swap(bookRels, `Target="worksheets/sheet1.xml"`, `Target="../../../../etc/passwd"`).zip(t), `its sheet "S" is missing`, mend},

		{"cell.xlsx", good.bomb(t, sheetPart, beginning(good)+`<row r="4"><c r="A4" t="inlineStr"><is><t>`, megabyte("x"), 10, `</t></is></c></row></sheetData></worksheet>`, 0), "a single tag or text of more than 1 MiB", "shorten"},
		{"cell.ods", ods.bomb(t, odsPart, upTo(ods.at(odsPart), "Bcme"), megabyte("x"), 10, after(ods.at(odsPart), "Bcme"), 0), "a single tag or text of more than 1 MiB", "shorten"},
		{"cell.csv", []byte("To,Purpose\nAcme,Tea\nBcme," + strings.Repeat("x", 10<<20)), "!B3: holds a text of more than", "shorten"},
		{"quoted.csv", []byte("To,Purpose\nAcme,Tea\nBcme,\"" + strings.Repeat("x\n", 5<<20) + `"`), "!B3: holds a text of more than", "shorten"},
		{"endless.csv", []byte(strings.Repeat("x", 20<<20)), "!A1: holds a text of more than", "shorten"},
		{"wide.csv", []byte("To,Purpose\n" + strings.Repeat("Acme,", 5<<20)), "lies beyond column", "delete what stands there"},
		{"nul.csv", []byte("To,Purpose\nAcme,T\x00ea," + strings.Repeat("x", 200) + "\n"), "!B2: holds a NUL", "export the file again"},
		{"quotes.csv", []byte("To,Purpose\nAcme,\"Tea\nBcme,Cake\n"), "!B2: has unbalanced quotation marks", `twice ("")`},
		{"huge.csv", []byte(strings.Repeat("Acme,Tea,Name,UK\n", 5<<20)), "is larger than", "split it"},

		{"honest.xlsx", good.bomb(t, sheetPart, beginning(good), megabyte(" "), 1000, `</sheetData></worksheet>`, 0), "unpacks to more than 256 MiB", "copy the sheets"},
		{"liar.xlsx", good.bomb(t, sheetPart, beginning(good), megabyte(" "), 1000, `</sheetData></worksheet>`, ^uint64(1000<<20)+1+500), "larger than the file says", mend},
		{"liar.ods", ods.bomb(t, odsPart, upTo(ods.at(odsPart), "</table:table>"), megabyte(" "), 1000, after(ods.at(odsPart), "</table:table>"), ^uint64(1000<<20)+1+500), "larger than the file says", mend},
		{"blank.xlsx", good.bomb(t, sheetPart, beginning(good), megabyte(" "), 240, `</sheetData></worksheet>`, 0), "a single tag or text of more than 1 MiB", "delete the overlong text"},
		{"blank.ods", ods.bomb(t, odsPart, upTo(ods.at(odsPart), "</table:table>"), megabyte(" "), 240, after(ods.at(odsPart), "</table:table>"), 0), "a single tag or text of more than 1 MiB", "delete the overlong text"},
		{"styles.xlsx", good.bomb(t, stylesPart, `<styleSheet `+mainSpace+`><cellXfs>`, megabyte(`<xf numFmtId="14"/>`), 240, `</cellXfs></styleSheet>`, 0), "lists more than 100,000 styles of cells", "copy the sheets"},
		{"relations.xlsx", good.bomb(t, bookRels, `<Relationships `+relsSpace+`>`, megabyte(`<Relationship Id="a" Type="b" Target="c"/>`), 240, `</Relationships>`, 0), "lists more than 50,000 parts", "copy the sheets"},
		{"tabs.xlsx", good.bomb(t, bookPart, `<workbook `+mainSpace+` `+relSpace+`><sheets>`, megabyte(`<sheet name="S" r:id="rId1"/>`), 240, `</sheets></workbook>`, 0), "two of its sheets are the same part", mend},
		{"merges-bomb.xlsx", good.bomb(t, sheetPart, beginning(good)+"</sheetData><mergeCells>", megabyte(`<mergeCell ref="A1:B2"/>`), 240, `</mergeCells></worksheet>`, 0), "its list of merged cells is overlong", mend},
		{"tabs.ods", ods.bomb(t, odsPart, upTo(ods.at(odsPart), "</office:spreadsheet>"), megabyte(`<table:table/>`), 240, after(ods.at(odsPart), "</office:spreadsheet>"), 0), "lists more than 10,000 sheets", "copy the sheets"},
		{"small-rows.ods", odsOf(odsRows(twoFlows) + strings.Replace(odsRows(twoFlows[1:2]), "<table:table-row>", `<table:table-row table:number-rows-repeated="150000">`, 1)).zip(t), "stands in a row that is repeated 150,000 times", "delete what was filled in"},
		{"texts.xlsx", good.bomb(t, stringsPart, `<sst `+mainSpace+`>`, megabyte("<si><t>x</t></si>"), 240, `</sst>`, 0), "more different texts than can be read", "copy the sheets"},
		{"long-texts.xlsx", good.bomb(t, stringsPart, `<sst `+mainSpace+`>`, `<si><t>`+strings.Repeat("x", 90_000)+`</t></si>`, 2500, `</sst>`, 0), "more different texts than can be read", "copy the sheets"},
		{"honest.ods", ods.bomb(t, odsPart, upTo(ods.at(odsPart), "</table:table>"), megabyte(" "), 1000, after(ods.at(odsPart), "</table:table>"), 0), "unpacks to more than 256 MiB", "copy the sheets"},
		{"rows.ods", odsOf(odsRows(twoFlows) + strings.Replace(odsRows(twoFlows[1:2]), "<table:table-row>", `<table:table-row table:number-rows-repeated="1048570">`, 1)).zip(t), "lies beyond row", "delete what stands there"},
		{"columns.ods", odsOf(odsRows(twoFlows) + strings.Replace(odsRows(twoFlows[1:2]), "<table:table-cell ", `<table:table-cell table:number-columns-repeated="16384" `, 1)).zip(t), "lies beyond column", "delete what stands there"},
	} {
		t.Run(h.name, func(t *testing.T) {
			t.Parallel()
			h.refused(t)
		})
	}
}

// beginning is a worksheet part up to where more rows can follow.
func beginning(p parcel) string { return upTo(p.at(sheetPart), "</sheetData>") }

func upTo(s, mark string) string { return s[:strings.Index(s, mark)] }

func after(s, mark string) string { return s[strings.Index(s, mark):] }
