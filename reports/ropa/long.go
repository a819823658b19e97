package ropa

import "slices"

const longSheet = "Long texts"

// longText is a text of which cells show only the beginning, since no row of
// a workbook can be high enough for it; the cell is the first.
type longText struct {
	sheet, cell, heading string
	text                 string
}

// partLines is how many lines a row of the sheet of long texts has.
const partLines = 25

// shorten cuts what no row can show, and keeps the whole for the sheet of long
// texts. What people entered stays: the next workbook takes it from there.
func (d *draft) shorten(g *grid) {
	for n, row := range g.rows {
		for i, c := range row {
			room := g.cols[i].width * c.style.room()
			if len(c.text) < mostLines || c.style == entry || c.style == entryDate || lines(c.text, room) <= mostLines {
				continue
			}
			whole := tidy(c.text)
			no := slices.IndexFunc(d.long, func(l longText) bool { return l.text == whole })
			if no < 0 {
				no = len(d.long)
				d.long = append(d.long, longText{g.name, at(i+1, g.headRow()+1+n), g.cols[i].heading, whole})
			}
			head, _ := cutAfter(whole, room, mostLines-4)
			row[i].text = head + "\n[… this goes on: the whole is on the sheet " + longSheet + ", No. " + itoa(no+1) + "]"
		}
	}
}

// longTexts is the sheet that holds them whole, each over as many rows as it
// needs.
func (d *draft) longTexts() *grid {
	g := table(longSheet, "tblLongTexts", "The whole of texts that are too long for a row of their sheet, each over as many rows as it needs.", 2,
		col{"No.", 7, ""}, col{"Cell", 22, ""}, col{"Column", 26, ""}, col{"Part", 10, ""}, col{"Text", 120, ""})
	for n, l := range d.long {
		var parts []string
		for rest := l.text; rest != ""; {
			var part string
			part, rest = cutAfter(rest, g.cols[4].width, partLines)
			parts = append(parts, part)
		}
		for i, part := range parts {
			g.rows = append(g.rows, []cell{
				counted(n + 1), leads(l.sheet+" "+l.cell, quoted(l.sheet)+"!"+l.cell), says(l.heading), says(itoa(i+1) + " of " + itoa(len(parts))), says(part),
			})
		}
	}
	return g
}
