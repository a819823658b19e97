package annotate

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

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
