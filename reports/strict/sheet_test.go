package strict

import (
	"strconv"
	"strings"
)

var sheetOrder = []string{"sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection", "protectedRanges",
	"scenarios", "autoFilter", "sortState", "dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting", "dataValidations",
	"hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors",
	"smartTags", "drawing", "legacyDrawing", "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst"}

// area is a rectangle of cells, inclusive, counted from 1.
type area struct{ row, col, lastRow, lastCol int }

func (a area) meets(b area) bool {
	return a.row <= b.lastRow && b.row <= a.lastRow && a.col <= b.lastCol && b.col <= a.lastCol
}

// cells reads "B2:C7" or "B2".
func cells(ref string) (area, bool) {
	from, to, ok := strings.Cut(strings.ReplaceAll(ref, "$", ""), ":")
	if !ok {
		to = from
	}
	r1, c1 := cell(from)
	r2, c2 := cell(to)
	return area{r1, c1, r2, c2}, r1 > 0 && c1 > 0 && r1 <= r2 && c1 <= c2
}

// cell is a cell's row and column, zero when the text names none.
func cell(ref string) (row, col int) {
	i := 0
	for i < len(ref) && ref[i] >= 'A' && ref[i] <= 'Z' && i < 3 {
		col = col*26 + int(ref[i]-'A') + 1
		i++
	}
	row, err := strconv.Atoi(ref[i:])
	if err != nil || row < 1 || row > 1048576 || col > 16384 || strings.HasPrefix(ref[i:], "0") || strings.HasPrefix(ref[i:], "+") {
		return 0, 0
	}
	return row, col
}

// worksheet checks one sheet and what hangs on it.
func (p *pack) worksheet(part, name string) {
	w := p.open(part, "worksheet")
	p.inOrder(part, w, sheetOrder)
	if ref := w.child("dimension").attr["ref"]; ref != "" {
		if _, ok := cells(ref); !ok {
			p.fault("%s: it says that it uses %q", part, ref)
		}
	}
	p.views(part, w)
	p.columns(part, w.child("cols"))
	values := p.rows(part, w.child("sheetData"))
	merges := p.merges(part, w.child("mergeCells"))
	p.formats(part, w)
	p.validations(part, w.child("dataValidations"))
	p.hyperlinks(part, w.child("hyperlinks"))
	p.page(part, w)
	p.sheetTables(part, w, values, merges)
	p.pictures(part, w.child("drawing"))
	p.notes(part, w.child("legacyDrawing"))
	if f := w.child("autoFilter"); f.name != "" {
		if _, ok := cells(f.attr["ref"]); !ok {
			p.fault("%s: it filters %q", part, f.attr["ref"])
		}
	}
}

func (p *pack) views(part string, w *node) {
	for _, v := range w.child("sheetViews").kids {
		if z := v.number("zoomScale", 100); z < 10 || z > 400 {
			p.fault("%s: zoom %d", part, z)
		}
		p.inOrder(part, v, []string{"pane", "selection", "pivotSelection", "extLst"})
		pane := v.child("pane")
		if pane.name == "" {
			continue
		}
		x, y := pane.number("xSplit", 0), pane.number("ySplit", 0)
		want := map[[2]bool]string{{true, true}: "bottomRight", {true, false}: "topRight", {false, true}: "bottomLeft"}[[2]bool{x > 0, y > 0}]
		row, col := cell(pane.attr["topLeftCell"])
		if pane.attr["activePane"] != want || row != y+1 && y > 0 || col != x+1 && x > 0 {
			p.fault("%s: a pane of %d and %d is active at %q from %s", part, x, y, pane.attr["activePane"], pane.attr["topLeftCell"])
		}
		for _, s := range v.all("selection") {
			if _, ok := cells(s.attr["activeCell"]); !ok && s.attr["activeCell"] != "" {
				p.fault("%s: the active cell is %q", part, s.attr["activeCell"])
			}
		}
	}
}

func (p *pack) columns(part string, cols *node) {
	if cols.name != "" && len(cols.kids) == 0 {
		p.fault("%s: a list of no columns", part)
	}
	last := 0
	for _, c := range cols.kids {
		from, to := c.number("min", 0), c.number("max", 0)
		if from <= last || to < from || to > 16384 {
			p.fault("%s: columns %d to %d stand behind %d", part, from, to, last)
		}
		last = to
		if width, err := strconv.ParseFloat(c.attr["width"], 64); c.attr["width"] != "" && (err != nil || width < 0 || width > 255) {
			p.fault("%s: a column is %s wide", part, c.attr["width"])
		}
		p.styled(part, "column", c.number("style", 0))
	}
}

func (p *pack) styled(part, what string, id int) {
	if id < 0 || id >= p.styles {
		p.fault("%s, %s: style %d of %d", part, what, id, p.styles)
	}
}

// rows checks the cells and gives the texts of those that have one; "\x00"
// stands for a text in the table that sheets share, and is not compared.
func (p *pack) rows(part string, data *node) map[[2]int]string {
	values := map[[2]int]string{}
	last := 0
	for _, r := range data.kids {
		n := r.number("r", last+1)
		if n <= last || n > 1048576 {
			p.fault("%s: row %d stands behind %d", part, n, last)
		}
		last = n
		if h, err := strconv.ParseFloat(r.attr["ht"], 64); r.attr["ht"] != "" && (err != nil || h < 0 || h > 409.5) {
			p.fault("%s: row %d is %s points high", part, n, r.attr["ht"])
		}
		p.styled(part, "row "+r.attr["r"], r.number("s", 0))
		lastCol := 0
		for _, c := range r.kids {
			row, col := cell(c.attr["r"])
			if row != n || col <= lastCol {
				p.fault("%s: cell %q in row %d behind column %d", part, c.attr["r"], n, lastCol)
			}
			lastCol = col
			p.styled(part, c.attr["r"], c.number("s", 0))
			if text, ok := p.value(part, c); ok {
				values[[2]int{row, col}] = text
			}
		}
	}
	return values
}

// value checks what a cell holds; ok where it is a text.
func (p *pack) value(part string, c *node) (text string, ok bool) {
	at, v := c.attr["r"], c.child("v").text
	p.inOrder(part, c, []string{"f", "v", "is", "extLst"})
	switch c.attr["t"] {
	case "s":
		if n, err := strconv.Atoi(v); err != nil || n < 0 || n >= p.strings {
			p.fault("%s, %s: text %q of %d", part, at, v, p.strings)
		}
		return "\x00", true
	case "inlineStr":
		if !c.has("is") {
			p.fault("%s, %s: a text without text", part, at)
		}
		text = c.child("is").words()
		p.text(part, at, text)
		return text, true
	case "str":
		p.text(part, at, v)
	case "", "n":
		if _, err := strconv.ParseFloat(v, 64); c.has("v") && err != nil {
			p.fault("%s, %s: %q is no number", part, at, v)
		}
	case "b", "e", "d":
	default:
		p.fault("%s, %s: no cell is of type %q", part, at, c.attr["t"])
	}
	return "", false
}

func (p *pack) merges(part string, list *node) []area {
	p.counted(part, list)
	if list.name != "" && len(list.kids) == 0 {
		p.fault("%s: a list of no merged cells", part)
	}
	var all []area
	for _, m := range list.kids {
		a, ok := cells(m.attr["ref"])
		if !ok || a.row == a.lastRow && a.col == a.lastCol {
			p.fault("%s: merged cells %q", part, m.attr["ref"])
		}
		for _, b := range all {
			if a.meets(b) {
				p.fault("%s: the merged cells %s meet others", part, m.attr["ref"])
			}
		}
		all = append(all, a)
	}
	return all
}
