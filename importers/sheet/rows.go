package sheet

import (
	"errors"
	"iter"
	"slices"
)

// rowReader reads the rows of one worksheet part.
type rowReader struct {
	book   *book
	sheet  *Sheet
	s      *scanner
	table  *stringTable
	styles *styleTable

	row, col int // where the reader stands, for errors; 0 outside
	last     int // the row before
	cells    []Cell
	text     []byte // of the cell at hand
	merges   []Range
	hides    []Range // hidden columns
}

// rowsOf reads a worksheet part from the start to its last byte.
func (b *book) rowsOf(sheet *Sheet, part string) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		r := &rowReader{book: b, sheet: sheet}
		stopped, err := r.read(part, func(row Row) bool { return yield(row, nil) })
		if err != nil && !stopped {
			yield(Row{}, r.place(err))
		}
	}
}

// place adds to a fault where the reader stands.
func (r *rowReader) place(err error) *Error {
	e := asError(r.book.file, err)
	e.Sheet, e.Row, e.Col = r.sheet.Name, r.row, r.col
	return e
}

// asError is a fault of a file as a whole.
func asError(file string, err error) *Error {
	var f *fault
	if !errors.As(err, &f) {
		f = damaged("it cannot be read (" + err.Error() + ")")
	}
	return &Error{File: file, What: f.what, Fix: f.fix}
}

// read yields every row and reports whether yield stopped it. Without an error
// and not stopped, all of the part was seen, to the end of its last tag.
func (r *rowReader) read(part string, yield func(Row) bool) (stopped bool, err error) {
	if r.table, r.styles, err = r.book.tables(); err != nil {
		return false, err
	}
	s, c, err := r.book.pack.scan(part)
	if err != nil {
		return false, err
	}
	defer c.Close()
	r.s = s
	if _, err := s.next(); err != nil {
		return false, err
	}
	if !s.is("worksheet") {
		return false, wrongRoot(part, "worksheet")
	}
	tables := 0
	for {
		t, err := s.next()
		switch {
		case err != nil:
			return false, err
		case t == eofToken:
			return false, r.finish(tables)
		case t != startToken:
			continue
		case s.is("sheetData"):
			tables++
			if stopped, err := r.sheetData(yield); stopped || err != nil {
				return stopped, err
			}
		case s.is("cols"):
			if err := r.columns(); err != nil {
				return false, err
			}
		case s.is("mergeCells"):
			if r.merges, err = appendMerges(r.merges, s); err != nil {
				return false, err
			}
		default:
			if err := s.skip(); err != nil {
				return false, err
			}
		}
	}
}

// finish checks what must hold of a whole sheet.
func (r *rowReader) finish(tables int) error {
	if tables != 1 {
		return damaged("it must hold its rows in one place (sheetData) and has " + thousands(tables))
	}
	if !slices.Equal(r.merges, r.sheet.Merges) {
		return damaged("its list of merged cells is not where it belongs")
	}
	return nil
}

// sheetData yields the rows of the element whose start was just returned.
func (r *rowReader) sheetData(yield func(Row) bool) (stopped bool, err error) {
	for {
		t, err := r.s.next()
		switch {
		case err != nil:
			return false, err
		case t == endToken:
			r.row, r.col = 0, 0
			return false, nil
		case t == textToken:
			if !blankBytes(r.s.text) {
				return false, damaged("a text stands between its rows")
			}
			continue
		case !r.s.main:
			return false, foreignFault()
		case string(r.s.local) != "row":
			return false, damaged("something other than a row stands among its rows")
		}
		row, err := r.readRow()
		if err != nil {
			return false, err
		}
		if len(row.Cells) > 0 && !yield(row) {
			return true, nil
		}
	}
}

// readRow reads the row whose start was just returned.
func (r *rowReader) readRow() (Row, error) {
	hidden := r.s.flag("hidden")
	if err := r.number(); err != nil {
		return Row{}, err
	}
	r.cells = r.cells[:0]
	for {
		t, err := r.s.next()
		switch {
		case err != nil:
			return Row{}, err
		case t == endToken:
			r.last, r.col = r.row, 0
			return Row{Number: r.row, Hidden: hidden, Cells: r.cells, HiddenColumns: r.hides}, nil
		case t == textToken:
			if !blankBytes(r.s.text) {
				return Row{}, damaged("a text stands between its cells")
			}
			continue
		case !r.s.main:
			return Row{}, foreignFault()
		case string(r.s.local) == "c":
			err = r.readCell()
		case string(r.s.local) == "extLst":
			err = r.s.skip()
		default:
			err = damaged("something other than a cell stands among its cells")
		}
		if err != nil {
			return Row{}, err
		}
	}
}

// number takes the row's number from its r, or counts on where it has none.
func (r *rowReader) number() error {
	r.row, r.col = r.last+1, 0
	if ref, ok := r.s.attr("r"); ok {
		n, ok := wholeNumber(ref, maxRow)
		switch {
		case !ok || n == 0:
			return damaged("it has a row numbered " + quoteShort(ref) + ", and rows run from 1 to " + thousands(maxRow))
		case n <= r.last:
			r.row = n
			return damaged("row " + thousands(n) + " comes after row " + thousands(r.last))
		}
		r.row = n
	}
	if r.row > maxRow {
		return damaged("it has more rows than a sheet can have")
	}
	return nil
}

// wholeNumber reads digits up to most.
func wholeNumber(b []byte, most int) (int, bool) {
	n := 0
	for _, c := range b {
		if c < '0' || c > '9' {
			return 0, false
		}
		if n = n*10 + int(c-'0'); n > most {
			return 0, false
		}
	}
	return n, len(b) > 0
}
