package diagram

import (
	"math"
	"slices"
	"strings"

	"dpmap/graph/rules"
	"dpmap/reports/wording"
)

// caption says what the picture is of: the register, the law's date, and what
// is not drawn.
func (b *builder) caption(p picture) string {
	var parts []string
	if b.source != "" {
		parts = append(parts, "Register: "+b.source)
	}
	if date := b.result.Book.AsAt(); !date.IsZero() {
		parts = append(parts, "Law as at "+date.Long())
	}
	if fallen := b.fallen(); len(fallen) > 0 {
		parts = append(parts, "SUPPOSES THAT "+list(fallen, 5)+" FELL")
	}
	if b.ownUse > 0 {
		parts = append(parts, wording.Count(b.ownUse, "use", "uses")+" within one organisation not drawn")
	}
	if b.ended > 0 {
		parts = append(parts, wording.Count(b.ended, "ended flow", "ended flows")+" not drawn")
	}
	if b.left > 0 {
		parts = append(parts, wording.Count(b.left, "further flow", "further flows")+" of longer or sounder chains not drawn")
	}
	if n := len(p.grouped); n > 0 {
		parts = append(parts, wording.Count(n, "organisation", "organisations")+" drawn as numbers: the table names them")
	}
	if len(b.lacking()) > 0 {
		parts = append(parts, "In PDF and PNG, letters that the font lacks are frames with their numbers: the table has the letters")
	}
	return strings.Join(parts, ". ") + "."
}

// fallen names the instruments that the book supposes fallen.
func (b *builder) fallen() []string {
	var names []string
	for _, id := range b.result.Book.Without() {
		name := id
		if in, ok := b.result.Book.Instrument(id); ok && in.Name != "" {
			name = in.Name
		}
		names = append(names, clean(name))
	}
	return names
}

// describe is the picture in words, for those who cannot see it.
func (b *builder) describe(p picture) string {
	var parts []string
	for _, x := range p.boxes {
		if x.sender || len(x.groups) == 0 {
			continue
		}
		tally := map[rules.Verdict]int{}
		for _, g := range x.groups {
			tally[g.verdict] += len(g.rows)
		}
		var words []string
		for _, s := range styles {
			if n := tally[s.verdict]; n > 0 {
				words = append(words, wording.Count(n, "row", "rows")+" "+s.verdict.String())
			}
		}
		parts = append(parts, x.title+": "+list(words, 9))
	}
	for _, l := range p.links {
		if l.group < 0 {
			parts = append(parts, l.tip)
		}
	}
	text := b.view.Title + ". " + b.caption(p)
	if len(parts) > 0 {
		text += " " + strings.Join(parts, ". ") + "."
	}
	return text
}

// legendItem explains one line, mark or badge.
type legendItem struct {
	style *style // a verdict's look
	badge string // or a badge's letter
	heavy bool   // or the heavy line
	text  string
}

const (
	legendSize = 8.5
	legendLine = 12.5
	legendMark = 42.0 // room for the line and the mark
)

// legend lists what the picture uses, worst verdict first.
func (b *builder) legend(p picture) []legendItem {
	used := map[rules.Verdict]bool{}
	special, criminal, numbers := false, false, false
	for _, x := range p.boxes {
		for _, g := range x.groups {
			used[styleOf(g.verdict).verdict] = true
			special = special || slices.ContainsFunc(g.rows, func(r row) bool { return r.special })
			criminal = criminal || slices.ContainsFunc(g.rows, func(r row) bool { return r.criminal })
			numbers = numbers || slices.ContainsFunc(g.rows, func(r row) bool { return r.number() != "" })
		}
	}
	for _, l := range p.links {
		used[styleOf(l.verdict).verdict] = true
		special = special || l.heavy
	}
	var items []legendItem
	for i, s := range styles {
		if used[s.verdict] {
			items = append(items, legendItem{style: &styles[i], text: s.verdict.String() + ": " + s.meaning})
		}
	}
	if special {
		items = append(items, legendItem{badge: "S", heavy: true, text: "special-category data (health, religion ...)"})
	}
	if criminal {
		items = append(items, legendItem{badge: "C", text: "data on criminal offences"})
	}
	if numbers {
		items = append(items, legendItem{badge: "", text: "number of flows, where more than one"})
	}
	return items
}

// legendColumns is how many columns the legend has on a sheet.
func (b *builder) legendColumns(items []legendItem, wide float64) (n int, each float64) {
	widest := 1.0
	for _, i := range items {
		widest = math.Max(widest, b.metrics.width(i.text, false, legendSize)+legendMark+6)
	}
	n = max(1, int((wide-2*margin)/widest))
	return n, (wide - 2*margin) / float64(n)
}

// footHigh is the height of the legend.
func (b *builder) footHigh(items []legendItem, wide float64) float64 {
	n, _ := b.legendColumns(items, wide)
	lines := (len(items) + n - 1) / n
	return float64(lines)*legendLine + 10
}

// foot draws the legend from y on.
func (b *builder) foot(s *scene, p page, y float64) {
	n, each := b.legendColumns(p.foot, p.wide)
	lines := (len(p.foot) + n - 1) / n
	if lines == 0 {
		return
	}
	s.rule(point{margin, y + 4}, point{p.wide - margin, y + 4})
	for i, item := range p.foot {
		x := margin + float64(i/lines)*each
		top := y + 10 + float64(i%lines)*legendLine
		b.legendSample(s, item, x, top+legendLine/2)
		s.write(x+legendMark, top+legendLine/2+3, item.text, legendSize, false, ink, atStart)
	}
}

// legendSample draws what an item explains, its middle at y.
func (b *builder) legendSample(s *scene, item legendItem, x, y float64) {
	if item.style != nil {
		s.line([]point{{x, y}, {x + 8, y}, {x + 16, y}, {x + 24, y}}, *item.style, false)
		s.rect(x+24, y-5.5, 14, 11, item.style.colour, "", 0)
		s.write(x+31, y+3.2, item.style.mark, textSize, true, white, atMiddle)
		return
	}
	if item.heavy {
		s.rect(x, y-1.5, 24, 3, faint, "", 0)
	}
	if item.badge != "" {
		badge(s, x+25, y, item.badge, 1)
		return
	}
	s.write(x+31, y+3.2, "3", textSize, false, faint, atMiddle)
}
