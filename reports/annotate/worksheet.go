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
	text, err := p.read(part)
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

// bigMerge is how many cells a merged one may have for its whole border to be
// drawn; each of them has to be there for it.
const bigMerge = 400

// withMerged adds to the marks the further cells of merged ones, since each
// draws its own part of the border.
func (w *worksheet) withMerged(marks []mark) []mark {
	out := slices.Clone(marks)
	for _, k := range marks {
		for _, m := range w.merges {
			if m.row != k.row || m.col != k.col || (m.lastRow-m.row+1)*(m.lastCol-m.col+1) > bigMerge {
				continue
			}
			for row := m.row; row <= m.lastRow; row++ {
				for col := m.col; col <= m.lastCol; col++ {
					if row != m.row || col != m.col {
						out = append(out, mark{row: row, col: col, look: k.look})
					}
				}
			}
		}
	}
	slices.SortStableFunc(out, func(a, b mark) int { return cmp.Or(cmp.Compare(a.row, b.row), cmp.Compare(a.col, b.col)) })
	return out
}

// highlight gives the cells their looks. Cells and rows that are not there,
// because they are blank, are put in.
func (w *worksheet) highlight(marks []mark, styles *styleSheet) {
	all := w.withMerged(marks)
	for len(all) > 0 {
		n := 1
		for n < len(all) && all[n].row == all[0].row {
			n++
		}
		w.highlightRow(all[0].row, all[:n], styles)
		all = all[n:]
	}
}

func (w *worksheet) highlightRow(n int, marks []mark, styles *styleSheet) {
	r, ok := w.row(n)
	if !ok {
		var b strings.Builder
		for _, k := range marks {
			b.WriteString(w.blank(k, styles.marked(w.columnStyle(k.col), k.look)))
		}
		row := "<" + w.prefix + `row r="` + strconv.Itoa(n) + `">` + b.String() + "</" + w.prefix + "row>"
		i, _ := slices.BinarySearchFunc(w.rows, n, func(r gridRow, n int) int { return cmp.Compare(r.n, n) })
		w.insert(w.data, row, i < len(w.rows), func() int { return w.rows[i].from })
		return
	}
	style := -1
	if custom, _ := attr(w.text, r.element, "customFormat"); custom == "1" || custom == "true" {
		style = number(w.text, r.element, "s")
	}
	cells := w.cells(r)
	missing := "" // within an empty row all go into one edit
	for _, k := range marks {
		i, ok := slices.BinarySearchFunc(cells, k.col, func(c gridCell, col int) int { return cmp.Compare(c.col, col) })
		if ok {
			id := styles.marked(number(w.text, cells[i].element, "s"), k.look)
			w.edits = append(w.edits, setAttr(w.text, cells[i].element, "s", strconv.Itoa(id)))
			continue
		}
		own := style
		if own < 0 {
			own = w.columnStyle(k.col)
		}
		cell := w.blank(k, styles.marked(own, k.look))
		if r.isEmpty() {
			missing += cell
			continue
		}
		w.insert(r.element, cell, i < len(cells), func() int { return cells[i].from })
	}
	if missing != "" {
		w.edits = append(w.edits, insertEnd(w.text, r.element, missing))
	}
	w.span(r, marks)
}

// insert puts text before the place where there is one, else at e's end.
func (w *worksheet) insert(e element, text string, before bool, place func() int) {
	if before {
		w.edits = append(w.edits, edit{place(), place(), text})
		return
	}
	w.edits = append(w.edits, insertEnd(w.text, e, text))
}

func (w *worksheet) blank(k mark, style int) string {
	return "<" + w.prefix + `c r="` + at(k.row, k.col) + `" s="` + strconv.Itoa(style) + `"/>`
}

// span widens a row's note of the columns that it uses.
func (w *worksheet) span(r gridRow, marks []mark) {
	spans, ok := attr(w.text, r.element, "spans")
	if !ok || strings.Contains(spans, " ") {
		return
	}
	from, to, _ := strings.Cut(spans, ":")
	first, err1 := strconv.Atoi(from)
	last, err2 := strconv.Atoi(to)
	if err1 != nil || err2 != nil {
		return
	}
	a, b := min(first, marks[0].col), max(last, marks[len(marks)-1].col)
	if a != first || b != last {
		w.edits = append(w.edits, setAttr(w.text, r.element, "spans", strconv.Itoa(a)+":"+strconv.Itoa(b)))
	}
}

// columnStyle is the style of a column's blank cells.
func (w *worksheet) columnStyle(col int) int {
	if c, ok := w.column(col); ok {
		return number(w.text, c, "style")
	}
	return 0
}

// column is the element that describes a column.
func (w *worksheet) column(col int) (element, bool) {
	cols, ok := w.find("cols")
	if !ok {
		return element{}, false
	}
	for _, c := range childrenOf(w.text, cols) {
		if number(w.text, c, "min") <= col && col <= number(w.text, c, "max") {
			return c, true
		}
	}
	return element{}, false
}
