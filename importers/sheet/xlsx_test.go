package sheet

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestCells(t *testing.T) {
	tests := []struct{ name, rows, want string }{
		{"shared", `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>2</v></c></row>`, `1 1:text:"zero" 3:text:"rich text"`},
		{"inline", `<row r="1"><c r="A1" t="inlineStr"><is><r><t>a</t></r><r><t> b</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c></row>`, `1 1:text:"a b"`},
		{"formula text", `<row r="1"><c r="A1" t="str"><f>B1&amp;"x"</f><v>ax</v></c></row>`, `1 1:text:"ax"`},
		{"formula that gives nothing", `<row r="1"><c r="A1" t="str"><f>""</f><v></v></c></row>`, ``},
		{"formula never calculated", `<row r="1"><c r="A1"><f>B1</f></c><c r="B1"><f>C1</f><v></v></c><c r="C1" t="str"><f>1</f></c></row>`, `1 1:uncached:"" 2:uncached:"" 3:uncached:""`},
		{"truth", `<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c></row>`, `1 1:bool:"TRUE" 2:bool:"FALSE"`},
		{"error", `<row r="1"><c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>`, `1 1:error:"#DIV/0!"`},
		{"ISO dates", `<row r="1"><c r="A1" t="d"><v>2024-03-04</v></c><c r="B1" t="d"><v>2024-03-04T09:30:00Z</v></c><c r="C1" t="d"><v>09:30:15</v></c></row>`, `1 1:date:"2024-03-04" 2:date:"2024-03-04 09:30" 3:text:"09:30:15"`},
		{"serial dates", `<row r="2"><c r="B2" s="1"><v>45000</v></c><c r="C2" s="4"><v>45000.75</v></c><c r="D2" s="2"><v>45000.75</v></c></row>`, `2 2:date:"2023-03-15" 3:date:"2023-03-15 18:00" 4:date:"2023-03-15"`},
		{"serials that are no day", `<row r="2"><c r="A2" s="1"><v>0</v></c><c r="B2" s="1"><v>60</v></c><c r="C2" s="1"><v>-1</v></c><c r="D2" s="1"><v>2958466</v></c><c r="E2" s="1"><v>1e300</v></c></row>`, `2 1:num:"0" 2:num:"60" 3:num:"-1" 4:num:"2958466" 5:num:"1E+300"`},
		{"first days of 1900", `<row r="2"><c r="A2" s="1"><v>1</v></c><c r="B2" s="1"><v>59</v></c><c r="C2" s="1"><v>61</v></c><c r="D2" s="1"><v>2958465</v></c></row>`, `2 1:date:"1900-01-01" 2:date:"1900-02-28" 3:date:"1900-03-01" 4:date:"9999-12-31"`},
		{"midnight by a hair", `<row r="2"><c r="A2" s="4"><v>44999.9999999999</v></c></row>`, `2 1:date:"2023-03-15"`},
		{"padded", `<row r="1"><c r="A1" s="3"><v>12345</v></c><c r="B1" s="3"><v>123456789</v></c><c r="C1" s="3"><v>1.5</v></c></row>`, `1 1:num:"0012345" 2:num:"123456789" 3:num:"1.5"`},
		{"percentage", `<row r="1"><c r="A1" s="5"><v>0.25</v></c></row>`, `1 1:num:"25%"`},
		{"hidden row", `<row r="1" hidden="1"><c r="A1"><v>1</v></c></row>`, `1 hidden 1:num:"1"`},
		{"no references", `<row><c><v>1</v></c><c/><c><v>3</v></c></row><row r="5"><c r="B5"><v>1</v></c><c><v>2</v></c></row><row><c><v>6</v></c></row>`, "1 1:num:\"1\" 3:num:\"3\"\n5 2:num:\"1\" 3:num:\"2\"\n6 1:num:\"6\""},
		{"nothing to see", `<row r="1"><c r="A1" s="1"/><c r="B1" t="s"/><c r="C1" t="str"><v> </v></c><c r="D1" t="inlineStr"><is><t>&#xFEFF;&#xA0;</t></is></c></row>`, ``},
		{"escapes", `<row r="1"><c r="A1" t="str"><v>a_x000D_&#10;b_x0041__x005F_x0041__xD83D__xDE00__xD83D__x00zz_</v></c></row>`, `1 1:text:"a\nbA_x0041_😀_xD83D__x00zz_"`},
		{"entities and CDATA", `<row r="1"><c r="A1" t="str"><v>&lt;&#65;&#x42;&gt;<!-- no --><![CDATA[<&amp;]]>&amp;</v></c></row>`, `1 1:text:"<AB><&amp;&"`},
		{"value in parts of the namespace", `<row r="1"><c r="A1"><v>1</v><extLst><ext uri="x"><z:v xmlns:z="urn:z">2</z:v></ext></extLst></c></row>`, `1 1:num:"1"`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := strings.TrimSuffix(dump("a.xlsx", book1(rowsXML(tt.rows)).zip(t), Limits{}), "\n")
			if d := cmp.Diff(tt.want, got); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestNumbers(t *testing.T) {
	tests := []struct{ raw, want string }{
		{"0", "0"}, {"-0", "0"}, {"007", "7"}, {"+7", "7"}, {"7.0", "7"}, {"1e3", "1000"}, {"-3", "-3"},
		{"12345678901234567890", "12345678901234567890"}, {"-12345678901234567890", "-12345678901234567890"},
		{"0.1", "0.1"}, {".5", "0.5"}, {"0.50", "0.5"}, {"0.30000000000000004", "0.3"}, {"2.2999999999999998", "2.3"},
		{"1.5e-3", "0.0015"}, {"1E-12", "1E-12"}, {"1E+20", "100000000000000000000"}, {"1.25E+30", "1.25E+30"}, {"1234567.89", "1234567.89"},
	}
	for _, tt := range tests {
		got := dump("a.xlsx", book1(rowsXML(`<row r="1"><c r="A1"><v>`+tt.raw+`</v></c></row>`)).zip(t), Limits{})
		if want := `1 1:num:"` + tt.want + "\"\n"; got != want {
			t.Errorf("%s: got %s want %s", tt.raw, got, want)
		}
	}
}

func TestFormats(t *testing.T) {
	tests := []struct {
		code string
		want numberFormat
	}{
		{"General", numberFormat{}}, {"", numberFormat{}}, {"@", numberFormat{}}, {"#,##0.00", numberFormat{}}, {"0.00E+00", numberFormat{}},
		{`"day" 0`, numberFormat{}}, {`0\d`, numberFormat{}}, {"[Red]0", numberFormat{}}, {"[$£-809]#,##0.00", numberFormat{}}, {`_-* #,##0_-;-* #,##0_-`, numberFormat{}},
		{"dd/mm/yyyy", numberFormat{kind: dateFormat}}, {"[$-809]dd mmmm yyyy;@", numberFormat{kind: dateFormat}}, {"mmm-yy", numberFormat{kind: dateFormat}},
		{"MMMM", numberFormat{kind: dateFormat}}, {"ggge", numberFormat{kind: dateFormat}}, {`d\-mmm`, numberFormat{kind: dateFormat}},
		{"dd/mm/yyyy hh:mm", numberFormat{kind: dateTimeFormat}}, {"hh:mm AM/PM", numberFormat{kind: timeFormat}}, {"mm:ss", numberFormat{kind: timeFormat}},
		{"[h]:mm", numberFormat{kind: elapsedFormat}}, {"[mm]:ss", numberFormat{kind: elapsedFormat}},
		{"0%", numberFormat{percentFormat, 0}}, {"0.0%", numberFormat{percentFormat, 1}}, {"0000", numberFormat{paddedFormat, 4}}, {"0", numberFormat{}},
		{`"unclosed yy`, numberFormat{}}, {"[unclosed yy", numberFormat{}},
	}
	for _, tt := range tests {
		if got := parseFormat(tt.code); got != tt.want {
			t.Errorf("%q: got %v want %v", tt.code, got, tt.want)
		}
	}
	times := []struct {
		num  float64
		kind formatKind
		want string
	}{
		{0.5, timeFormat, "12:00"}, {1.25, timeFormat, "06:00"}, {0.999999999, timeFormat, "00:00"}, {1.5, elapsedFormat, "36:00"},
		{0.0001, elapsedFormat, "00:00:09"}, {-0.5, timeFormat, "-0.5"},
	}
	for _, tt := range times {
		if got := showNumber([]byte(numberText([]byte("x"), tt.num)), tt.num, numberFormat{kind: tt.kind}, false).Text; got != tt.want {
			t.Errorf("%v: got %s want %s", tt.num, got, tt.want)
		}
	}
	for id, want := range map[int]formatKind{0: 0, 13: 0, 14: dateFormat, 17: dateFormat, 18: timeFormat, 22: dateTimeFormat, 23: 0, 27: dateFormat, 36: dateFormat, 37: 0, 46: elapsedFormat, 49: 0, 50: dateFormat, 58: dateFormat, 59: 0} {
		if got := builtInFormat(id); got.kind != want {
			t.Errorf("format %d: got %v want %v", id, got.kind, want)
		}
	}
}

func TestClean(t *testing.T) {
	tests := []struct{ text, want string }{
		{"plain", "plain"}, {"a\r\nb\rc\nd", "a\nb\nc\nd"}, {"a\vb\u2028c\u0085d", "a\nb\nc\nd"}, {"a\u00a0b\u2009c\u3000d", "a b c d"},
		{"\ufeffa\u200bb\u00adc\u2060d\u202ee", "abcde"}, {"a\x00b\x7fc\u0080d", "abcd"}, {"x\u200dy", "xy"}, {"क्\u200dष", "क्\u200dष"}, {"👩\u200d🏫", "👩\u200d🏫"}, {"a\tb ", "a\tb "},
	}
	for _, tt := range tests {
		if got := clean(tt.text); got != tt.want {
			t.Errorf("%q: got %q want %q", tt.text, got, tt.want)
		}
	}
}

// A format of a condition may have the number of a format of cells.
func TestConditionalFormats(t *testing.T) {
	p := book1(rowsXML(`<row r="1"><c r="A1" s="2"><v>45000</v></c></row>`))
	p = p.with("xl/styles.xml", strings.Replace(p[5][1], "</cellXfs>", `</cellXfs><dxfs><dxf><numFmt numFmtId="164" formatCode="0"/></dxf></dxfs>`, 1))
	if got := dump("a.xlsx", p.zip(t), Limits{}); got != "1 1:date:\"2023-03-15\"\n" {
		t.Error(got)
	}
}

// Sheets come in the order of the tabs, hidden ones told, charts left out.
func TestSheets(t *testing.T) {
	p := book1(rowsXML(good))
	p = p.with("xl/workbook.xml", `<workbook `+mainNS+` `+relNS+`><workbookPr date1904="true"/><sheets><sheet name="B &amp; C" r:id="rId5"/><sheet name="Chart" r:id="rId6"/><sheet name="H" state="veryHidden" r:id="rId1"/></sheets></workbook>`)
	p = p.with("xl/_rels/workbook.xml.rels", strings.Replace(p[3][1], "</Rel", `<Relationship Id="rId5" Type="`+relType+`worksheet" Target="/xl/worksheets/other.xml"/><Relationship Id="rId6" Type="`+relType+`chartsheet" Target="chartsheets/sheet1.xml"/></Rel`, 1))
	p = p.with(`xl\worksheets\Other.xml`, strings.Replace(rowsXML(`<row r="3"><c r="A3" s="1"><v>43538</v></c></row>`), "</sheetData>", `</sheetData><mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="A3:A9"/></mergeCells>`, 1))
	w, err := Open("a.xlsx", p.zip(t), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	want := "sheet B & C hidden=false\n3 1:date:\"2023-03-15\"\nsheet H hidden=true\n1 1:num:\"1\"\n2 1:num:\"2\"\n"
	got := ""
	for _, s := range w.Sheets {
		got += dumpSheet(s)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]Range{{1, 1, 1, 3}, {3, 1, 9, 1}}, w.Sheets[0].Merges); d != "" {
		t.Error(d)
	}
	if again := dumpSheet(w.Sheets[1]); again != "sheet H hidden=true\n1 1:num:\"1\"\n2 1:num:\"2\"\n" {
		t.Error("a second reading differs:", again)
	}
	for range w.Sheets[1].Rows() { // the caller may stop early
		break
	}
	w.Close()
	if got := dumpSheet(w.Sheets[0]); !strings.Contains(got, "is closed") {
		t.Error(got)
	}
}
