package diagram

import (
	"fmt"
	"strings"
)

// writeDOT writes a picture as DOT. Each box is a table whose cells have the
// sizes that we measured, so any Graphviz lays out what we draw, and links end
// at the bar beside a group's rows.
func writeDOT(title, caption string, boxes []sized, links []link) string {
	var w strings.Builder
	fmt.Fprintf(&w, "digraph map {\n")
	fmt.Fprintf(&w, "  graph [label=%s, tooltip=%s, labelloc=t, labeljust=l, fontname=\"Helvetica\", fontsize=12, rankdir=LR, ordering=out, nodesep=0.14, ranksep=0.55];\n", quote(title), quote(caption))
	fmt.Fprintf(&w, "  node [shape=plain, fontname=\"Helvetica\", fontsize=9];\n")
	fmt.Fprintf(&w, "  edge [arrowsize=0.6];\n")
	var first []string
	for i, b := range boxes {
		fmt.Fprintf(&w, "  n%d [tooltip=%s, label=<%s>];\n", i, quote(b.tip), table(b))
		if b.sender {
			first = append(first, fmt.Sprintf("n%d;", i))
		}
	}
	if len(first) > 1 {
		fmt.Fprintf(&w, "  {rank=same; %s}\n", strings.Join(first, " "))
	}
	for i, l := range links {
		fmt.Fprintf(&w, "  n%d -> n%d%s [id=\"e%d\", %s, minlen=%d, tooltip=%s];\n",
			l.from, l.to, port(l.group), i, lineDOT(l), max(1, boxes[l.to].column-boxes[l.from].column), quote(l.tip))
	}
	w.WriteString("}\n")
	return w.String()
}

// port is where a link ends.
func port(g int) string {
	if g < 0 {
		return ":w"
	}
	return fmt.Sprintf(":g%d:w", g)
}

// lineDOT is a link's colour and line.
func lineDOT(l link) string {
	s := styleOf(l.verdict)
	if s.double {
		return fmt.Sprintf("color=\"%s:invis:%s\", penwidth=%.1f", s.colour, s.colour, s.width(l.heavy)/3)
	}
	return fmt.Sprintf("color=\"%s\", style=%s, penwidth=%.1f", s.colour, s.dot, s.width(l.heavy))
}

// table is a box as an HTML-like label.
func table(b sized) string {
	var w strings.Builder
	columns := 3 + b.badges
	w.WriteString(`<TABLE BORDER="1" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0" COLOR="#5a5a5a">`)
	fmt.Fprintf(&w, `<TR><TD COLSPAN="%d" BGCOLOR="%s" %s CELLPADDING="%d" ALIGN="LEFT" BALIGN="LEFT">`, columns, headFill(b.sender), fixedSize(b.wide, b.head), sidePad)
	var lines []string
	for _, t := range b.titles {
		lines = append(lines, "<B>"+html(t)+"</B>")
	}
	for _, n := range b.notes {
		lines = append(lines, html(n))
	}
	w.WriteString(strings.Join(lines, "<BR/>"))
	w.WriteString(`</TD></TR>`)
	for g, grp := range b.groups {
		for r, row := range grp.rows {
			w.WriteString("<TR>")
			lines := b.lines[g][r]
			if r == 0 {
				s := styleOf(grp.verdict)
				fmt.Fprintf(&w, `<TD PORT="g%d" ROWSPAN="%d" BGCOLOR="%s" %s><FONT COLOR="#ffffff"><B>%s</B></FONT></TD>`,
					g, len(grp.rows), s.colour, fixedSize(barWide, b.groupHigh(g)), s.mark)
			}
			rowDOT(&w, b, row, lines)
			w.WriteString("</TR>")
		}
	}
	w.WriteString("</TABLE>")
	return w.String()
}

// rowDOT writes the cells of a row beside its bar.
func rowDOT(w *strings.Builder, b sized, r row, lines []string) {
	high := rowHigh(len(lines))
	escaped := make([]string, len(lines))
	for i, l := range lines {
		escaped[i] = html(l)
	}
	fmt.Fprintf(w, `<TD %s CELLPADDING="%d" ALIGN="LEFT" BALIGN="LEFT">%s</TD>`, fixedSize(b.text, high), sidePad, strings.Join(escaped, "<BR/>"))
	for i := range b.badges {
		mark := ""
		if i == 0 && r.special {
			mark = "<B>S</B>"
		}
		if i == 1 && r.criminal {
			mark = "<B>C</B>"
		}
		fmt.Fprintf(w, `<TD %s>%s</TD>`, fixedSize(badgeWide, high), mark)
	}
	fmt.Fprintf(w, `<TD %s>%d</TD>`, fixedSize(countWide, high), r.flows)
}

func fixedSize(wide, high int) string {
	return fmt.Sprintf(`FIXEDSIZE="TRUE" WIDTH="%d" HEIGHT="%d"`, wide, high)
}

// headFill is the ground of a box's heading.
func headFill(sender bool) string {
	if sender {
		return "#dfe7f1"
	}
	return "#ececec"
}
