package ropa

import (
	"math"
	"strconv"

	"github.com/xuri/excelize/v2"
)

// pageWidth is the printable width of A4 on its side, in points, less the
// margins that writePage sets.
const (
	margin    = 0.4 // inches
	pageWidth = (11.69 - 2*margin) * 72
)

// writePage sets how the sheet prints: A4 on its side, headings on every page,
// one page wide, or one page for each band of columns.
func (g *grid) writePage(f *excelize.File, sw *excelize.StreamWriter, footer string) error {
	a4, side, wide, tall := 9, "landscape", 1, 0
	layout := &excelize.PageLayoutOptions{Size: &a4, Orientation: &side, FitToWidth: &wide, FitToHeight: &tall}
	if g.hasBands() {
		scale := g.scale()
		layout = &excelize.PageLayoutOptions{Size: &a4, Orientation: &side, AdjustTo: &scale}
		for i, c := range g.cols {
			if i == 0 || c.band == "" || g.prints > 0 && i >= g.prints {
				continue
			}
			if err := sw.InsertPageBreak(at(i+1, 1)); err != nil {
				return err
			}
		}
	}
	if err := f.SetPageLayout(g.name, layout); err != nil {
		return err
	}
	m, low, foot := margin, 0.6, 0.3
	err := f.SetPageMargins(g.name, &excelize.PageLayoutMarginsOptions{Left: &m, Right: &m, Top: &m, Bottom: &low, Header: &foot, Footer: &foot})
	if err != nil {
		return err
	}
	return f.SetHeaderFooter(g.name, &excelize.HeaderFooterOptions{OddFooter: footer})
}

// scale is the percentage at which the widest band, with the columns that
// every page repeats, fits a page.
func (g *grid) scale() uint {
	fixed, widest, sum := 0.0, 0.0, 0.0
	printed := g.cols
	if g.prints > 0 {
		printed = g.cols[:g.prints]
	}
	for i, c := range printed {
		w := points(c.width)
		if i < g.freeze {
			fixed += w
			continue
		}
		if c.band != "" {
			sum = 0
		}
		sum += w
		widest = max(widest, sum)
	}
	percent := math.Floor(pageWidth / (fixed + widest) * 98)
	return uint(min(100, max(10, percent)))
}

// points is the width of a column in points: 7 pixels a digit and 5 of edge.
func points(width float64) float64 { return (width*7 + 5) * 0.75 }

// absolute is a row as print titles name it.
func absolute(row int) string { return "$" + strconv.Itoa(row) }

// writeEntries makes the cells that people fill in: drop-downs, dates, and the
// grey of what is done.
func (g *grid) writeEntries(f *excelize.File) error {
	for _, d := range g.drops {
		v := excelize.NewDataValidation(true)
		v.Sqref = g.area(d.col, d.col)
		if err := v.SetDropList(d.words); err != nil {
			return err
		}
		v.SetInput(g.cols[d.col-1].heading, d.help)
		v.SetError(excelize.DataValidationErrorStyleWarning, g.cols[d.col-1].heading, "This word is not in the list. Keep it all the same?")
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
		Type: "formula", Criteria: "$" + at(g.done, g.headRow()+1) + `="done"`, Format: &grey,
	}})
}
