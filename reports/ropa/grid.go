package ropa

import (
	"github.com/xuri/excelize/v2"

	"dpmap/graph"
)

// grid is a sheet before it is written: rows above a table, and the table.
type grid struct {
	name   string
	top    [][]cell // above the table
	cols   []col
	rows   [][]cell // as many cells as cols
	table  string   // the table's name; "" for a sheet without one
	freeze int      // columns that stay when the rest scrolls
	drops  []drop
	dates  []int // columns that take dates
	prints int   // columns that print; 0 for all
	done   int   // column whose word for done greys its row; 0 for none
}

// col is a column of a table. A column with a band begins a group of columns,
// and in print a page.
type col struct {
	heading string
	width   float64
	band    string
}

// cell is one cell. Its text is always written as text.
type cell struct {
	text  string
	style style
	n     int // a number, where number says so
	isNum bool
	link  string // the place to go to: "Record!A9"
	span  int    // columns that it stands across; 0 and 1 are one
}

// drop is a drop-down on a column counted from 1.
type drop struct {
	col   int
	words []string
	help  string
	free  bool // the words are suggestions; anything may be written
}

func says(s string) cell               { return cell{text: s} }
func styled(s string, look style) cell { return cell{text: s, style: look} }
func counted(n int) cell               { return cell{n: n, isNum: true, style: number} }
func leads(s, to string) cell          { return cell{text: s, style: link, link: to} }

// recorded is a text of the register, or words that say that there is none.
func recorded(s string) cell {
	if s == "" || s == notRecorded {
		return styled(notRecorded, muted)
	}
	return says(s)
}

// headRow is the row of the table's headings; its first row of data follows.
func (g *grid) headRow() int {
	if g.hasBands() {
		return len(g.top) + 2
	}
	return len(g.top) + 1
}

func (g *grid) hasBands() bool { return len(g.cols) > 0 && g.cols[0].band != "" }

// lastRow is the table's last row. A table needs a row of data, be it blank.
func (g *grid) lastRow() int { return g.headRow() + max(1, len(g.rows)) }

// corner is the last cell that the sheet uses.
func (g *grid) corner() string {
	if g.table == "" {
		return at(len(g.cols), max(1, len(g.top)))
	}
	return at(len(g.cols), g.lastRow())
}

// area is the range of the table's data in the columns from and to.
func (g *grid) area(from, to int) string {
	return at(from, g.headRow()+1) + ":" + at(to, g.lastRow())
}

// at names a cell by column and row counted from 1.
func at(col, row int) string { return graph.Ref{Row: row, Col: col}.Cell() }

// narrow takes room from columns in which nothing stands and that nobody is to
// fill in, for the sake of those that are read.
func (g *grid) narrow() {
	if len(g.rows) < 2 { // a lone row may say that there is none
		return
	}
	for i := range g.cols {
		if g.cols[i].width > blankWide && g.isBlank(i) {
			g.cols[i].width = blankWide
		}
	}
}

// isBlank reports whether a column has nothing in it.
func (g *grid) isBlank(col int) bool {
	for _, row := range g.rows {
		c := row[col]
		if c.text != "" || c.isNum || c.style == entry || c.style == entryDate {
			return false
		}
	}
	return true
}

// widen gives columns whose texts are long more room, since no row can be
// higher than about thirty lines and what does not fit would be hidden.
func (g *grid) widen() {
	for i := range g.cols {
		most := g.cols[i].width * 2
		for g.cols[i].width < most && g.tallest(i) > tallCell {
			g.cols[i].width = min(most, g.cols[i].width*1.2)
		}
	}
}

// tallest is the number of lines of the tallest cell of a column.
func (g *grid) tallest(col int) int {
	n := 0
	for _, row := range g.rows {
		if len(row[col].text) > tallCell*4 { // shorter ones cannot be that tall
			n = max(n, lines(row[col].text, g.cols[col].width))
		}
	}
	return n
}

// heading is the row of headings, and the row of bands above it if there is one.
func (g *grid) heading() [][]cell {
	var bands, heads []cell
	for _, c := range g.cols {
		bands = append(bands, styled(c.band, band))
		heads = append(heads, styled(c.heading, head))
	}
	if g.hasBands() {
		return [][]cell{bands, heads}
	}
	return [][]cell{heads}
}

// rowHeight is the height of a row of the table. A heading shares its cell
// with the button of the filter.
func (g *grid) rowHeight(row []cell) float64 {
	n := 1
	for i, c := range row {
		width := g.cols[i].width
		if c.style == head {
			width -= 2.5
		}
		if c.style == band {
			continue
		}
		n = max(n, lines(c.text, width*c.style.room()))
	}
	if len(row) > 0 && row[0].style == band {
		return 18
	}
	return height(n)
}

// put writes one row.
func put(sw *excelize.StreamWriter, row int, cells []cell, ids []int, h float64) error {
	values := make([]any, len(cells))
	for i, c := range cells {
		switch {
		case c.isNum:
			values[i] = excelize.Cell{StyleID: ids[c.style], Value: c.n}
		case c.text == "" && c.style == plain && h == 0:
			values[i] = nil
		case c.text == "":
			values[i] = excelize.Cell{StyleID: ids[c.style]}
		default:
			values[i] = excelize.Cell{StyleID: ids[c.style], Value: fitCell(tidy(c.text))}
		}
	}
	return sw.SetRow(at(1, row), values, excelize.RowOpts{Height: h})
}
