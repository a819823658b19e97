package sheet

import "fmt"

// rawCell is a cell as the file has it.
type rawCell struct {
	kind    string
	formula bool
	valued  bool // it has a v
	inline  bool // it has an is
}

// cellKinds are what t can say, here so that a cell's kind costs no memory.
var cellKinds = [...]string{"s", "n", "str", "inlineStr", "b", "e", "d"}

// readCell reads the cell whose start was just returned and keeps it if it
// holds something to see.
func (r *rowReader) readCell() error {
	raw := rawCell{kind: "n"}
	ref, placed := r.s.attr("r")
	if err := r.placeCell(ref, placed); err != nil {
		return err
	}
	if t, ok := r.s.attr("t"); ok {
		raw.kind = ""
		for _, k := range &cellKinds {
			if string(t) == k {
				raw.kind = k
			}
		}
		if raw.kind == "" {
			return damaged("a cell is of the kind " + quoteShort(t) + ", which .xlsx does not have")
		}
	}
	style := 0
	if v, ok := r.s.attr("s"); ok {
		if style, ok = wholeNumber(v, 1<<20); !ok {
			return damaged("a cell has the style " + quoteShort(v))
		}
	}
	if err := r.readContent(&raw); err != nil {
		return err
	}
	if len(r.text) > r.book.limits.Cell {
		return overlong(r.book.limits.Cell)
	}
	cell, err := r.value(raw, style)
	if err != nil || cell.Type == 0 {
		return err
	}
	cell.Col = r.col
	return r.keep(cell)
}

// keep holds a cell with content to the limits.
func (r *rowReader) keep(cell Cell) error {
	l := r.book.limits
	switch {
	case r.row > l.Rows:
		return tooFar("row", thousands(l.Rows))
	case r.col > l.Columns:
		return tooFar("column", columnAndNumber(l.Columns))
	}
	r.cells = append(r.cells, cell)
	return nil
}

// placeCell finds the cell's column from its reference, or counts on.
func (r *rowReader) placeCell(ref []byte, placed bool) error {
	before := r.col
	if !placed {
		if r.col++; r.col > maxColumn {
			return damaged("a row has more cells than a sheet has columns")
		}
		return nil
	}
	col, row, ok := parseRef(ref)
	if !ok {
		return damaged("a cell is called " + quoteShort(ref) + ", which is not the name of a cell")
	}
	if row != r.row {
		return damaged(fmt.Sprintf("a cell called %s stands in row %d", ref, r.row))
	}
	if r.col = col; col <= before {
		return damaged(fmt.Sprintf("cell %s comes twice or out of order", ref))
	}
	return nil
}

// parseRef reads a reference such as C7.
func parseRef(b []byte) (col, row int, ok bool) {
	i := 0
	for ; i < len(b) && b[i] >= 'A' && b[i] <= 'Z'; i++ {
		if col = col*26 + int(b[i]-'A') + 1; col > maxColumn {
			return 0, 0, false
		}
	}
	if i == 0 || i == len(b) || b[i] == '0' {
		return 0, 0, false
	}
	row, ok = wholeNumber(b[i:], maxRow)
	return col, row, ok
}

// readContent reads what stands in the cell into r.text.
func (r *rowReader) readContent(raw *rawCell) error {
	s, most := r.s, r.book.limits.Cell
	r.text = r.text[:0]
	for {
		t, err := s.next()
		switch {
		case err != nil:
			return err
		case t == endToken:
			return nil
		case t == textToken:
			if !blankBytes(s.text) {
				return damaged("a cell's value stands outside its element")
			}
			continue
		case !s.main:
			return foreignFault()
		}
		switch string(s.local) {
		case "v":
			if raw.valued || raw.inline {
				return damaged("a cell has two values")
			}
			raw.valued = true
			r.text, err = appendText(r.text, s, most)
		case "is":
			if raw.valued || raw.inline {
				return damaged("a cell has two values")
			}
			raw.inline = true
			r.text, err = appendRich(r.text, s, most)
		case "f":
			raw.formula = true
			err = s.skip()
		case "extLst":
			err = s.skip()
		default:
			err = damaged("a cell holds " + quoteShort(s.local))
		}
		if err != nil {
			return err
		}
	}
}

func overlong(most int) error {
	return &fault{"holds a text of more than " + thousands(most) + " bytes", "shorten the text or move it to a document of its own"}
}

func tooFar(what, last string) error {
	return &fault{"lies beyond " + what + " " + last + ", the last that is read",
		"delete what stands there by mistake, or move the register into a workbook of its own"}
}
