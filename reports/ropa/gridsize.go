package ropa

import "strings"

// fit settles the widths of the columns by what stands in them.
func (g *grid) fit() {
	g.narrow()
	g.share()
	g.ease()
}

const (
	easyLines = 3   // that a row may have for the sake of what does not print
	easyWide  = 130 // digits: the most that such a column is widened to
)

// ease widens the columns that do not print until they need no higher rows than
// those that do: paper is not to be wasted for what is not on it.
func (g *grid) ease() {
	if g.prints == 0 || g.prints >= len(g.cols) {
		return
	}
	printed := make([]int, len(g.rows))
	for n, row := range g.rows {
		printed[n] = max(easyLines, g.lines(row[:g.prints], 0))
	}
	for i := g.prints; i < len(g.cols); i++ {
		for g.cols[i].width < easyWide && g.pushes(i, printed) {
			g.cols[i].width = min(easyWide, g.cols[i].width*1.25)
		}
	}
}

// pushes reports whether a column makes some row higher than that many lines.
func (g *grid) pushes(col int, most []int) bool {
	width := g.cols[col].width
	for n, row := range g.rows {
		text := row[col].text
		if len(text) <= int(width)/2 && !strings.Contains(text, "\n") {
			continue // a line, whatever its characters
		}
		if lines(text, width*row[col].style.room()) > most[n] {
			return true
		}
	}
	return false
}

// rowHeight is the height of a row of the table. A heading shares its cell
// with the button of the filter.
func (g *grid) rowHeight(row []cell) float64 {
	if len(row) > 0 && row[0].style == band {
		return 18
	}
	return height(g.lines(row, 0))
}

// lines is the number of lines of the tallest of some cells of a row, of which
// the first stands in the column from.
func (g *grid) lines(cells []cell, from int) int {
	n := 1
	for i, c := range cells {
		width := g.cols[from+i].width
		if c.style == head {
			width -= headButton
		}
		n = max(n, lines(c.text, width*c.style.room()))
	}
	return n
}
