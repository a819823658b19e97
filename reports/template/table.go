package template

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"dpmap/graph"

	"github.com/xuri/excelize/v2"
)

// at names a cell by row and column.
func at(row, col int) string { return graph.Ref{Row: row, Col: col}.Cell() }

// table makes a sheet of headings, an example and rows to fill in. frozen
// columns stay in sight; wide is how many pages it prints across.
func (d *draft) table(sheet string, frozen, wide int) error {
	for i, c := range of(d.columns, sheet) {
		col := i + 1
		if err := d.column(sheet, col, c); err != nil {
			return err
		}
		style := headMore
		if c.need == "needed" {
			style = head
		}
		if err := d.put(sheet, at(1, col), c.heading, style); err != nil {
			return err
		}
		if err := d.example(sheet, col, c); err != nil {
			return err
		}
		if err := d.note(sheet, at(1, col), c); err != nil {
			return err
		}
		if err := d.entry(sheet, at(2, col)+":"+at(lastRow, col), c); err != nil {
			return err
		}
	}
	if err := d.f.SetRowHeight(sheet, 1, 32); err != nil {
		return err
	}
	if err := d.f.SetRowHeight(sheet, 2, 58); err != nil {
		return err
	}
	n := len(of(d.columns, sheet))
	if err := d.f.AutoFilter(sheet, "A1:"+at(lastRow, n), nil); err != nil {
		return err
	}
	corner := at(2, frozen+1)
	err := d.f.SetPanes(sheet, &excelize.Panes{Freeze: true, XSplit: frozen, YSplit: 1, TopLeftCell: corner, ActivePane: "bottomRight",
		Selection: []excelize.Selection{{SQRef: corner, ActiveCell: corner, Pane: "bottomRight"}}})
	if err != nil {
		return err
	}
	titles := fmt.Sprintf("%s!$A:$%s,%s!$1:$1", sheet, graph.ColumnName(min(frozen, 2)), sheet)
	if err := d.f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: titles, Scope: sheet}); err != nil {
		return err
	}
	return d.page(sheet, wide)
}

// column sets a column's width and the look of its blank cells.
func (d *draft) column(sheet string, col int, c column) error {
	name := graph.ColumnName(col)
	style := entry
	if c.isDate {
		style = entryDate
	}
	if err := d.f.SetColStyle(sheet, name, d.styles[style]); err != nil {
		return err
	}
	return d.f.SetColWidth(sheet, name, name, c.width)
}

func (d *draft) put(sheet, cell, value string, style look) error {
	if err := d.f.SetCellStr(sheet, cell, value); err != nil {
		return err
	}
	return d.f.SetCellStyle(sheet, cell, cell, d.styles[style])
}

// example writes the example, a date as a date.
func (d *draft) example(sheet string, col int, c column) error {
	cell := at(2, col)
	if !c.isDate || c.example == "" {
		return d.put(sheet, cell, c.example, example)
	}
	day, err := time.Parse("2/1/2006", c.example)
	if err != nil {
		return fmt.Errorf("the example of %s: %w", c.heading, err)
	}
	if err := d.f.SetCellValue(sheet, cell, day); err != nil {
		return err
	}
	return d.f.SetCellStyle(sheet, cell, cell, d.styles[exampleDate])
}

// note puts what belongs into a column on its heading.
func (d *draft) note(sheet, cell string, c column) error {
	parts := []string{c.needs()}
	if c.note != "" {
		parts = append(parts, c.note)
	}
	if c.list != "" {
		parts = append(parts, "Pick from the list, or type.")
	}
	body := strings.Join(parts, "\n")
	lines := len(parts) + len([]rune(body))/44
	return d.f.AddComment(sheet, excelize.Comment{
		Cell: cell, Author: "dpmap", Width: 300, Height: uint(16*lines + 40),
		Paragraph: []excelize.RichTextRun{{Text: c.heading + "\n", Font: &excelize.Font{Bold: true, Size: 9, Family: "Tahoma"}}, {Text: body, Font: &excelize.Font{Size: 9, Family: "Tahoma"}}},
	})
}

// entry makes cells ready to be filled in: a drop-down, or dates. Other words
// draw a question and can be kept.
func (d *draft) entry(sheet, area string, c column) error {
	if c.list == "" && !c.isDate {
		return nil
	}
	v := excelize.NewDataValidation(true)
	v.Sqref = area
	question := "This is not a date. Write it as 30/9/2027. Keep it all the same?"
	if c.isDate {
		// From 2000 to 2100, counted as spreadsheets count days.
		if err := v.SetRange(36526, 73415, excelize.DataValidationTypeDate, excelize.DataValidationOperatorBetween); err != nil {
			return err
		}
	} else {
		i := slices.IndexFunc(d.lists, func(l list) bool { return l.name == c.list })
		if i < 0 {
			return fmt.Errorf("the list %s of %s is not there", c.list, c.heading)
		}
		letter := graph.ColumnName(i + 1)
		v.SetSqrefDropList(fmt.Sprintf("%s!$%s$%d:$%s$%d", wordList, letter, firstWord, letter, firstWord+len(d.lists[i].words)-1))
		question = "This is not in the list. Several values, one to a line, are fine. Keep it?"
	}
	v.SetError(excelize.DataValidationErrorStyleWarning, c.heading, question)
	return d.f.AddDataValidation(sheet, v)
}

// page sets how a sheet prints: A4 on its side, headings on every page.
func (d *draft) page(sheet string, wide int) error {
	a4, side, tall, fit := 9, "landscape", 0, true
	if err := d.f.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	if err := d.f.SetPageLayout(sheet, &excelize.PageLayoutOptions{Size: &a4, Orientation: &side, FitToWidth: &wide, FitToHeight: &tall}); err != nil {
		return err
	}
	m, low, foot := 0.4, 0.6, 0.3
	if err := d.f.SetPageMargins(sheet, &excelize.PageLayoutMarginsOptions{Left: &m, Right: &m, Top: &m, Bottom: &low, Header: &foot, Footer: &foot}); err != nil {
		return err
	}
	return d.f.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{OddFooter: "&L&A&RPage &P of &N"})
}
