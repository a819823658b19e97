// Package sheet turns the bytes of a spreadsheet into numbered rows. It is the
// only reader of file formats. A damaged part is refused with its place, never
// read short.
package sheet

import (
	"iter"

	"dpmap/graph/law"
)

// STUB: the types and Open's signature are the contract.

// Limits bound what a file may cost.
type Limits struct {
	Unpacked int64 // bytes of all parts together
	Rows     int   // per sheet
	Columns  int
	Cell     int // bytes of one cell's text
}

// Workbook is an opened file. Close it: nothing of it stays on disk.
type Workbook struct {
	Name   string
	Format string // "xlsx" or "csv"
	Sheets []*Sheet
}

// Open recognises the format by content, not by name, and describes the sheets. The
// error is a *Error that says what the file is and what to do.
func Open(name string, data []byte, limits Limits) (*Workbook, error) { return nil, nil }

// Close releases what Open holds.
func (w *Workbook) Close() error { return nil }

// Sheet is one table of a workbook; a CSV has one, without a name.
type Sheet struct {
	Name   string
	Hidden bool
	Merges []Range
}

// Rows yields the rows that have a cell, in order, then at most one error (*Error), after which
// it stops. Row numbers ascend; gaps are blank rows.
func (s *Sheet) Rows() iter.Seq2[Row, error] { return nil }

// Range is a rectangle of cells, inclusive, counted from 1.
type Range struct{ Row, Col, LastRow, LastCol int }

// Row is one row. It and its cells are valid until the next is asked for.
type Row struct {
	Number int
	Hidden bool
	Cells  []Cell // ascending columns, those that hold something
}

// Cell is one cell's value.
type Cell struct {
	Col  int
	Type CellType
	Text string // as a reader sees it: a date in ISO form, a number without needless digits, TRUE
	Num  float64
	Date law.Date // for DateCell
}

// CellType is what a cell holds.
type CellType int

// The types of cell.
const (
	TextCell CellType = iota + 1
	NumberCell
	BoolCell
	DateCell     // a number with a date format, or an ISO date cell
	ErrorCell    // #REF! and its kin
	UncachedCell // a formula without a cached value
)

// Error is a file, or a place in it, that cannot be read.
type Error struct {
	File  string
	Sheet string
	Row   int // 0: the whole sheet or file
	Col   int
	What  string // what is wrong: "is a password-protected workbook"
	Fix   string // what to do: "save a copy without a password"
}

// Error is the place, what is wrong and what to do, in one sentence.
func (e *Error) Error() string { return e.File + ": " + e.What + ": " + e.Fix }
