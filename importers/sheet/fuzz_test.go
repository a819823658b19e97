package sheet

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
)

var fuzzShared = strings.ReplaceAll(`<sst NS><si><t>zero</t></si><si><r><t>a</t></r><rPh><t>b</t></rPh></si><si><t> </t></si></sst>`, "NS", mainNS)

// longestSeed keeps what is large only to be large out of the corpora.
const longestSeed = 8 << 10

// fixtureParts are the parts of that name of the workbooks that dpmap ships.
func fixtureParts(tb testing.TB, name string) (list [][]byte) {
	tb.Helper()
	paths, err := filepath.Glob("../../fixtures/*.xlsx")
	if err != nil || len(paths) == 0 {
		tb.Fatal("no fixtures: ", err)
	}
	for _, path := range paths {
		z, err := zip.OpenReader(path)
		if err != nil {
			tb.Fatal(err)
		}
		defer z.Close()
		r, err := z.Open(name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			tb.Fatal(err)
		}
		part, err := io.ReadAll(r)
		if err != nil {
			tb.Fatal(err)
		}
		list = append(list, part)
	}
	return list
}

// FuzzXLSXRows holds the scanner to encoding/xml: what it takes is well
// formed, and every cell that a plain reading finds is yielded.
func FuzzXLSXRows(f *testing.F) {
	for _, rows := range []string{
		`<row r="1" hidden="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t xml:space="preserve"> a </t></is></c></row>`,
		`<row><c t="str"><f>A1</f><v>&lt;&#65;<![CDATA[x]]></v></c><c s="1"><v>45000</v></c><c t="b"><v>1</v></c><c t="d"><v>2024-03-04</v></c></row>`,
		`<!-- c --><?pi x?><row r='7'><c r='C7' t="e"><v>#REF!</v></c><c><f/></c></row>`,
	} {
		f.Add([]byte(rowsXML(rows)), []byte(fuzzShared))
	}
	f.Add([]byte(strings.ReplaceAll(strings.ReplaceAll(rowsXML(good), "<", "<x:"), "<x:/", "</x:")), []byte(fuzzShared))
	f.Add([]byte(strings.Replace(rowsXML(good), "<row ", "<row O\u02f4='1' ", 1)), []byte(fuzzShared))
	for _, tt := range damagedRows() {
		if len(tt.sheet) < longestSeed {
			f.Add([]byte(tt.sheet), []byte(fuzzShared))
		}
	}
	for _, sheet := range fixtureParts(f, "xl/worksheets/sheet1.xml") {
		f.Add(sheet, []byte(fuzzShared))
	}
	for _, shared := range fixtureParts(f, "xl/sharedStrings.xml") {
		f.Add([]byte(rowsXML(`<row><c t="s"><v>0</v></c><c t="s"><v>7</v></c></row>`)), shared)
	}
	f.Fuzz(func(t *testing.T, sheet, shared []byte) {
		data := book1(string(sheet)).with("xl/sharedStrings.xml", string(shared)).zipBy(zip.Store, t)
		w, err := Open("a.xlsx", data, Limits{})
		got, err := countCells(w, err)
		if err != nil {
			var e *Error
			if !errors.As(err, &e) || e.File != "a.xlsx" || e.What == "" || e.Fix == "" {
				t.Fatalf("%#v", err)
			}
			return
		}
		want, err := plainCells(sheet, plainTexts(shared))
		if ofOldNames(err) {
			return
		}
		if err != nil || got != want {
			t.Fatalf("%d cells, encoding/xml finds %d: %v", got, want, err)
		}
	})
}

// countCells reads all rows and counts the cells.
func countCells(w *Workbook, err error) (n int, _ error) {
	if err != nil {
		return 0, err
	}
	last := 0
	for row, err := range w.Sheets[0].Rows() {
		if err != nil {
			return 0, err
		}
		if row.Number <= last || len(row.Cells) == 0 {
			return 0, errors.New("rows are out of order or empty")
		}
		last = row.Number
		n += len(row.Cells)
	}
	return n, nil
}

// plainXML is a part read with the standard library, without any care for speed.
type plainXML struct {
	XMLName xml.Name
	Attrs   []xml.Attr `xml:",any,attr"`
	Text    string     `xml:",chardata"`
	Nodes   []plainXML `xml:",any"`
}

func (x plainXML) all(name string) (out []plainXML) {
	for _, n := range x.Nodes {
		if n.XMLName.Local == name && isMainNamespace([]byte(n.XMLName.Space)) {
			out = append(out, n)
		}
	}
	return out
}

func (x plainXML) attr(name string) string {
	for _, a := range x.Attrs {
		if a.Name.Local == name && a.Name.Space == "" {
			return a.Value
		}
	}
	return ""
}

func plainPart(part []byte) (x plainXML, err error) {
	d := xml.NewDecoder(plainText(bytes.NewReader(part)))
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	return x, d.Decode(&x)
}

// ofOldNames reports whether encoding/xml refused a name only since it knows the
// letters of an older edition of XML: the fifth lets nearly all stand in names.
func ofOldNames(err error) bool {
	return err != nil && strings.Contains(err.Error(), "invalid XML name")
}

// rich is the text of si or is.
func (x plainXML) rich() string {
	text := ""
	for _, n := range x.Nodes {
		switch {
		case !isMainNamespace([]byte(n.XMLName.Space)):
		case n.XMLName.Local == "t":
			text += n.Text
		case n.XMLName.Local == "r":
			text += n.rich()
		}
	}
	return clean(unescape(text))
}

func plainTexts(shared []byte) (texts []string) {
	x, _ := plainPart(shared)
	for _, si := range x.all("si") {
		texts = append(texts, si.rich())
	}
	return texts
}

// plainCells counts the cells that have something to see.
func plainCells(sheet []byte, texts []string) (n int, err error) {
	x, err := plainPart(sheet)
	for _, data := range x.all("sheetData") {
		for _, row := range data.all("row") {
			for _, c := range row.all("c") {
				if c.seen(texts) {
					n++
				}
			}
		}
	}
	return n, err
}

func (x plainXML) seen(texts []string) bool {
	v, kind := x.all("v"), x.attr("t")
	if is := x.all("is"); len(is) > 0 {
		return !isBlank(is[0].rich())
	}
	if len(x.all("f")) > 0 && (len(v) == 0 || v[0].Text == "" && kind != "str") {
		return true
	}
	if len(v) == 0 || v[0].Text == "" {
		return false
	}
	switch kind {
	case "s":
		i, ok := wholeNumber([]byte(v[0].Text), len(texts)-1)
		return ok && !isBlank(texts[i])
	case "str":
		return !isBlank(clean(unescape(v[0].Text)))
	}
	return true
}

// FuzzCSV: every letter of a text that is read comes out in some cell.
func FuzzCSV(f *testing.F) {
	for _, tt := range csvTexts() {
		if len(tt.data) < longestSeed {
			f.Add([]byte(tt.data))
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if isZip(data) {
			return
		}
		w, err := Open("a.csv", data, Limits{})
		if _, err := countCells(w, err); err != nil {
			var e *Error
			if !errors.As(err, &e) || e.What == "" || e.Fix == "" {
				t.Fatalf("%#v", err)
			}
			return
		}
		text, err := decodeText(data)
		if err != nil {
			t.Fatal(err)
		}
		text, _ = splitBy(text)
		got := 0
		for row := range w.Sheets[0].Rows() {
			for _, c := range row.Cells {
				got += letters(c.Text)
			}
		}
		if want := letters(string(text)); got != want {
			t.Fatalf("%d letters of %d", got, want)
		}
	})
}

func letters(s string) (n int) {
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			n++
		}
	}
	return n
}
