package sheet

import (
	"bytes"
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// openCSV describes a text file as its one sheet.
func openCSV(name string, data []byte, limits Limits) (*Workbook, *Error) {
	if most := limits.Unpacked / 4; int64(len(data)) > most { // it is held whole, and twice where it must be decoded
		return nil, asError(name, &fault{"is larger than " + mebibytes(most) + ", too much to read safely",
			"split it into several files"})
	}
	text, err := decodeText(data)
	if err != nil {
		return nil, asError(name, err)
	}
	text, delimiter := splitBy(text)
	s := &Sheet{rows: csvRows(name, text, delimiter, limits)}
	return &Workbook{Name: name, Format: "csv", Sheets: []*Sheet{s}}, nil
}

// csvReader goes through the records of a text. encoding/csv is not used: it
// passes over blank lines without counting them, and a person counts them.
type csvReader struct {
	text      []byte
	pos       int
	delimiter byte
	most      int    // bytes of one cell
	cell      []byte // the text of the cell just read
	col       int    // of the cell just read
}

// csvRows reads text from its start.
func csvRows(file string, text []byte, delimiter byte, limits Limits) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		r := &csvReader{text: text, delimiter: delimiter, most: limits.Cell}
		var cells []Cell
		for number := 1; r.pos < len(r.text); number++ {
			var err error
			if cells, err = r.record(cells[:0], number, limits); err != nil {
				e := asError(file, err)
				e.Row, e.Col = number, r.col
				yield(Row{}, e)
				return
			}
			if len(cells) > 0 && !yield(Row{Number: number, Cells: cells}, nil) {
				return
			}
		}
	}
}

// record appends the cells of one record that hold something.
func (r *csvReader) record(cells []Cell, number int, limits Limits) ([]Cell, error) {
	for r.col = 1; ; r.col++ {
		more, err := r.next()
		if err != nil {
			return cells, err
		}
		if cell := textCell(string(r.cell)); cell.Type != 0 {
			switch {
			case number > limits.Rows:
				return cells, tooFar("row", thousands(limits.Rows))
			case r.col > limits.Columns:
				return cells, tooFar("column", columnAndNumber(limits.Columns))
			}
			cell.Col = r.col
			cells = append(cells, cell)
		}
		if !more {
			return cells, nil
		}
	}
}

// next reads one cell and reports whether another follows in its record.
func (r *csvReader) next() (more bool, err error) {
	r.cell = r.cell[:0]
	if start := r.quoteAt(); start >= 0 {
		r.pos = start + 1
		if err := r.quoted(); err != nil {
			return false, err
		}
	} else {
		start := r.pos
		for r.pos < len(r.text) && !r.ends(r.text[r.pos]) {
			r.pos++
		}
		r.cell = append(r.cell, r.text[start:min(r.pos, start+r.most+1)]...)
	}
	if err := r.check(); err != nil {
		return false, err
	}
	return r.endCell(), nil
}

// ends reports whether c ends a cell.
func (r *csvReader) ends(c byte) bool { return c == r.delimiter || c == '\n' || c == '\r' }

// quoteAt is where the mark stands that opens a quoted cell, or -1. Spaces in
// front of it, as people type them after a comma, are passed over.
func (r *csvReader) quoteAt() int {
	for i := r.pos; i < len(r.text); i++ {
		if r.text[i] == '"' {
			return i
		}
		if r.text[i] != ' ' {
			break
		}
	}
	return -1
}

// quoted reads a cell from behind its opening mark to the end of the cell.
func (r *csvReader) quoted() error {
	for {
		n := bytes.IndexByte(r.text[r.pos:], '"')
		if n < 0 {
			return unbalanced("a quotation mark opens this cell and is never closed")
		}
		r.cell = append(r.cell, r.text[r.pos:r.pos+min(n, r.most+1)]...)
		r.pos += n + 1
		if len(r.cell) > r.most {
			return overlong(r.most)
		}
		if r.pos == len(r.text) || r.text[r.pos] != '"' {
			break
		}
		r.cell = append(r.cell, '"')
		r.pos++
	}
	for r.pos < len(r.text) && r.text[r.pos] == ' ' {
		r.pos++
	}
	if r.pos < len(r.text) && !r.ends(r.text[r.pos]) {
		return unbalanced("text follows the quotation mark that closes this cell")
	}
	return nil
}

func unbalanced(what string) error {
	return &fault{"has unbalanced quotation marks: " + what,
		`write a quotation mark inside a quoted cell twice (""), or save the register as .xlsx`}
}

// check holds the cell to the limits.
func (r *csvReader) check() error {
	switch {
	case len(r.cell) > r.most:
		return overlong(r.most)
	case bytes.IndexByte(r.cell, 0) >= 0:
		return &fault{"holds a NUL character, which no text has", "export the file again, or save the register as .xlsx"}
	}
	return nil
}

// endCell steps over what ends the cell and reports whether another cell of
// the record follows.
func (r *csvReader) endCell() bool {
	if r.pos == len(r.text) {
		return false
	}
	c := r.text[r.pos]
	r.pos++
	if c == '\r' && r.pos < len(r.text) && r.text[r.pos] == '\n' {
		r.pos++
	}
	return c == r.delimiter
}

// delimiters are the marks that can part cells; where two fit as well, the
// first is taken. Nobody types a tab into a sentence.
const delimiters = "\t,;|"

// splitBy finds the delimiter: what a first line such as sep=; says, as Excel
// understands it and does not show it, or what splits the text's beginning
// into the most regular table.
func splitBy(text []byte) (rest []byte, delimiter byte) {
	end := max(0, bytes.IndexAny(text, "\r\n"))
	line, after := bytes.Trim(text[:end], "\""), text[end:]
	if len(line) == 5 && bytes.EqualFold(line[:4], []byte("sep=")) && separates(line[4]) {
		if bytes.HasPrefix(after, []byte("\r\n")) {
			after = after[1:]
		}
		return after[1:], line[4]
	}
	best := 0
	delimiter = ','
	for i := range len(delimiters) {
		if n := regularity(text, delimiters[i]); n > best {
			best, delimiter = n, delimiters[i]
		}
	}
	return text, delimiter
}

// separates reports whether a character can part cells: no letter or digit, which
// cells are made of, and no quote.
func separates(b byte) bool {
	r := rune(b)
	return r < utf8.RuneSelf && r != '"' && !unicode.IsLetter(r) && !unicode.IsDigit(r)
}

// regularity scores a delimiter over the first records: each record counts
// that has as many cells as most, and counts more the more cells it has. A record
// in which another delimiter opens a quoted cell is parted by that one: the long
// texts of its cells may hold any number of commas.
func regularity(text []byte, delimiter byte) int {
	const sample = 100
	r := &csvReader{text: text[:min(len(text), 1<<20)], delimiter: delimiter, most: 1 << 20}
	widths := map[int]int{}
	for range sample {
		if r.pos == len(r.text) {
			break
		}
		width, others := 1, false
		for {
			bare := r.quoteAt() < 0
			more, err := r.next()
			others = others || bare && opensQuote(r.cell)
			if err != nil {
				width = 0
				break
			}
			if !more {
				break
			}
			width++
		}
		if width == 0 {
			break
		}
		if !others {
			widths[width]++
		}
	}
	best := 0
	for width, n := range widths {
		best = max(best, n*(width-1))
	}
	return best
}

// opensQuote reports whether a delimiter in a cell opens a quoted one.
func opensQuote(cell []byte) bool {
	for i, c := range cell {
		if c == '"' && i > 0 && strings.IndexByte(delimiters, cell[i-1]) >= 0 {
			return true
		}
	}
	return false
}
