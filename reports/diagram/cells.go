package diagram

import (
	"fmt"
	"strings"
)

const tableBegin = `<TABLE BORDER="1" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0" COLOR="#5a5a5a">`

// table is a box as an HTML-like label.
func table(b sized) string {
	if b.sender {
		return senderTable(b)
	}
	var w strings.Builder
	each := 2 + b.badges // cells of a row
	w.WriteString(tableBegin)
	fmt.Fprintf(&w, `<TR><TD COLSPAN="%d" BGCOLOR="%s" %s CELLPADDING="%d" ALIGN="LEFT" BALIGN="LEFT">%s</TD></TR>`,
		1+b.columns*each, headFill, fixedSize(b.wide, b.head), sidePad, headHTML(b))
	for g, grp := range b.groups {
		cells := b.cells[g]
		s := styleOf(grp.verdict)
		deep := cells[len(cells)-1].line + 1
		for _, c := range cells {
			deep = max(deep, c.line+1)
		}
		for line := range deep {
			w.WriteString("<TR>")
			if line == 0 {
				fmt.Fprintf(&w, `<TD PORT="g%d" ROWSPAN="%d" BGCOLOR="%s" %s><FONT COLOR="#ffffff"><B>%s</B></FONT></TD>`,
					g, deep, s.colour, fixedSize(barWide, gridHigh(cells)), s.mark)
			}
			lineHTML(&w, b, grp.rows, cells, line)
			w.WriteString("</TR>")
		}
	}
	w.WriteString("</TABLE>")
	return w.String()
}

// senderTable has a port at its right side for each line that leaves it, in a
// cell of its own with empty ones between.
func senderTable(b sized) string {
	var w strings.Builder
	w.WriteString(tableBegin)
	fmt.Fprintf(&w, `<TR><TD ROWSPAN="%d" BGCOLOR="%s" %s CELLPADDING="%d" ALIGN="LEFT" BALIGN="LEFT">%s</TD>`,
		2*len(b.ports)+1, senderFill, fixedSize(b.wide-portWide, b.high), sidePad, headHTML(b))
	const high = 4 // of a cell with a port
	top := 0
	for i, y := range b.ports {
		if i > 0 {
			w.WriteString("<TR>")
		}
		fmt.Fprintf(&w, `<TD BGCOLOR="%s" %s></TD></TR>`, senderFill, fixedSize(portWide, y-high/2-top))
		fmt.Fprintf(&w, `<TR><TD PORT="o%d" BGCOLOR="%s" %s></TD></TR>`, i, senderFill, fixedSize(portWide, high))
		top = y + high/2
	}
	if len(b.ports) > 0 {
		w.WriteString("<TR>")
	}
	fmt.Fprintf(&w, `<TD BGCOLOR="%s" %s></TD></TR></TABLE>`, senderFill, fixedSize(portWide, b.high-top))
	return w.String()
}

// headHTML is the text of a heading.
func headHTML(b sized) string {
	var lines []string
	for _, t := range b.titles {
		lines = append(lines, "<B>"+html(t)+"</B>")
	}
	for _, n := range b.notes {
		lines = append(lines, html(n))
	}
	if b.beside {
		return strings.Join(lines, "&#160;&#160; ")
	}
	return strings.Join(lines, "<BR/>")
}

// lineHTML writes the cells of one line of a group's grid.
func lineHTML(w *strings.Builder, b sized, rows []row, cells []sizedRow, line int) {
	high := 0
	for column := range b.columns {
		at := -1
		for i, c := range cells {
			if c.line == line && c.column == column {
				at, high = i, c.high
			}
		}
		var r row
		var text []string
		if at >= 0 {
			r = rows[at]
			for _, l := range cells[at].lines {
				text = append(text, html(l))
			}
		}
		fmt.Fprintf(w, `<TD %s CELLPADDING="%d" ALIGN="LEFT" BALIGN="LEFT">%s</TD>`, fixedSize(b.text, high), sidePad, strings.Join(text, "<BR/>"))
		for i := range b.badges {
			fmt.Fprintf(w, `<TD %s>%s</TD>`, fixedSize(badgeWide, high), badgeHTML(r, i))
		}
		fmt.Fprintf(w, `<TD %s>%s</TD>`, fixedSize(countWide, high), r.number())
	}
}

// badgeHTML is what stands in a column of badges.
func badgeHTML(r row, column int) string {
	switch {
	case column == 0 && r.special:
		return "<B>S</B>"
	case column == 1 && r.criminal:
		return "<B>C</B>"
	}
	return ""
}

func fixedSize(wide, high int) string {
	return fmt.Sprintf(`FIXEDSIZE="TRUE" WIDTH="%d" HEIGHT="%d"`, wide, high)
}
