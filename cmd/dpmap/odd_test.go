package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// odd is a file that is unlike what most programs write, and is read all the
// same: the flows of twoFlows come out.
type odd struct {
	name string
	data []byte
}

// isRead runs report over the file and holds that its two flows come out, and
// that it takes no more memory than it may.
func (o odd) isRead(t *testing.T) {
	t.Helper()
	dir := t.TempDir()
	path, folder := filepath.Join(dir, o.name), filepath.Join(dir, "out")
	if err := os.WriteFile(path, o.data, 0o644); err != nil {
		t.Fatal(err)
	}
	got := dpmap(t, "report", path, "-o", folder, "--quiet")
	if got.code != exitDone {
		t.Fatalf("exit %d\n%s%s", got.code, got.out, got.errOut)
	}
	data, err := os.ReadFile(filepath.Join(folder, "result.json"))
	if err != nil {
		t.Fatal(err)
	}
	var r result
	if err := json.Unmarshal(data, &r); err != nil {
		t.Fatal(err)
	}
	var flows []string
	for _, f := range r.Flows {
		flows = append(flows, f.To+": "+f.Purpose+" in "+strings.Join(f.Transfer.Countries, " "))
	}
	if d := cmp.Diff([]string{"acme: Tea in GB", "bcme: Cake in IE"}, flows); d != "" {
		t.Error(d)
	}
	if got.peak > mostMemory {
		t.Errorf("report takes %d MiB", got.peak>>20)
	}
}

// TestOddButLegal gives the program files that few programs write, or that are
// large for nothing.
func TestOddButLegal(t *testing.T) {
	if raced {
		t.Skip("what is measured here says nothing under the race detector")
	}
	rows := xlsxRows(twoFlows)
	good, ods := xlsxOf(rows), odsOf(odsRows(twoFlows))
	csv := func(delimiter, end string) string {
		var b strings.Builder
		for _, row := range twoFlows {
			b.WriteString(strings.Join(row, delimiter) + end)
		}
		return b.String()
	}
	strict := parcel{}
	for _, part := range good {
		part[1] = strings.NewReplacer(
			"http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main",
			"http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships",
		).Replace(part[1])
		strict = append(strict, part)
	}
	upper, backward := parcel{}, parcel{}
	for _, part := range good {
		upper = append(upper, [2]string{strings.ToUpper(part[0]), part[1]})
		backward = append(backward, [2]string{strings.ReplaceAll(part[0], "/", `\`), part[1]})
	}
	macro := good.swap("[Content_Types].xml", "spreadsheetml.sheet.main+xml", "ms-excel.sheet.macroEnabled.main+xml").plus("vbaProject", "xl/vbaProject.bin", "\xd0\xcf\x11\xe0")
	template := good.swap("[Content_Types].xml", "spreadsheetml.sheet.main+xml", "spreadsheetml.template.main+xml")
	links := good.plus("externalLink", "xl/externalLinks/externalLink1.xml", `<externalLink `+mainSpace+` `+relSpace+`><externalBook r:id="rId1"/></externalLink>`).
		with("xl/externalLinks/_rels/externalLink1.xml.rels", `<Relationships `+relsSpace+`><Relationship Id="rId1" Type="`+relKind+`externalLinkPath" Target="file:///C:/old.xlsx" TargetMode="External"/></Relationships>`)
	var empty, tabs, relations, wide strings.Builder
	for n := 4; n <= 1<<20; n++ {
		fmt.Fprintf(&empty, `<row r="%d" s="1" customFormat="1"><c r="A%d" s="1"/><c r="XFD%d" s="1"/></row>`, n, n, n)
	}
	for n := 4; n < 100; n++ {
		fmt.Fprintf(&wide, `<row r="%d">%s</row>`, n, strings.Repeat(`<c s="1"/>`, 16_384))
	}
	many := good
	for i := range 9_999 {
		fmt.Fprintf(&tabs, `<sheet name="S%d" sheetId="%d" r:id="s%d"/>`, i, i+2, i)
		fmt.Fprintf(&relations, `<Relationship Id="s%d" Type="%sworksheet" Target="worksheets/s%d.xml"/>`, i, relKind, i)
		many = append(many, [2]string{fmt.Sprintf("xl/worksheets/s%d.xml", i), sheetOf("", "")})
	}
	many = many.swap(bookPart, "</sheets>", tabs.String()+"</sheets>").swap(bookRels, "</Relationships>", relations.String()+"</Relationships>")
	relate := func(kind, part string) parcel {
		return good.swap(sheetPart, "</worksheet>", `<`+kind+` r:id="rId1"/></worksheet>`).
			with("xl/worksheets/_rels/sheet1.xml.rels", `<Relationships `+relsSpace+`><Relationship Id="rId1" Type="`+relKind+kind+`" Target="../`+part+`"/></Relationships>`)
	}
	const drawing = `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing">`
	const styles = `<styleSheet ` + mainSpace + `><cellXfs>`

	for _, o := range []odd{
		{"plain.xlsx", good.zip(t)},
		{"plain.ods", ods.zip(t)},
		{"plain.csv", []byte(csv(",", "\n"))},
		{"tabs.tsv", []byte(csv("\t", "\r\n"))},
		{"tabs.txt", []byte(csv("\t", "\r\n"))},
		{"pipes.txt", []byte(csv("|", "\n"))},
		{"semicolons.csv", []byte(csv(";", "\r\n"))},
		{"old-mac.csv", []byte(csv(",", "\r"))},
		{"noname", []byte(csv(",", "\n"))},
		{"name with  spaces.xlsx", good.zip(t)},
		{"Schüler–Register ✓.xlsx", good.zip(t)},
		{"UPPER.XLSX", good.zip(t)},
		{"macros.xlsm", macro.zip(t)},
		{"template.xltx", template.zip(t)},
		{"strict.xlsx", strict.zip(t)},
		{"upper.xlsx", upper.zip(t)},
		{"backward.xlsx", backward.zip(t)},
		{"absolute.xlsx", good.swap(bookRels, `"worksheets/sheet1.xml"`, `"/xl/worksheets/sheet1.xml"`).zip(t)},
		{"dots.xlsx", good.swap(bookRels, `"worksheets/sheet1.xml"`, `"../xl/./worksheets/../worksheets/sheet1.xml"`).zip(t)},
		{"elsewhere.xlsx", good.called(bookPart, "book/main.xml").called(bookRels, "book/_rels/main.xml.rels").swap("_rels/.rels", "xl/workbook.xml", "book/main.xml").swap("book/_rels/main.xml.rels", `"worksheets/sheet1.xml"`, `"../xl/worksheets/sheet1.xml"`).swap("book/_rels/main.xml.rels", `"sharedStrings.xml"`, `"../xl/sharedStrings.xml"`).swap("book/_rels/main.xml.rels", `"styles.xml"`, `"../xl/styles.xml"`).zip(t)},
		{"space.xlsx", good.called(sheetPart, "xl/worksheets/sheet 1.xml").swap(bookRels, "sheet1.xml", "sheet%201.xml").zip(t)},
		{"links.xlsx", links.zip(t)},
		{"folders.xlsx", append(parcel{{"xl/", ""}, {"xl/worksheets/", ""}}, good...).zip(t)},
		{"rows.xlsx", good.with(sheetPart, sheetOf(rows+empty.String(), "")).zip(t)},
		{"cells.xlsx", good.with(sheetPart, sheetOf(rows+wide.String(), "")).zip(t)},
		{"corner.xlsx", good.with(sheetPart, sheetOf(rows+`<row r="1048576"><c r="XFD1048576" s="1"/></row>`, "")).zip(t)},
		{"merged.xlsx", good.with(sheetPart, sheetOf(rows, `<mergeCells><mergeCell ref="A4:XFD1048576"/></mergeCells>`)).zip(t)},
		{"sheets.xlsx", many.zip(t)},
		{"rows.ods", odsOf(odsRows(twoFlows) + `<table:table-row table:number-rows-repeated="1048573"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>`).zip(t)},
		{"merged.ods", odsOf(odsRows(twoFlows) + `<table:table-row><table:table-cell table:number-columns-spanned="16384" table:number-rows-spanned="1048573"/></table:table-row>`).zip(t)},
		{"styles.xlsx", good.bomb(t, stylesPart, styles+`<xf numFmtId="0"/><xf numFmtId="14"/></cellXfs><dxfs>`, megabyte(`<dxf/>`), 240, `</dxfs></styleSheet>`, 0)},
		{"some-styles.xlsx", good.bomb(t, stylesPart, styles+`<xf numFmtId="0"/><xf numFmtId="14"/>`, megabyte(`<xf numFmtId="14" fontId="1" applyFont="1"/>`), 3, `</cellXfs></styleSheet>`, 0)},
		{"comments.xlsx", relate("comments", "comments1.xml").with("xl/comments1.xml", "").bomb(t, "xl/comments1.xml", `<comments `+mainSpace+`><authors/><commentList>`, megabyte(`<comment ref="A1" authorId="0"><text><t>x</t></text></comment>`), 240, `</commentList></comments>`, 0)},
		{"some-comments.xlsx", relate("comments", "comments1.xml").with("xl/comments1.xml", "").bomb(t, "xl/comments1.xml", `<comments `+mainSpace+`><authors/><commentList>`, megabyte(`<comment ref="A1" authorId="0"><text><t>x</t></text></comment>`), 3, `</commentList></comments>`, 0)},
		{"drawing.xlsx", relate("drawing", "drawings/drawing1.xml").bomb(t, "xl/drawings/drawing1.xml", drawing, megabyte(`<xdr:twoCellAnchor/>`), 240, `</xdr:wsDr>`, 0)},
		{"picture.xlsx", relate("drawing", "drawings/drawing1.xml").with("xl/drawings/drawing1.xml", drawing+"</xdr:wsDr>").bomb(t, "xl/media/image1.png", "\x89PNG\r\n\x1a\n", megabyte("\x00"), 240, "", 0)},
		{"nested.xlsx", good.bomb(t, "xl/embeddings/package1.zip", "PK\x03\x04", megabyte("\x00"), 240, "", 0)},
		{"meta.ods", ods.bomb(t, "styles.xml", "<x>", megabyte("<a/>"), 240, "</x>", 0)},
		{"manifest.ods", ods.bomb(t, "META-INF/manifest.xml", "<x>", megabyte("<a/>"), 240, "</x>", 0)},
	} {
		t.Run(o.name, func(t *testing.T) {
			t.Parallel()
			o.isRead(t)
		})
	}
}
