package diagram

import "strings"

// Colours of what carries no verdict.
const (
	ink   = "#1a1a1a"
	faint = "#5a5a5a"
	pale  = "#c4c4c4"
	white = "#ffffff"
)

// compose puts the map, its title, its caption and its legend on the page.
func compose(b *builder, p page) scene {
	if b.inset && len(p.picture.links) > 0 {
		p.high = min(p.high, 2*margin+topRoom+p.laid.high*p.scale+b.footHigh(p.foot, p.wide))
	}
	s := scene{wide: p.wide, high: p.high, title: b.title, desc: b.describe(p.picture), date: b.result.Book.AsAt(), metrics: b.metrics}
	s.rect(0, 0, s.wide, s.high, white, "", 0)
	b.head(&s, p)
	if len(p.picture.links) == 0 {
		s.write(s.wide/2, s.high/2, b.view.empty, 12, false, faint, atMiddle)
	}
	foot := b.footHigh(p.foot, p.wide)
	room := point{s.wide - 2*margin, s.high - 2*margin - topRoom - foot}
	d := drawer{scene: &s, page: p, origin: point{
		margin + (room.x-p.laid.wide*p.scale)/2,
		margin + topRoom + (room.y-p.laid.high*p.scale)/2,
	}}
	var order []int
	d.marks, order = d.markPlaces()
	for _, i := range order {
		d.link(i, p.picture.links[i], p.laid.curves[i])
	}
	for i := range p.boxes {
		d.box(i)
	}
	b.foot(&s, p, s.high-margin-foot)
	if b.inset {
		s.trim(margin)
	}
	return s
}

// head writes the title and the caption.
func (b *builder) head(s *scene, p page) {
	wide := s.wide - 2*margin
	size := 15.0
	for size > 10 && b.metrics.width(b.title, true, size) > wide {
		size -= 0.5
	}
	y := margin + 13
	for _, line := range b.metrics.wrap(b.shortTitle(size, wide), true, size, wide, 1) {
		s.write(margin, y, line, size, true, ink, atStart)
	}
	for _, line := range b.metrics.wrap(b.caption(p.picture), false, 8.5, wide, 2) {
		y += 12
		s.write(margin, y, line, 8.5, false, faint, atStart)
	}
}

// shortTitle is the title with its name cut as far as a width asks for, so that
// the words after the name stay.
func (b *builder) shortTitle(size, wide float64) string {
	title, name := b.title, []rune(b.cutAt)
	for len(name) > 20 && b.metrics.width(title, true, size) > wide {
		name = name[:len(name)-1]
		title = strings.Replace(b.title, b.cutAt, strings.TrimRight(string(name), " ,;")+"…", 1)
	}
	return title
}

// drawer draws a laid-out map into a scene at a scale.
type drawer struct {
	scene  *scene
	page   page
	origin point
	marks  []point // of the links that end at no bar
}

func (d drawer) at(p point) point {
	return point{d.origin.x + p.x*d.page.scale, d.origin.y + p.y*d.page.scale}
}

// box draws a box: heading, bars, rows and frame.
func (d drawer) box(i int) {
	b := d.page.boxes[i]
	k := d.page.scale
	c := d.page.laid.centres[i]
	o := d.at(point{c.x - float64(b.wide)/2, c.y - float64(b.high)/2})
	w, h := float64(b.wide)*k, float64(b.high)*k
	s := d.scene
	fill := headFill
	if b.sender {
		fill = senderFill
	}
	s.begin(part{class: "node", party: b.only, several: b.several, group: groupName(i, -1), tip: b.tip})
	s.rect(o.x, o.y, w, h, white, "", 0)
	s.rect(o.x, o.y, w, float64(b.head)*k, fill, "", 0)
	d.heading(b, o)
	y := o.y + float64(b.head)*k
	for g := range b.groups {
		d.group(b, g, groupName(i, g), point{o.x, y})
		y += float64(gridHigh(b.cells[g])) * k
	}
	s.rect(o.x, o.y, w, h, "", faint, 0.8)
	s.end()
}

// heading writes the title and note of a box whose corner is at o.
func (d drawer) heading(b sized, o point) {
	k, s := d.page.scale, d.scene
	text := len(b.titles)*titleLine + len(b.notes)*lineHigh
	if b.beside {
		text = titleLine
	}
	x, y := o.x+sidePad*k, o.y+float64(b.head-text)/2*k
	for _, t := range b.titles {
		y += titleLine * k
		s.write(x, y-3*k, t, textSize*k, true, ink, atStart)
	}
	for _, n := range b.notes {
		if b.beside {
			s.write(o.x+(float64(b.wide)-sidePad)*k, y-3*k, n, textSize*k, false, faint, atEnd)
			return
		}
		y += lineHigh * k
		s.write(x, y-2.6*k, n, textSize*k, false, faint, atStart)
	}
}

// group draws the rows of one verdict with the bar beside them, its corner at o.
func (d drawer) group(b sized, g int, name string, o point) {
	k, s := d.page.scale, d.scene
	st := styleOf(b.groups[g].verdict)
	cells := b.cells[g]
	high := float64(gridHigh(cells)) * k
	right := o.x + float64(b.wide)*k
	s.rect(o.x, o.y, barWide*k, high, st.colour, "", 0)
	for i, c := range cells {
		top := o.y + float64(c.top)*k
		if c.column == 0 {
			s.write(o.x+barWide/2*k, top+float64(c.high)/2*k+0.36*textSize*k, st.mark, textSize*k, true, white, atMiddle)
			if g+i > 0 {
				s.rule(point{o.x + barWide*k, top}, point{right, top})
			}
		}
		d.row(b, b.groups[g].rows[i], c, name, point{o.x + float64(barWide+c.column*b.cell())*k, top})
	}
}

// row draws one row, its corner at o.
func (d drawer) row(b sized, r row, c sizedRow, group string, o point) {
	k, s := d.page.scale, d.scene
	s.begin(part{class: "row", party: r.party, several: r.several, group: group, tip: r.tip})
	s.rect(o.x, o.y+0.3, float64(b.cell())*k, float64(c.high)*k-0.6, white, "", 0)
	middle := o.y + float64(c.high)/2*k
	y := middle - float64(len(c.lines)*lineHigh)/2*k
	for _, line := range c.lines {
		y += lineHigh * k
		s.write(o.x+sidePad*k, y-2.6*k, line, textSize*k, false, ink, atStart)
	}
	right := o.x + float64(b.text)*k
	if r.special {
		badge(s, right, middle, "S", k)
	}
	if r.criminal {
		badge(s, right+badgeWide*k, middle, "C", k)
	}
	s.write(o.x+float64(b.cell()-7)*k, middle+0.34*textSize*k, r.number(), textSize*k, false, faint, atEnd)
	s.end()
}

// badge draws a letter in a dark box, its left side at x, its middle at y.
func badge(s *scene, x, y float64, letter string, k float64) {
	s.rect(x+0.5*k, y-5.5*k, (badgeWide-1)*k, 11*k, ink, "", 0)
	s.write(x+badgeWide/2*k, y+0.36*textSize*k, letter, textSize*k, true, white, atMiddle)
}
