package ropa

import "strings"

const (
	leastWide  = 7   // digits: no column of a table is narrower
	headButton = 2.5 // digits: of a heading's filter button
	headLines  = 5   // that a heading is to have at most
	step       = 2   // digits by which a column grows at a time
	looked     = 80  // rows by which the room is shared out
	perPage    = 12  // rows on a page, about: as often are the headings repeated
)

// narrow takes from each column what its texts do not need, for the sake of
// those that are read. Columns that somebody is to fill in stay as they are.
func (g *grid) narrow() {
	if len(g.rows) < 2 { // a lone row may say that there is none
		return
	}
	for i := range g.cols {
		if style := g.rows[0][i].style; style != entry && style != entryDate {
			g.cols[i].width = min(g.cols[i].width, max(leastWide, g.needed(i)))
		}
	}
}

// needed is the width in which each paragraph of a column is one line and no
// word of its heading is broken nor the heading high, or the column's own if
// that is less.
func (g *grid) needed(col int) float64 {
	heading := g.cols[col].heading
	most := max(longestWord(heading), digits(heading)/headLines)/head.room() + headButton + 1
	for _, row := range g.top {
		if col < len(row) && row[col].style != title && row[col].style != note && row[col].style != band {
			most = max(most, longestWord(row[col].text)/label.room()+1)
		}
	}
	for _, row := range g.rows {
		if most >= g.cols[col].width {
			break
		}
		c := row[col]
		for para := range strings.SplitSeq(c.text, "\n") {
			most = max(most, digits(para)/c.style.room()+1)
		}
		if c.isNum {
			most = max(most, float64(len(itoa(c.n)))+2)
		}
	}
	return most
}

// digits is the width of a line in the unit of column widths.
func digits(line string) float64 {
	sum := 0
	for _, c := range line {
		sum += advance(c)
	}
	return float64(sum) / 10 / bodyScale
}

func longestWord(s string) float64 {
	most := 0.0
	for word := range strings.FieldsSeq(s) {
		most = max(most, digits(word))
	}
	return most
}

// share gives the room that a page has left to the columns that make rows high,
// a little at a time.
func (g *grid) share() {
	if g.table == "" {
		return
	}
	rows := append([][]cell{g.heading()[len(g.heading())-1]}, g.rows[:min(len(g.rows), looked)]...)
	high := make([][]int, len(rows)) // lines of each cell
	for n, row := range rows {
		high[n] = make([]int, len(g.cols))
		for i := range row {
			high[n][i] = g.lines(row[i:i+1], i)
		}
	}
	for range 200 {
		best := g.tightest(high)
		if best < 0 {
			return
		}
		g.cols[best].width += step
		for n, row := range rows {
			high[n][best] = g.lines(row[best:best+1], best)
		}
	}
}

// tightest is the column, of those with room to grow, whose texts alone make
// rows high; -1 where there is none.
func (g *grid) tightest(high [][]int) int {
	best, most := -1, 0.0
	for _, b := range g.printed() {
		if !g.hasRoom(b) {
			continue
		}
		for i := b.from - 1; i < b.to; i++ {
			if w := g.weight(high, i); w > most {
				best, most = i, w
			}
		}
	}
	return best
}

// hasRoom reports whether a page of such columns can be wider by a step and
// still be read.
func (g *grid) hasRoom(b span) bool {
	if g.freeze > 0 && b.from <= g.freeze {
		for _, other := range g.printed() { // a frozen column is on every page
			if other != b && g.width(other)+step*5.25 > a4Width*100/smallest {
				return false
			}
		}
	}
	return g.width(b)+step*5.25 <= a4Width*100/smallest
}

// width is what the columns take on a page, in points.
func (g *grid) width(b span) float64 {
	sum := 0.0
	for i, c := range g.cols[:b.to] {
		if i+1 >= b.from || i < g.freeze {
			sum += points(c.width)
		}
	}
	return sum
}

// weight is by how many lines a column alone overtops the others of its row, in
// all; little for those that it shares the top with.
func (g *grid) weight(high [][]int, col int) float64 {
	last := len(g.cols)
	if g.prints > 0 {
		last = g.prints
	}
	sum := 0.0
	for n, row := range high {
		next, ties := 1, 0
		for i, h := range row[:last] {
			if i != col {
				next = max(next, h)
			}
			if i != col && h == row[col] {
				ties++
			}
		}
		gain := float64(row[col] - next)
		if row[col] == next && row[col] > 1 {
			gain = 0.3 / float64(ties+1)
		}
		if gain > 0 && n == 0 {
			gain *= float64(len(g.rows)/perPage + 1)
		}
		sum += max(0, gain)
	}
	return sum
}
