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
