// Package sheet turns the bytes of a spreadsheet into numbered rows. It is the
// only reader of file formats. A damaged part is refused with its place, never
// read short.
//
// An .xlsx is read by a scanner of our own, from the list of sheets to the last
// byte of the rows: excelize ends a damaged sheet early without an error, and a
// register that silently lost its last rows would be judged clean. excelize is
// not used to open the package either, although it could list the sheets: it
// unpacks everything at once, to disk where it is large, and takes five to ten
// times as long. Tests read the same bytes with it and compare every cell. .ods
// goes through the same scanner. What is not well-formed XML, or
// contradicts itself, is an *Error that names the cell.
package sheet

import (
	"iter"

	"dpmap/graph/law"
)

// Workbook is an opened file. Close it when done. Nothing of it is ever on
// disk: parts are unpacked as they are read.
type Workbook struct {
	Name   string
	Format string // "xlsx", "ods" or "csv"
	Sheets []*Sheet
}

// Close lets go of the file's bytes. Rows yields nothing but an error
// afterwards.
func (w *Workbook) Close() error {
	for _, s := range w.Sheets {
		s.rows = closedRows(w.Name, s.Name)
	}
	return nil
}

func closedRows(file, sheet string) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		yield(Row{}, &Error{File: file, Sheet: sheet, What: "is closed", Fix: "open it again"})
	}
}

// Sheet is one table of a workbook; a CSV has one, without a name. Chart
// sheets hold no cells and are left out.
type Sheet struct {
	Name   string
	Hidden bool
	Merges []Range // in the file's order

	rows iter.Seq2[Row, error]
}

// Rows yields the rows that have a cell with something in it, in order, then
// at most one error (*Error), after which it stops. Row numbers ascend; gaps
// are blank rows. What came before an error must not be used as if it were the
// whole sheet. Rows can be called again, and for several sheets at once.
func (s *Sheet) Rows() iter.Seq2[Row, error] {
	if s.rows == nil {
		return func(func(Row, error) bool) {}
	}
	return s.rows
}

// Range is a rectangle of cells, inclusive, counted from 1.
type Range struct{ Row, Col, LastRow, LastCol int }

// Row is one row. It and its cells are valid until the next is asked for;
// their texts stay valid.
type Row struct {
	Number int // as the reader's spreadsheet program numbers it, from 1
	Hidden bool
	Cells  []Cell // ascending columns, those that hold something to see
	// HiddenColumns are the columns of the sheet that are hidden, as spans of
	// Col to LastCol; the same in every row. Only .xlsx tells them.
	HiddenColumns []Range
}

// Cell is one cell's value.
type Cell struct {
	Col  int // from 1
	Type CellType
	// Text is the value as a reader sees it: a date in ISO form (with its time
	// where the format shows one), a number without needless digits, TRUE. Line
	// breaks are \n, every other space is a plain one, and what has no width
	// is gone. Spaces at the ends stay.
	Text string
	Num  float64  // for NumberCell, and the serial of a DateCell that is a number
	Date law.Date // for DateCell
}

// CellType is what a cell holds.
type CellType int

// The types of cell. All cells of a CSV are texts.
const (
	TextCell CellType = iota + 1
	NumberCell
	BoolCell
	DateCell     // a number with a date format, or an ISO date cell
	ErrorCell    // #REF! and its kin
	UncachedCell // a formula without a cached value; its Text is empty
)
