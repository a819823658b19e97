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
		if columns > 0 {
			tail = ":e"
		}
		if boxes[l.from].sender {
			tail = fmt.Sprintf(":o%d:e", left[l.from])
			left[l.from]++
		}
		switch {
		case l.group >= 0:
			head = fmt.Sprintf(":g%d:w", l.group)
		case columns > 0: // from the side, where no box of the column lies
			head = ":w"
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

// Grounds of headings.
const (
	headFill   = "#ececec"
	senderFill = "#dfe7f1"
)
