package annotate

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"dpmap/graph"
)

// worksheet is the part of one sheet, with what is found of its grid.
type worksheet struct {
	part   string
	text   []byte
	prefix string
	root   element
	top    []element // directly in the root
	data   element   // of the rows
	rows   []gridRow
	merges []area
	edits  []edit
}

type gridRow struct {
	n int
	element
}

// area is a rectangle of cells, inclusive, counted from 1.
type area struct{ row, col, lastRow, lastCol int }

// mark is one cell and what is to be said of it.
type mark struct {
	row, col int
	look     look
	items    []int // indexes; none for the further cells of a merged one
}

func openWorksheet(p *pack, part string) (*worksheet, error) {
	text, err := p.readUpTo(part, maxSheet)
	if err != nil {
		return nil, err
	}
	w := &worksheet{part: part, text: text}
	root, ok := rootOf(text)
	if !ok || root.name != "worksheet" {
		return nil, damaged("its part " + part + " holds no sheet")
	}
	w.root, w.prefix, w.top = root, prefixOf(text, root), childrenOf(text, root)
	if w.data, ok = w.find("sheetData"); !ok {
		return nil, damaged("its part " + part + " holds no rows")
	}
	last := 0
	for _, e := range childrenOf(text, w.data) {
		if n := number(text, e, "r"); n > 0 {
			last = n
		} else {
			last++
		}
		w.rows = append(w.rows, gridRow{last, e})
	}
	if list, ok := w.find("mergeCells"); ok {
		for _, e := range childrenOf(text, list) {
			ref, _ := attr(text, e, "ref")
			if a, ok := areaOf(ref); ok {
				w.merges = append(w.merges, a)
			}
		}
	}
	return w, nil
}

// find is the element of that name directly in the root.
func (w *worksheet) find(name string) (element, bool) {
	i := slices.IndexFunc(w.top, func(e element) bool { return e.name == name })
	if i < 0 {
		return element{}, false
	}
	return w.top[i], true
}

// areaOf reads "B2:C7" or "B2".
func areaOf(ref string) (area, bool) {
	from, to, ok := strings.Cut(strings.ReplaceAll(ref, "$", ""), ":")
	if !ok {
		to = from
	}
	r1, c1 := position(from)
	r2, c2 := position(to)
	return area{min(r1, r2), min(c1, c2), max(r1, r2), max(c1, c2)}, r1 > 0 && r2 > 0 && c1 > 0 && c2 > 0
}

// position is the row and column of a cell's name, zero when it is none.
func position(cell string) (row, col int) {
	i := 0
	for i < len(cell) && i < 3 && cell[i]|0x20 >= 'a' && cell[i]|0x20 <= 'z' {
		col = col*26 + int(cell[i]|0x20-'a') + 1
		i++
	}
	row, err := strconv.Atoi(cell[i:])
	if err != nil {
		return 0, 0
	}
	return row, col
}

// at names a cell by row and column.
func at(row, col int) string { return graph.Ref{Row: row, Col: col}.Cell() }

// row is the row of that number.
func (w *worksheet) row(n int) (gridRow, bool) {
	i, ok := slices.BinarySearchFunc(w.rows, n, func(r gridRow, n int) int { return cmp.Compare(r.n, n) })
	if !ok {
		return gridRow{}, false
	}
	return w.rows[i], true
}

// gridCell is a cell as the part holds it.
type gridCell struct {
	col int
	element
}

func (w *worksheet) cells(r gridRow) []gridCell {
	var out []gridCell
	last := 0
	for _, e := range childrenOf(w.text, r.element) {
		if e.name != "c" {
			continue
		}
		last++
		if ref, ok := attr(w.text, e, "r"); ok {
			_, last = position(ref)
		}
		out = append(out, gridCell{last, e})
	}
	return out
}

// place is the cell that bears a note about a ref: for a whole row its first
// cell with something in it, for a merged cell its top left.
func (w *worksheet) place(ref graph.Ref) (row, col int) {
	row, col = ref.Row, ref.Col
	if col == 0 {
		col = 1
		if r, ok := w.row(row); ok {
			for _, c := range w.cells(r) {
				if len(childrenOf(w.text, c.element)) > 0 {
					col = c.col
					break
				}
			}
		}
	}
	for _, m := range w.merges {
		if m.row <= row && row <= m.lastRow && m.col <= col && col <= m.lastCol {
			return m.row, m.col
		}
	}
	return row, col
}
