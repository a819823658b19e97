package sheet

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"dpmap/graph"
	"dpmap/graph/law"
)

// pack writes the whole package by these habits.
func (h habits) pack(rows string, shared []string, merges string) parts {
	base := "worksheets/sheet1.xml"
	if h.absolute {
		base = "/xl/" + base
	}
	after := ""
	if merges != "" {
		after = h.tag("mergeCells", [][2]string{{"count", "1"}}, h.tag("mergeCell", [][2]string{{"ref", merges}}, ""))
	}
	epoch := ""
	if h.epoch1904 {
		epoch = h.tag("workbookPr", [][2]string{{"date1904", "1"}}, "")
	}
	rows = h.tag("sheetData", nil, rows)
	p := book1(h.root("worksheet", h.gap()+h.tag("dimension", [][2]string{{"ref", "A1"}}, "")+rows+h.gap()+after+h.gap()))
	p = p.with("xl/sharedStrings.xml", h.root("sst", h.gap()+strings.Join(shared, h.gap())+h.gap()))
	p = p.with("xl/workbook.xml", h.root("workbook", epoch+h.tag("sheets", nil, h.tag("sheet", [][2]string{{"name", "S"}, {"sheetId", "1"}, {"r:id", "rId1"}}, ""))))
	return p.with("xl/_rels/workbook.xml.rels", strings.Replace(p[3][1], "worksheets/sheet1.xml", base, 1))
}

// cellList lists the cells of all rows as "C7 type text".
func cellList(t *rapid.T, s *Sheet) (list []string, cells map[string]Cell) {
	cells = map[string]Cell{}
	for row, err := range s.Rows() {
		if err != nil {
			t.Fatalf("%v", err)
		}
		for _, c := range row.Cells {
			ref := graph.ColumnName(c.Col) + strconv.Itoa(row.Number)
			list = append(list, fmt.Sprintf("%s %s %q", ref, typeNames[c.Type], c.Text))
			cells[ref] = c
		}
	}
	return list, cells
}

// Every habit gives the cells that were written, and the cells that the
// library reads from the same bytes.
func TestHabits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := drawHabits(t)
		var shared []string
		rows, want, twins := h.drawRows(t, &shared)
		merges := rapid.SampledFrom([]string{"", "B2:C9"}).Draw(t, "merges")
		p := h.pack(rows, shared, merges)
		data := p.zip(t)

		w, err := Open("a.xlsx", data, Limits{Columns: maxColumn})
		if err != nil {
			t.Fatalf("%v\n%v", err, p)
		}
		got, cells := cellList(t, w.Sheets[0])
		if d := cmp.Diff(want, got); d != "" {
			t.Fatalf("%s\n%v", d, p)
		}
		if (len(w.Sheets[0].Merges) == 1) != (merges != "") {
			t.Fatalf("merges %v", w.Sheets[0].Merges)
		}
		compareTwin(t, data, h.epoch1904, cells, twins)
	})
}

// compareTwin reads the same bytes with excelize.
func compareTwin(t *rapid.T, data []byte, epoch1904 bool, cells map[string]Cell, twins map[string]bool) {
	x, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatalf("excelize: %v", err)
	}
	defer x.Close()
	rows, err := x.Rows("S")
	if err != nil {
		t.Fatalf("excelize: %v", err)
	}
	for n := 1; rows.Next(); n++ {
		texts, err := rows.Columns()
		if err != nil {
			t.Fatalf("excelize: %v", err)
		}
		for i, text := range texts {
			ref := graph.ColumnName(i+1) + strconv.Itoa(n)
			if same, known := twins[ref]; known && !same {
				delete(cells, ref)
				continue
			}
			if got, want := asTwin(cells[ref]), twinText(text, cells[ref], epoch1904); got != want {
				t.Fatalf("%s is %q, excelize says %q (%q)", ref, got, want, text)
			}
			delete(cells, ref)
		}
	}
	for ref, c := range cells {
		if c.Type != UncachedCell && twins[ref] {
			t.Fatalf("excelize does not have %s %q", ref, c.Text)
		}
	}
}

// asTwin is a cell in the form of twinText.
func asTwin(c Cell) string {
	switch c.Type {
	case NumberCell:
		return strconv.FormatFloat(c.Num, 'g', -1, 64)
	case DateCell:
		return c.Date.String()
	}
	return strings.TrimSpace(c.Text)
}

// twinText is what excelize says, as the type of cell would show it.
func twinText(text string, c Cell, epoch1904 bool) string {
	switch c.Type {
	case NumberCell:
		if f, err := strconv.ParseFloat(text, 64); err == nil {
			return strconv.FormatFloat(f, 'g', -1, 64)
		}
	case DateCell:
		f, err := strconv.ParseFloat(text, 64)
		if err != nil {
			return text
		}
		day, err := excelize.ExcelDateToTime(f, epoch1904)
		if err != nil {
			return err.Error()
		}
		return law.DateOf(day.Round(time.Second)).String()
	case BoolCell:
		return map[string]string{"1": "TRUE", "0": "FALSE"}[text]
	}
	return strings.TrimSpace(clean(text))
}
