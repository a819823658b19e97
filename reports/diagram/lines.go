package diagram

import (
	"fmt"
	"math"
)

// nearlyLevel is how far, in points, the ends of a line may lie apart that is
// drawn level.
const nearlyLevel = 3

// link draws a line and its arrow, as one part with its meaning.
func (d drawer) link(i int, l link, c curve) {
	st := styleOf(l.verdict)
	points := make([]point, len(c.points))
	for i, p := range c.points {
		points[i] = d.at(p)
	}
	tip, end := d.at(c.tip), points[len(points)-1]
	if math.Abs(points[0].y-tip.y) < nearlyLevel {
		for i := range points {
			points[i].y = tip.y
		}
		end.y = tip.y
	}
	d.scene.begin(part{class: "edge", from: d.page.boxes[l.from].only, group: groupName(l.to, l.group), tip: l.tip})
	d.scene.line(points, st, l.heavy)
	dx, dy := tip.x-end.x, tip.y-end.y
	if long := math.Hypot(dx, dy); long > 0 {
		half := 0.5 * long
		if l.heavy {
			half = 0.7 * long
		}
		nx, ny := -dy/long*half, dx/long*half
		d.scene.polygon(st.colour, point{end.x + nx, end.y + ny}, tip, point{end.x - nx, end.y - ny})
	}
	if l.group < 0 {
		d.onLine(d.marks[i], st)
	}
	d.scene.end()
}

// groupName tells a group of a box, or the box as a whole (-1), from all others.
func groupName(box, group int) string {
	if group < 0 {
		return fmt.Sprintf("b%d", box)
	}
	return fmt.Sprintf("b%dg%d", box, group)
}

// onLine sets a verdict's mark at a place of a line that ends at no bar.
func (d drawer) onLine(m point, st style) {
	d.scene.rect(m.x-markWide/2, m.y-markHigh/2, markWide, markHigh, st.colour, white, 1)
	d.scene.write(m.x, m.y+3.2, st.mark, textSize, true, white, atMiddle)
}
