package ropa

import (
	"strings"

	"github.com/xuri/excelize/v2"

	"dpmap/graph"
)

// write writes the sheet, which must be there and empty. The order matters:
// a streamed sheet takes its properties before its rows and the rest before
// it is flushed.
func (g *grid) write(f *excelize.File, ids []int, footer string) error {
	fit := true
	if err := f.SetSheetProps(g.name, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	hidden, zoom := false, 90.0
	if err := f.SetSheetView(g.name, -1, &excelize.ViewOptions{ShowGridLines: &hidden, ZoomScale: &zoom}); err != nil {
		return err
	}
	if err := f.SetSheetDimension(g.name, at(1, 1)+":"+g.corner()); err != nil {
		return err
	}
	sw, err := f.NewStreamWriter(g.name)
	if err != nil {
		return err
	}
	steps := []func() error{
		func() error { return g.writeColumns(sw) },
		func() error { return g.writeRows(sw, ids) },
		func() error { return g.writeTable(f, sw) },
		func() error { return g.writeLinks(f) },
		func() error { return g.writeEntries(f) },
		func() error { return g.writePage(f, footer) },
		sw.Flush,
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

func (g *grid) writeColumns(sw *excelize.StreamWriter) error {
	for i := len(g.cols); i > 0; i-- { // excelize puts each before those it has, and the schema wants them in order
		if err := sw.SetColWidth(i, i, g.cols[i-1].width); err != nil {
			return err
		}
	}
	if g.table == "" {
		return nil
	}
	pane := "bottomRight"
	if g.freeze == 0 {
		pane = "bottomLeft"
	}
	corner := at(g.freeze+1, g.headRow()+1)
	return sw.SetPanes(&excelize.Panes{
		Freeze: true, XSplit: g.freeze, YSplit: g.headRow(), TopLeftCell: corner, ActivePane: pane,
		Selection: []excelize.Selection{{SQRef: corner, ActiveCell: corner, Pane: pane}},
	})
}

func (g *grid) writeRows(sw *excelize.StreamWriter, ids []int) error {
	row := 0
	ends := g.pageEnds()
	for _, cells := range g.top {
		row++
		if len(ends) > 0 && ends[0] == row {
			ends = ends[1:]
			if err := sw.InsertPageBreak(at(1, row)); err != nil {
				return err
			}
		}
		if err := put(sw, row, cells, ids, g.topHeight(cells)); err != nil {
			return err
		}
		for i, c := range cells {
			if c.span < 2 {
				continue
			}
			if err := sw.MergeCell(at(i+1, row), at(i+c.span, row)); err != nil {
				return err
			}
		}
	}
	if g.table == "" {
		return nil
	}
	for _, cells := range g.heading() {
		row++
		if err := put(sw, row, cells, ids, g.rowHeight(cells)); err != nil {
			return err
		}
	}
	for _, cells := range g.rows {
		row++
		if err := put(sw, row, cells, ids, g.rowHeight(cells)); err != nil {
			return err
		}
	}
	return nil
}

// topHeight is the height of a row above the table, whose titles and notes
// run over the cells at their right.
func (g *grid) topHeight(cells []cell) float64 {
	if len(cells) == 0 {
		return 6
	}
	if cells[0].style == title {
		return 24
	}
	n := 1
	for i, c := range cells {
		if c.style == note || c.style == title || c.style == band {
			continue
		}
		width := 0.0
		for _, col := range g.cols[i:min(len(g.cols), i+max(1, c.span))] {
			width += col.width
		}
		n = max(n, lines(c.text, width*c.style.room()))
	}
	return height(n)
}

func (g *grid) writeTable(f *excelize.File, sw *excelize.StreamWriter) error {
	if g.table == "" {
		return nil
	}
	stripes := false
	err := sw.AddTable(&excelize.Table{
		Range: at(1, g.headRow()) + ":" + at(len(g.cols), g.lastRow()),
		Name:  g.table, StyleName: "TableStyleLight1", ShowRowStripes: &stripes,
	})
	if err != nil {
		return err
	}
	if g.hasBands() || g.prints > 0 {
		if err := f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", RefersTo: g.printArea(), Scope: g.name}); err != nil {
			return err
		}
	}
	first := g.headRow() - len(g.heading()) + 1
	rows := quoted(g.name) + "!" + absolute(first) + ":" + absolute(g.headRow())
	if g.freeze > 0 {
		rows = quoted(g.name) + "!$A:$" + letters(g.freeze) + "," + rows
	}
	return f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: rows, Scope: g.name})
}

// maxLinks bounds the links of a sheet: excelize looks through all of them for
// each new one. What would be a link is still a text that names its target.
const maxLinks = 20000

// writeLinks makes the links within the workbook.
func (g *grid) writeLinks(f *excelize.File) error {
	made := 0
	all := append(append([][]cell{}, g.top...), append(g.heading(), g.rows...)...)
	if g.table == "" {
		all = g.top
	}
	for i, cells := range all {
		for j, c := range cells {
			if c.link == "" || made == maxLinks {
				continue
			}
			made++
			tip := "Go to " + c.link
			err := f.SetCellHyperLink(g.name, at(j+1, i+1), c.link, "Location", excelize.HyperlinkOpts{Tooltip: &tip})
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// letters is a column's name, counted from 1.
func letters(col int) string { return graph.ColumnName(col) }

// quoted is a sheet's name as references hold it.
func quoted(sheet string) string {
	if strings.ContainsAny(sheet, " '-") {
		return "'" + strings.ReplaceAll(sheet, "'", "''") + "'"
	}
	return sheet
}
