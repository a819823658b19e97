package sheet

import "strconv"

// Limits bound what a file may cost. A zero field takes its default.
type Limits struct {
	// Unpacked is the bytes that all parts of the file may have together once
	// unpacked. A CSV, which is held whole, may have a quarter of it.
	Unpacked int64
	// Rows and Columns are the last row and column that may hold something.
	// Empty cells beyond them, styled or not, cost nothing and are passed over.
	Rows    int // per sheet
	Columns int
	// Cell is the bytes of one cell's text.
	Cell int
}

// DefaultLimits is generous to registers and mean to bombs. A register of
// 100,000 rows and 30 columns unpacks to less than 256 MiB; the largest that
// is known has fewer than 10,000 rows. Excel's longest cell, 32,767 characters
// of three bytes, fits in 96 KiB.
func DefaultLimits() Limits {
	return Limits{Unpacked: 256 << 20, Rows: 200_000, Columns: 512, Cell: 96 << 10}
}

// orDefault fills the zero fields.
func (l Limits) orDefault() Limits {
	d := DefaultLimits()
	if l.Unpacked <= 0 {
		l.Unpacked = d.Unpacked
	}
	if l.Rows <= 0 {
		l.Rows = d.Rows
	}
	if l.Columns <= 0 {
		l.Columns = d.Columns
	}
	if l.Cell <= 0 {
		l.Cell = d.Cell
	}
	return l
}

// What every .xlsx keeps to, whatever the limits.
const (
	maxRow    = 1 << 20 // 1,048,576
	maxColumn = 1 << 14 // 16,384, column XFD
)

// What no workbook comes near, but a file that is made to do harm: each entry
// of these lists costs memory, and a few bytes in the file.
const (
	maxSheets    = 10_000  // as many as LibreOffice allows
	maxRelations = 50_000  // of one part
	maxStyles    = 100_000 // of cells, and number formats; Excel allows 65,490
)

func tooMany(what string, most int) error {
	return &fault{"lists more than " + thousands(most) + " " + what + ", far more than a workbook has",
		"copy the sheets that hold the register into a new workbook"}
}

// thousands writes n as people do: 200,000.
func thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// mebibytes writes a size for a message.
func mebibytes(n int64) string {
	if n < 1<<20 {
		return thousands(int(n)) + " bytes"
	}
	return thousands(int(n>>20)) + " MiB"
}
