package diagram

import (
	"fmt"
	"strings"
)

// writeDOT writes a picture as DOT. Each box is a table whose cells have the
// sizes that we measured, so any Graphviz lays out what we draw, and links end
// at the bar beside a group's rows.
func writeDOT(p picture, title, caption string, boxes []sized) string {
	var w strings.Builder
	w.WriteString("digraph map {\n")
	fmt.Fprintf(&w, "  graph [label=%s, tooltip=%s, labelloc=t, labeljust=l, fontname=\"Helvetica\", fontsize=12, rankdir=LR, nodesep=%.4f, ranksep=%.4f];\n",
		quote(title), quote(caption), float64(p.between())/72, p.gap()/72)
	w.WriteString("  node [shape=plain, fontname=\"Helvetica\", fontsize=9];\n")
	w.WriteString("  edge [arrowsize=0.6];\n")
	for i, b := range boxes {
		fmt.Fprintf(&w, "  n%d [tooltip=%s, label=<%s>];\n", i, quote(b.tip), table(b))
	}
	if !p.loose {
		for _, c := range byColumn(boxes) {
			chain(&w, c)
		}
	}
	left := make([]int, len(boxes))
	for i, l := range p.links {
		columns := boxes[l.to].column - boxes[l.from].column
		tail, head := "", ""
		if boxes[l.from].sender {
			tail = fmt.Sprintf(":o%d:e", left[l.from])
			left[l.from]++
		}
		if l.group >= 0 {
			head = fmt.Sprintf(":g%d:w", l.group)
		}
		fmt.Fprintf(&w, "  n%d%s -> n%d%s [id=\"e%d\", %s, %s, tooltip=%s];\n",
			l.from, tail, l.to, head, i, lineDOT(l), span(columns), quote(l.tip))
	}
	w.WriteString("}\n")
	return w.String()
}

// span keeps the ends of a link in their columns.
func span(columns int) string {
	if columns < 1 {
		return "constraint=false"
	}
	return fmt.Sprintf("minlen=%d", columns)
}

// byColumn lists the boxes of each column in their order.
func byColumn(boxes []sized) [][]int {
	var columns [][]int
	for i, b := range boxes {
		for len(columns) <= b.column {
			columns = append(columns, nil)
		}
		columns[b.column] = append(columns[b.column], i)
	}
	return columns
}

// chain keeps the boxes of a column close below each other, in their order.
func chain(w *strings.Builder, column []int) {
	if len(column) < 2 {
		return
	}
	names := make([]string, len(column))
	for i, n := range column {
		names[i] = fmt.Sprintf("n%d", n)
	}
	fmt.Fprintf(w, "  {rank=same; %s [style=invis, weight=40]}\n", strings.Join(names, " -> "))
}

// lineDOT is a link's colour and line.
func lineDOT(l link) string {
	s := styleOf(l.verdict)
	text := fmt.Sprintf("color=\"%s\", style=%s, penwidth=%.1f", s.colour, s.dot, s.width(l.heavy))
	if s.double {
		text = fmt.Sprintf("color=\"%s:invis:%s\", penwidth=%.1f", s.colour, s.colour, s.width(l.heavy)/3)
	}
	if l.group < 0 { // it ends at no bar that has the mark
		text += fmt.Sprintf(", headlabel=%s, fontcolor=\"%s\", labelfontsize=10", quote(s.mark), s.colour)
	}
	return text
}

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

// Grounds of headings.
const (
	headFill   = "#ececec"
	senderFill = "#dfe7f1"
)
