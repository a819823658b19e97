package ropa

import (
	"math"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// The paper that sheets are printed on, as workbooks number its sizes.
const (
	a4 = 9
	a3 = 8
)

const (
	margin    = 0.4 // inches
	lowMargin = 0.6
	a4Width   = (11.69 - 2*margin) * 72
	a4Height  = (8.27 - margin - lowMargin) * 72
	a3Width   = (16.54 - 2*margin) * 72
	smallest  = 70 // percent at which the body's ten points are still seven
)

// writePage sets how the sheet prints: on its side, headings on every page, and
// one page wide. Fitting is left to the spreadsheet program, since only it
// knows how wide its fonts are.
func (g *grid) writePage(f *excelize.File, footer string) error {
	side, wide, tall, paper := "landscape", 1, 0, g.paper()
	layout := &excelize.PageLayoutOptions{Size: &paper, Orientation: &side, FitToWidth: &wide, FitToHeight: &tall}
	if err := f.SetPageLayout(g.name, layout); err != nil {
		return err
	}
	m, low, foot := margin, lowMargin, 0.3
	err := f.SetPageMargins(g.name, &excelize.PageLayoutMarginsOptions{Left: &m, Right: &m, Top: &m, Bottom: &low, Header: &foot, Footer: &foot})
	if err != nil {
		return err
	}
	return f.SetHeaderFooter(g.name, &excelize.HeaderFooterOptions{OddFooter: footer})
}

// pageEnds are the rows with which pages begin on a sheet without a table, so
// that no block of it is parted that has room on a page.
func (g *grid) pageEnds() []int {
	if g.table != "" {
		return nil
	}
	page := a4Height * 100 / float64(g.percent(a4Width))
	var out []int
	used := 0.0
	for i := 0; i < len(g.top); {
		block, n := g.topHeight(g.top[i]), i+1
		for n < len(g.top) && len(g.top[n]) > 0 {
			block += g.topHeight(g.top[n])
			n++
		}
		if used > 0 && used+block > page {
			out = append(out, i+2) // the blank row stays on the page before
			used = 0
		}
		used += block
		i = n
	}
	return out
}

// paper is A4, or A3 where A4 would be too small to read.
func (g *grid) paper() int {
	if g.percent(a4Width) < smallest {
		return a3
	}
	return a4
}

// percent is the scale at which all printed columns fit a page of that width.
func (g *grid) percent(width float64) int {
	widest := 0.0
	for _, b := range g.printed() {
		widest = max(widest, g.width(b))
	}
	return min(100, int(math.Floor(width/widest*100)))
}

// span is columns of a sheet, inclusive, counted from 1.
type span struct{ from, to int }

// printed are the columns that print: each band on pages of its own, behind
// the columns that every page repeats.
func (g *grid) printed() []span {
	last := len(g.cols)
	if g.prints > 0 {
		last = g.prints
	}
	out := []span{{1, last}}
	for i, c := range g.cols[:last] {
		if i == 0 || c.band == "" {
			continue
		}
		out[len(out)-1].to = i
		out = append(out, span{i + 1, last})
	}
	return out
}

// printArea names the cells that print. What stands above the table prints with
// the first band only.
func (g *grid) printArea() string {
	var areas []string
	for i, b := range g.printed() {
		top := 1
		if i > 0 {
			top = g.headRow() - len(g.heading()) + 1
		}
		areas = append(areas, quoted(g.name)+"!$"+letters(b.from)+absolute(top)+":$"+letters(b.to)+absolute(g.lastRow()))
	}
	return strings.Join(areas, ",")
}

// points is the width of a column in points: 7 pixels a digit and 5 of edge.
func points(width float64) float64 { return (width*7 + 5) * 0.75 }

// absolute is a row as print titles name it.
func absolute(row int) string { return "$" + strconv.Itoa(row) }

// writeEntries makes the cells that people fill in: drop-downs, dates, and the
// grey of what is done.
func (g *grid) writeEntries(f *excelize.File) error {
	for _, d := range g.drops {
		if len(d.words) == 0 {
			continue
		}
		v := excelize.NewDataValidation(true)
		v.Sqref = g.area(d.col, d.col)
		if err := v.SetDropList(d.words); err != nil {
			return err
		}
		v.SetInput(g.cols[d.col-1].heading, d.help)
		if !d.free {
			v.SetError(excelize.DataValidationErrorStyleWarning, g.cols[d.col-1].heading, "This word is not in the list. Keep it all the same?")
		}
		if err := f.AddDataValidation(g.name, v); err != nil {
			return err
		}
	}
	for _, c := range g.dates {
		v := excelize.NewDataValidation(true)
		v.Sqref = g.area(c, c)
		if err := v.SetRange(36526, 73415, excelize.DataValidationTypeDate, excelize.DataValidationOperatorBetween); err != nil {
			return err
		}
		v.SetInput(g.cols[c-1].heading, "A date, as 30/9/2027")
		v.SetError(excelize.DataValidationErrorStyleStop, g.cols[c-1].heading, "This is not a date. Write it as 30/9/2027.")
		if err := f.AddDataValidation(g.name, v); err != nil {
			return err
		}
	}
	if g.done == 0 {
		return nil
	}
	grey, err := f.NewConditionalStyle(&excelize.Style{Font: &excelize.Font{Color: grey, Italic: true}})
	if err != nil {
		return err
	}
	return f.SetConditionalFormat(g.name, g.area(1, len(g.cols)), []excelize.ConditionalFormatOptions{{
		Type: "formula", Criteria: "$" + at(g.done, g.headRow()+1) + `="` + doneWord + `"`, Format: &grey,
	}})
}
