package sheet

import (
	"archive/zip"
	"errors"
	"slices"
	"strings"
	"testing"
)

// FuzzODS holds the reader to encoding/xml: what it takes is well formed, and
// each cell that a plain reading finds is yielded as often as it is repeated,
// with every letter of its paragraphs.
func FuzzODS(f *testing.F) {
	for _, tt := range odsBodies() {
		if len(tt.body) < longestSeed {
			f.Add([]byte(odsBook(tt.body)[2][1]))
		}
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		data := odsBook("").with(odsContent, string(content)).zipBy(zip.Store, t)
		// Small limits keep what a hostile repeat may cost out of the fuzzing.
		w, err := Open("a.ods", data, Limits{Rows: 2000, Columns: 50})
		got, err := odsTally(w, err)
		if err != nil {
			var e *Error
			if !errors.As(err, &e) || e.File != "a.ods" || e.What == "" || e.Fix == "" {
				t.Fatalf("%#v", err)
			}
			return
		}
		x, err := plainPart(content)
		if ofOldNames(err) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		var want []tally
		for _, table := range odsTables(x) {
			want = append(want, odsCount(table))
		}
		if !slices.Equal(got, want) {
			t.Fatalf("%v, encoding/xml finds %v", got, want)
		}
	})
}

// tally is what is in a sheet.
type tally struct{ cells, letters int }

func odsTally(w *Workbook, err error) (list []tally, _ error) {
	if err != nil {
		return nil, err
	}
	for _, s := range w.Sheets {
		var n tally
		last := 0
		for row, err := range s.Rows() {
			if err != nil {
				return nil, err
			}
			if row.Number <= last || len(row.Cells) == 0 {
				return nil, errors.New("rows are out of order or empty")
			}
			last = row.Number
			for _, c := range row.Cells {
				n.cells++
				if c.Type == TextCell {
					n.letters += letters(c.Text)
				}
			}
		}
		list = append(list, n)
	}
	return list, nil
}

// odsTables are the tables that are sheets: the children of a spreadsheet, at
// whatever depth that stands.
func odsTables(x plainXML) (list []plainXML) {
	for _, n := range x.Nodes {
		if isMain(n) && n.XMLName.Local == "spreadsheet" {
			list = append(list, n.all("table")...)
			continue
		}
		list = append(list, odsTables(n)...)
	}
	return list
}

func isMain(x plainXML) bool { return isMainNamespace([]byte(x.XMLName.Space)) }

// mainAttr is the value of an attribute of a main namespace.
func (x plainXML) mainAttr(name string) string {
	for _, a := range x.Attrs {
		if a.Name.Local == name && isMainNamespace([]byte(a.Name.Space)) {
			return a.Value
		}
	}
	return ""
}

func (x plainXML) repeated(name string) int {
	if n, ok := wholeNumber([]byte(x.mainAttr(name)), maxRepeat); ok {
		return n
	}
	return 1
}

// odsCount counts in a table, a group of rows or a row.
func odsCount(x plainXML) (n tally) {
	for _, child := range x.Nodes {
		if !isMain(child) {
			continue
		}
		times, add := 1, tally{}
		switch child.XMLName.Local {
		case "table-row-group", "table-rows", "table-header-rows":
			add = odsCount(child)
		case "table-row":
			times, add = child.repeated("number-rows-repeated"), odsCount(child)
		case "table-cell", "covered-table-cell":
			times, add = child.repeated("number-columns-repeated"), child.odsCell()
		}
		n.cells += times * add.cells
		n.letters += times * add.letters
	}
	return n
}

func (x plainXML) odsCell() tally {
	kind, text := x.mainAttr("value-type"), ""
	for _, p := range slices.Concat(x.all("p"), x.all("h")) {
		text += p.odsText() + "\n"
	}
	for _, a := range x.Attrs {
		if a.Name.Local == "value-type" && a.Value == "error" {
			return tally{cells: 1}
		}
	}
	switch {
	case kind == "" && x.mainAttr("formula") != "", !slices.Contains([]string{"", "string", "time"}, kind):
		return tally{cells: 1}
	case strings.TrimSuffix(text, "\n") == "":
		text = x.mainAttr("value")
		if v := x.mainAttr("string-value"); v != "" && kind == "string" {
			text = v
		}
	}
	if isBlank(clean(text)) {
		return tally{}
	}
	return tally{1, letters(clean(text))}
}

// odsText is all text of a paragraph but for its notes; its order is not kept.
func (x plainXML) odsText() string {
	text := x.Text
	for _, n := range x.Nodes {
		switch {
		case !isMain(n), n.XMLName.Local == "annotation", n.XMLName.Local == "note":
		case n.XMLName.Local == "s", n.XMLName.Local == "tab", n.XMLName.Local == "line-break":
		default:
			text += n.odsText()
		}
	}
	return text
}
