package sheet

import "dpmap/graph"

// Error is a file, or a place in it, that cannot be read.
type Error struct {
	File  string
	Sheet string
	Row   int    // 0: the whole sheet or file
	Col   int    // 0: the whole row
	What  string // what is wrong: "is a password-protected workbook"
	Fix   string // what to do: "save a copy without a password"
}

// Error is the place, what is wrong and what to do, in one sentence.
func (e *Error) Error() string {
	at := graph.Ref{File: e.File, Sheet: e.Sheet, Row: e.Row, Col: e.Col}
	return at.String() + ": " + e.What + ": " + e.Fix
}

// fixRepair is the remedy for a package that a spreadsheet program would
// offer to repair.
const fixRepair = "open it in Excel or LibreOffice, check that every row is there, and save it again as .xlsx"

// fault is a breach of a format, before its place in the workbook is known.
type fault struct {
	what, fix string
}

func (f *fault) Error() string { return f.what }

// damaged is a fault that only damage or a faulty program produces.
func damaged(what string) *fault { return &fault{"is damaged: " + what, fixRepair} }
