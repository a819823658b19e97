package sheet

import (
	"bytes"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"dpmap/graph"
)

// register writes a workbook of rows by 30 columns: words that repeat, texts
// that do not, numbers and dates, as registers have them.
func register(tb testing.TB, rows int, inline bool) []byte {
	tb.Helper()
	var sheet, shared strings.Builder
	n := 0
	for row := 1; row <= rows; row++ {
		fmt.Fprintf(&sheet, `<row r="%d" spans="1:30">`, row)
		for col := 1; col <= 30; col++ {
			ref := fmt.Sprintf("%s%d", graph.ColumnName(col), row)
			text := fmt.Sprintf("Awarding body %d", col)
			if col%5 == 0 {
				text = fmt.Sprintf("Purpose %d of activity %d, shared &amp; kept", col, row)
			}
			switch {
			case col%10 == 7:
				fmt.Fprintf(&sheet, `<c r="%s" s="1"><v>%d</v></c>`, ref, 44000+row%1000)
			case col%10 == 8:
				fmt.Fprintf(&sheet, `<c r="%s"><v>%d</v></c>`, ref, row*col)
			case inline:
				fmt.Fprintf(&sheet, `<c r="%s" t="inlineStr"><is><t>%s</t></is></c>`, ref, text)
			case col%5 != 0 && row > 1:
				fmt.Fprintf(&sheet, `<c r="%s" s="0" t="s"><v>%d</v></c>`, ref, col-1)
			default:
				fmt.Fprintf(&sheet, `<c r="%s" s="0" t="s"><v>%d</v></c>`, ref, n)
			}
			if !inline && (row == 1 || col%5 == 0) {
				fmt.Fprintf(&shared, `<si><t>%s</t></si>`, text)
				n++
			}
		}
		sheet.WriteString("</row>")
	}
	p := book1(rowsXML(sheet.String()))
	return p.with("xl/sharedStrings.xml", `<sst `+mainNS+`>`+shared.String()+`</sst>`).zip(tb)
}

var registers = []struct {
	name   string
	rows   int
	inline bool
}{
	{"10k shared", 10_000, false}, {"10k inline", 10_000, true},
	{"100k shared", 100_000, false}, {"100k inline", 100_000, true},
}

// BenchmarkRows reads whole registers, from bytes to the last cell, beside
// excelize on the same bytes. The bar is 0.35 of its time.
func BenchmarkRows(b *testing.B) {
	for _, r := range registers {
		data := register(b, r.rows, r.inline)
		for _, reader := range []struct {
			name  string
			count func(testing.TB, []byte) int
		}{{"dpmap", countRows}, {"excelize", countTwin}} {
			b.Run(r.name+"/"+reader.name, func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if n := reader.count(b, data); n != r.rows {
						b.Fatal(n)
					}
				}
			})
		}
	}
}

// Memory does not grow with the rows: no more is held at the end of a sheet
// than near its beginning. Both are taken in one reading of one sheet, so that
// nothing done before it counts. (The table of shared texts grows with the
// different texts in it, and with nothing else.)
func TestMemoryDoesNotGrowWithRows(t *testing.T) {
	const rows = 4000
	data := register(t, rows, true)
	w, err := Open("a.xlsx", data, Limits{})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	held := map[int]uint64{}
	for row, err := range w.Sheets[0].Rows() {
		if err != nil {
			t.Fatal(err)
		}
		if row.Number == rows/10 || row.Number == rows-1 {
			held[row.Number] = heldNow()
		}
	}
	runtime.KeepAlive(data)
	early, late := held[rows/10], held[rows-1]
	if early == 0 || late == 0 {
		t.Fatal("the sheet was not read to its end")
	}
	if late > early+64<<10 {
		t.Errorf("%d bytes are held at row %d and %d at row %d", early, rows/10, late, rows-1)
	}
}

// heldNow is how many bytes are reachable. A pool gives back what it keeps
// only at the second collection.
func heldNow() uint64 {
	var m runtime.MemStats
	for range 3 {
		runtime.GC()
	}
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

func countRows(tb testing.TB, data []byte) int {
	w, err := Open("a.xlsx", data, Limits{})
	if err != nil {
		tb.Fatal(err)
	}
	defer w.Close()
	n := 0
	for _, err := range w.Sheets[0].Rows() {
		if err != nil {
			tb.Fatal(err)
		}
		n++
	}
	return n
}

func countTwin(tb testing.TB, data []byte) int {
	x, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{RawCellValue: true})
	if err != nil {
		tb.Fatal(err)
	}
	defer x.Close()
	rows, err := x.Rows("S")
	if err != nil {
		tb.Fatal(err)
	}
	n := 0
	for rows.Next() {
		if _, err := rows.Columns(); err != nil {
			tb.Fatal(err)
		}
		n++
	}
	return n
}
