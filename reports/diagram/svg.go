package diagram

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
)

// fontFamily are the fonts that the SVG asks for. Whatever font a viewer has, the
// texts are given the length that was measured, so that labels fit.
const fontFamily = "Go, Arial, Helvetica, 'Liberation Sans', sans-serif"

// SVG is the drawing as one A4 page. Every id begins with the drawing's
// prefix, every line, box and row carries its meaning as a title, and nothing
// in it is a link or a script.
func (d *Drawing) SVG() ([]byte, error) {
	var w bytes.Buffer
	s := &d.scene
	fmt.Fprintf(&w, `<svg xmlns="http://www.w3.org/2000/svg" width="%smm" height="%smm" viewBox="0 0 %s %s" role="img" aria-labelledby="%s-title %s-desc" font-family="%s">`+"\n",
		number(s.wide/72*25.4), number(s.high/72*25.4), number(s.wide), number(s.high), d.prefix, d.prefix, escapeXML(fontFamily))
	fmt.Fprintf(&w, "<title id=\"%s-title\">%s</title>\n", d.prefix, escapeXML(s.title))
	fmt.Fprintf(&w, "<desc id=\"%s-desc\">%s</desc>\n", d.prefix, escapeXML(s.desc))
	parts := 0
	for _, m := range s.marks {
		switch m.kind {
		case partBegin:
			parts++
			beginSVG(&w, d.prefix, parts, m.part)
		case partEnd:
			w.WriteString("</g>\n")
		case textMark:
			textSVG(&w, m)
		default:
			shapeSVG(&w, m)
		}
	}
	w.WriteString("</svg>\n")
	return w.Bytes(), nil
}

// beginSVG opens the nth part. For scripts it tells the party that it stands
// for, or all of several, the party that a line leaves, and, with the same name
// on both, the group at which a line ends.
func beginSVG(w *bytes.Buffer, prefix string, n int, p part) {
	fmt.Fprintf(w, `<g id="%s-%d" class="%s"`, prefix, n, p.class)
	if p.party != "" {
		fmt.Fprintf(w, ` data-party="%s"`, escapeXML(p.party))
	}
	if len(p.several) > 0 {
		fmt.Fprintf(w, ` data-parties="%s"`, escapeXML(strings.Join(p.several, " ")))
	}
	if p.from != "" {
		fmt.Fprintf(w, ` data-from="%s"`, escapeXML(p.from))
	}
	fmt.Fprintf(w, ` data-group="%s-%s">`, prefix, p.group)
	if p.tip != "" {
		fmt.Fprintf(w, "<title>%s</title>", escapeXML(p.tip))
	}
	w.WriteString("\n")
}

func textSVG(w *bytes.Buffer, m mark) {
	fmt.Fprintf(w, `<text x="%s" y="%s" font-size="%s" fill="%s"`, number(m.points[0].x), number(m.points[0].y), number(m.size), m.fill)
	if m.bold {
		w.WriteString(` font-weight="bold"`)
	}
	if m.anchor != atStart {
		w.WriteString(` text-anchor="` + [...]string{"", "middle", "end"}[m.anchor] + `"`)
	}
	if m.length > 0 {
		fmt.Fprintf(w, ` textLength="%s" lengthAdjust="spacingAndGlyphs"`, number(m.length))
	}
	fmt.Fprintf(w, ">%s</text>\n", escapeXML(m.text))
}

func shapeSVG(w *bytes.Buffer, m mark) {
	fmt.Fprintf(w, `<path d="%s" fill="%s"`, pathSVG(m), orNone(m.fill))
	if m.stroke != "" {
		fmt.Fprintf(w, ` stroke="%s" stroke-width="%s"`, m.stroke, number(m.width))
	}
	if len(m.dash) > 0 {
		var parts []string
		for _, d := range m.dash {
			parts = append(parts, number(d))
		}
		fmt.Fprintf(w, ` stroke-dasharray="%s"`, strings.Join(parts, " "))
	}
	w.WriteString("/>\n")
}

// pathSVG is the outline of a polygon or a curve.
func pathSVG(m mark) string {
	var w strings.Builder
	for i, p := range m.points {
		switch {
		case i == 0:
			w.WriteString("M")
		case m.kind == polygonMark:
			w.WriteString("L")
		case i%3 == 1:
			w.WriteString("C")
		default:
			w.WriteString(" ")
		}
		w.WriteString(number(p.x) + "," + number(p.y))
	}
	if m.kind == polygonMark {
		w.WriteString("Z")
	}
	return w.String()
}

func orNone(colour string) string {
	if colour == "" {
		return "none"
	}
	return colour
}

// number writes a measure to a hundredth of a point.
func number(f float64) string {
	s := strconv.FormatFloat(f, 'f', 2, 64)
	s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	if s == "-0" {
		return "0"
	}
	return s
}
