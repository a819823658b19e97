package docx

import (
	"slices"
	"strconv"
)

// Table is a table with a heading row that each page repeats.
type Table struct {
	Widths []int // of columns in millimetres
	Head   []string
	Rows   []Row
}

// Row is a row of a table. A row of one cell in a table of several columns is a
// heading across all of them.
type Row []Cell

// Cell is the paragraphs of a cell.
type Cell [][]Part

// Line is a cell of one paragraph.
func Line(parts ...Part) Cell { return Cell{parts} }

// twips are the twentieths of a point in which Word measures.
func twips(mm int) string { return strconv.Itoa(mm * 1440 * 10 / 254) }

// Table adds a table.
func (d *Document) Table(t Table) {
	total := 0
	for _, w := range t.Widths {
		total += w
	}
	d.body.WriteString(`<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="` + twips(total) + `" w:type="dxa"/><w:tblLayout w:type="fixed"/>` +
		`<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>`)
	for _, w := range t.Widths {
		d.body.WriteString(`<w:gridCol w:w="` + twips(w) + `"/>`)
	}
	d.body.WriteString("</w:tblGrid>")
	if len(t.Head) > 0 {
		d.body.WriteString(`<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>`)
		for i, h := range t.Head {
			d.cell(t.Widths[i], 1, "E3E8EE", "TableHead", Line(Text(h)))
		}
		d.body.WriteString("</w:tr>")
	}
	for _, row := range t.Rows {
		d.row(t, row, total)
	}
	d.body.WriteString("</w:tbl>")
	d.paragraph("After")
}

func (d *Document) row(t Table, row Row, total int) {
	if len(row) == 1 && len(t.Widths) > 1 {
		d.body.WriteString(`<w:tr><w:trPr><w:cantSplit/></w:trPr>`)
		d.cell(total, len(t.Widths), "F3F5F7", "TableBand", row[0])
		d.body.WriteString("</w:tr>")
		return
	}
	d.body.WriteString(`<w:tr>`)
	if !isLong(row) {
		d.body.WriteString(`<w:trPr><w:cantSplit/></w:trPr>`)
	}
	for i, c := range row {
		d.cell(t.Widths[i], 1, "", "TableText", c)
	}
	d.body.WriteString("</w:tr>")
}

// longRow is the number of paragraphs past which a row may break across pages.
const longRow = 5

func isLong(row Row) bool {
	return slices.ContainsFunc(row, func(c Cell) bool { return len(c) > longRow })
}

func (d *Document) cell(width, span int, fill, style string, c Cell) {
	d.body.WriteString(`<w:tc><w:tcPr><w:tcW w:w="` + twips(width) + `" w:type="dxa"/>`)
	if span > 1 {
		d.body.WriteString(`<w:gridSpan w:val="` + strconv.Itoa(span) + `"/>`)
	}
	if fill != "" {
		d.body.WriteString(`<w:shd w:val="clear" w:color="auto" w:fill="` + fill + `"/>`)
	}
	d.body.WriteString("</w:tcPr>")
	if len(c) == 0 {
		c = Line() // Word wants a paragraph in every cell
	}
	for _, parts := range c {
		d.paragraph(style, parts...)
	}
	d.body.WriteString("</w:tc>")
}
