package sheet

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// odsBook is an OpenDocument around what stands in office:spreadsheet.
func odsBook(body string) parts {
	const ns = "urn:oasis:names:tc:opendocument:xmlns:"
	return parts{
		{"mimetype", odsType},
		{"META-INF/manifest.xml", "<manifest/>"},
		{odsContent, `<?xml version="1.0"?><office:document-content xmlns:office="` + ns + `office:1.0" xmlns:table="` + ns + `table:1.0" xmlns:text="` + ns + `text:1.0" xmlns:style="` + ns + `style:1.0" xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" xmlns:draw="urn:d">` +
			`<office:automatic-styles><style:style style:name="ta2"><style:table-properties table:display="false"/></style:style></office:automatic-styles>` +
			`<office:body><office:spreadsheet>` + body + `</office:spreadsheet></office:body></office:document-content>`},
	}
}

// odsTable is a sheet named S around rows.
func odsTable(rows string) string {
	return `<table:table table:name="S"><table:table-column/>` + rows + `</table:table>`
}

// odsBodies are tables of every kind, and what is read or said of each.
func odsBodies() []struct{ name, body, want string } {
	text := func(s string) string {
		return `<table:table-cell office:value-type="string" calcext:value-type="string"><text:p>` + s + `</text:p></table:table-cell>`
	}
	row := func(cells string) string { return odsTable(`<table:table-row>` + cells + `</table:table-row>`) }
	return []struct{ name, body, want string }{
		{"texts", row(text("a") + text(" b \n c ") + text("d<text:s text:c=\"2\"/>e<text:line-break/>f</text:p><text:p>g") + text("<text:span>h<text:a> i</text:a></text:span>")),
			`1 1:text:"a" 2:text:"b c " 3:text:"d  e\nf\ng" 4:text:"h i"`},
		{"notes are not text", row(`<table:table-cell office:value-type="string"><office:annotation><text:p>note</text:p></office:annotation><text:p>a<text:note>x</text:note></text:p><draw:frame><text:p>y</text:p></draw:frame></table:table-cell>`), `1 1:text:"a"`},
		{"values", row(`<table:table-cell office:value-type="float" office:value="441632960123"><text:p>4.4E+11</text:p></table:table-cell><table:table-cell office:value-type="percentage" office:value="0.07"/><table:table-cell office:value-type="currency" office:value="12.5"/><table:table-cell office:value-type="boolean" office:boolean-value="true"/><table:table-cell office:value-type="date" office:date-value="2024-03-04T09:30:00"/><table:table-cell office:value-type="time" office:time-value="PT09H30M00S"><text:p>09:30</text:p></table:table-cell><table:table-cell office:value-type="string" office:string-value="s"/>`),
			`1 1:num:"441632960123" 2:num:"7%" 3:num:"12.5" 4:bool:"TRUE" 5:date:"2024-03-04 09:30" 6:text:"09:30" 7:text:"s"`},
		{"numbers as they are shown", row(`<table:table-cell table:formula="of:=TRUE()" office:value-type="float" office:value="1"><text:p>TRUE</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="2"><text:p>TRUE</text:p></table:table-cell><table:table-cell office:value-type="percentage" office:value="0.125"><text:p>12.50%</text:p></table:table-cell><table:table-cell office:value-type="percentage" office:value="0.125"><text:p>13%</text:p></table:table-cell><table:table-cell office:value-type="percentage" office:value="0.125"><text:p>12,5%</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="12345"><text:p>0012345</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="12345"><text:p>00999</text:p></table:table-cell>`),
			`1 1:bool:"TRUE" 2:num:"2" 3:num:"12.50%" 4:num:"12.5%" 5:num:"12.5%" 6:num:"0012345" 7:num:"12345"`},
		{"attributes of other namespaces", row(`<table:table-cell calcext:value-type="z" office:value-type="float" calcext:value="2" office:value="1"/>`), `1 1:num:"1"`},
		{"errors and formulas", row(`<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell><table:table-cell table:formula="of:=[.A1]"/>`), `1 1:error:"#DIV/0!" 2:uncached:""`},
		{"repeats", odsTable(`<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="2"/><table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="7"/></table:table-row><table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="16384"/></table:table-row><table:table-row table:visibility="filter">` + text("z") + `</table:table-row><table:table-row table:number-rows-repeated="1048570"><table:table-cell/></table:table-row>`),
			"1 3:num:\"7\" 4:num:\"7\"\n2 3:num:\"7\" 4:num:\"7\"\n3 3:num:\"7\" 4:num:\"7\"\n6 hidden 1:text:\"z\""},
		{"groups", odsTable(`<table:table-header-rows><table:table-row>` + text("a") + `</table:table-row></table:table-header-rows><table:table-row-group><table:table-row>` + text("b") + `</table:table-row></table:table-row-group>`), "1 1:text:\"a\"\n2 1:text:\"b\""},
		{"sheets", `<table:calculation-settings/><table:table table:name="T" table:style-name="ta2"/>` + row(text("a")), "sheet T hidden=true\n1 1:text:\"a\""},
		{"no sheets", "", "a.ods: has no sheet with cells"},
		{"row bomb", odsTable(`<table:table-row table:number-rows-repeated="1048576">` + text("x") + `</table:table-row>`), "a.ods!S!A200001: lies beyond row 200,000, the last that is read"},
		{"small row bomb", odsTable(`<table:table-row table:number-rows-repeated="5001">` + text("x") + `</table:table-row>`), "a.ods!S!A1: stands in a row that is repeated 5,001 times"},
		{"sheets without end", strings.Repeat(`<table:table/>`, maxSheets+1), "a.ods: lists more than 10,000 sheets, far more than a workbook has"},
		{"column bomb", row(`<table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"/>`), "a.ods!S!SS1: lies beyond column SR (512), the last that is read"},
		{"repeats without end", row(`<table:table-cell table:number-columns-repeated="99999999999"/>`), `a.ods!S!A1: is damaged: a row or cell is repeated "99999999999" times`},
		{"merge bomb", odsTable(`<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-spanned="2"/></table:table-row>`), "a.ods!S!1: is damaged: it merges more than 50,000 ranges"},
		{"merges that overlap", row(`<table:table-cell table:number-columns-spanned="2"/><table:table-cell table:number-columns-spanned="2"/>`), "a.ods!S!1: is damaged: two merged ranges share the cell B1"},
		{"spaces without end", row(text(`<text:s text:c="98000"/><text:s text:c="98000"/>`)), "a.ods!S!A1: holds a text of more than 98,304 bytes"},
		{"bad number", row(`<table:table-cell office:value-type="float" office:value="x"/>`), `a.ods!S!A1: is damaged: a number cell holds "x"`},
		{"unknown kind", row(`<table:table-cell office:value-type="image"/>`), `a.ods!S!A1: is damaged: a cell is of the kind "image", which .ods does not have`},
		{"table in a cell", row(`<table:table-cell><table:table/></table:table-cell>`), "a.ods!S!A1: is damaged: a cell holds a table"},
		{"text between rows", odsTable("x"), "a.ods!S: is damaged: a text stands between its rows"},
		{"bare ampersand", row(text("a & b")), "a.ods!S!A1: is damaged: an & is not written as &amp;"},
	}
}

func TestODS(t *testing.T) {
	for _, tt := range odsBodies() {
		t.Run(tt.name, func(t *testing.T) {
			got := strings.TrimSuffix(dump("a.ods", odsBook(tt.body).zip(t), Limits{}), "\n")
			if strings.HasPrefix(tt.want, "a.ods") {
				got, _ = cutFix(got)
			}
			if d := cmp.Diff(tt.want, got); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestODSPackage(t *testing.T) {
	p := odsBook(odsTable(`<table:table-row><table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="2" office:value-type="float" office:value="1"/><table:covered-table-cell/></table:table-row><table:table-row><table:covered-table-cell table:number-columns-repeated="2"/></table:table-row>`))
	w, err := Open("a.ods", p.zip(t), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff([]Range{{1, 1, 2, 2}}, w.Sheets[0].Merges); d != "" || w.Format != "ods" {
		t.Error(w.Format, d)
	}
	w.Close()
	locked := p.with("META-INF/manifest.xml", `<manifest:encryption-data/>`).with(odsContent, "\x8f\x03\x99")
	if got, _ := cutFix(lastLine(dump("a.ods", locked.zip(t), Limits{}))); got != "a.ods: is protected by a password" {
		t.Error(got)
	}
	whole := p[2][1]
	for i := range whole {
		if got := dump("a.ods", p.with(odsContent, whole[:i]).zipBy(0, t), Limits{}); !strings.Contains(got, "damaged") {
			t.Fatalf("cut at %d: %s", i, got)
		}
	}
	if got, _ := cutFix(lastLine(dump("a.ods", p.without(odsContent).zip(t), Limits{}))); got != `a.ods: is damaged: its part "content.xml" is missing` {
		t.Error(got)
	}
}

// What is too much to be kept is scanned again for each sheet, and gives the
// same; what would take too long is refused.
func TestODSLargeSheets(t *testing.T) {
	row := `<table:table-row>` + strings.Repeat(`<table:table-cell office:value-type="float" office:value="7"/>`, 50) + `</table:table-row>`
	small := `<table:table table:name="S">` + row + `</table:table>`
	large := `<table:table table:name="S">` + strings.Repeat(row, maxKept/50) + `</table:table>`
	w, err := Open("a.ods", odsBook(small+large+small).zip(t), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	var got []int
	for range 2 {
		for _, s := range w.Sheets {
			n := 0
			for row, err := range s.Rows() {
				if n++; err != nil || row.Number != n || len(row.Cells) != 50 || row.Cells[49].Text != "7" {
					t.Fatal(n, row, err)
				}
			}
			got = append(got, n)
		}
	}
	if d := cmp.Diff([]int{1, maxKept / 50, 1, 1, maxKept / 50, 1}, got); d != "" {
		t.Error(d)
	}
	many := odsBook(large + strings.Repeat(`<table:table table:name="S">`+row+`</table:table>`, 150)).zip(t)
	if got, _ := cutFix(lastLine(dump("a.ods", many, Limits{}))); got != "a.ods: has too many large sheets for this format" {
		t.Error(got)
	}
}
