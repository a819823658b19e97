package diagram

import (
	"cmp"
	"math"
	"slices"
)

// Sizes of a mark on a line, in points.
const (
	markWide = 14.0
	markHigh = 12.0
)

// markPlaces are the places of the marks on lines that end at no bar: the middle
// of the line where that is free, else the nearest place along it at which the
// mark touches no other mark and no other line runs through it. The order is that
// in which to draw the lines, so that a mark which others must cross lies on top.
func (d drawer) markPlaces() (places []point, order []int) {
	links := d.page.picture.links
	places = make([]point, len(links))
	clashes := make([]float64, len(links))
	lines := make([][]point, len(links))
	for i, l := range links {
		if l.group < 0 {
			lines[i] = d.walk(d.page.laid.curves[i])
		}
	}
	for i := range links {
		best := math.Inf(1)
		order = append(order, i)
		for _, at := range [...]float64{0.5, 0.56, 0.44, 0.62, 0.38, 0.68, 0.32, 0.74, 0.26, 0.8, 0.2, 0.86, 0.14} {
			if len(lines[i]) == 0 || best == 0 {
				break
			}
			m := lines[i][int(at*float64(len(lines[i])-1))]
			if c := d.clash(m, i, lines, places[:i]); c < best {
				best, places[i], clashes[i] = c, m, c
			}
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(clashes[a], clashes[b]) })
	return places, order
}

// walk is a curve on the page as points at even distances of about two points.
func (d drawer) walk(c curve) []point {
	flat := flatten(c.points)
	var out []point
	for i := range flat {
		flat[i] = d.at(flat[i])
		if i == 0 {
			continue
		}
		a, b := flat[i-1], flat[i]
		steps := max(1, int(math.Hypot(b.x-a.x, b.y-a.y)/2))
		for n := range steps {
			u := float64(n) / float64(steps)
			out = append(out, point{a.x + (b.x-a.x)*u, a.y + (b.y-a.y)*u})
		}
	}
	return append(out, flat[len(flat)-1])
}

// clash tells how badly a mark at a place disturbs: another mark under it counts
// most, then each line of another flow that runs through it.
func (d drawer) clash(m point, own int, lines [][]point, marks []point) float64 {
	bad := 0.0
	for i, o := range marks {
		if len(lines[i]) > 0 && math.Abs(o.x-m.x) < markWide+1 && math.Abs(o.y-m.y) < markHigh+1 {
			bad += 100
		}
	}
	for i, line := range lines {
		if i == own {
			continue
		}
		for _, p := range line {
			if math.Abs(p.x-m.x) < markWide/2+1.5 && math.Abs(p.y-m.y) < markHigh/2+1.5 {
				bad++
				break
			}
		}
	}
	return bad
}
