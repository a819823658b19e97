package diagram

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// point is a place in points.
type point struct{ x, y float64 }

// laid is where the engine put boxes and links, with y growing downwards and
// the origin at the upper left corner of what is drawn.
type laid struct {
	wide, high float64
	centres    []point // of the boxes
	curves     []curve // of the links
}

// curve is a chain of cubic Bézier pieces, 3n+1 points, and the tip of its
// arrow.
type curve struct {
	points []point
	tip    point
	turned bool
}

// layout asks the engine for the places of boxes and links.
func layout(dot string, boxes []sized, links int) (laid, error) {
	out, err := render([]byte(dot), "json")
	if err != nil {
		return laid{}, err
	}
	var g struct {
		Objects []struct{ Name, Pos string }
		Edges   []struct{ ID, Pos string }
	}
	if err := json.Unmarshal(out, &g); err != nil {
		return laid{}, fmt.Errorf("drawing the map: the layout cannot be read: %w", err)
	}
	l := laid{centres: make([]point, len(boxes)), curves: make([]curve, links)}
	for _, o := range g.Objects {
		i, err := strconv.Atoi(strings.TrimPrefix(o.Name, "n"))
		if err != nil || i < 0 || i >= len(boxes) {
			continue // the graph of one rank
		}
		if l.centres[i], err = parsePoint(o.Pos); err != nil {
			return laid{}, err
		}
	}
	for _, e := range g.Edges {
		if e.ID == "" {
			continue // an unseen one, that keeps boxes in place
		}
		i, err := strconv.Atoi(strings.TrimPrefix(e.ID, "e"))
		if err != nil || i < 0 || i >= links {
			return laid{}, fmt.Errorf("drawing the map: the layout has a link %q that nobody drew", e.ID)
		}
		if l.curves[i], err = parseCurve(e.Pos); err != nil {
			return laid{}, err
		}
	}
	l.normalise(boxes)
	return l, nil
}

// parsePoint reads "12.5,40".
func parsePoint(s string) (point, error) {
	x, y, ok := strings.Cut(s, ",")
	px, errX := strconv.ParseFloat(x, 64)
	py, errY := strconv.ParseFloat(y, 64)
	if !ok || errX != nil || errY != nil {
		return point{}, fmt.Errorf("drawing the map: the layout has a place %q", s)
	}
	return point{px, py}, nil
}

// parseCurve reads "e,9,9 0,0 1,1 2,2 3,3": an arrow's tip, then a spline. A
// line that the engine turned round for its layout has its tip, marked s,
// before its first point.
func parseCurve(text string) (curve, error) {
	var c curve
	for _, part := range strings.Fields(text) {
		mark := part[:min(2, len(part))]
		p, err := parsePoint(strings.TrimPrefix(strings.TrimPrefix(part, "e,"), "s,"))
		if err != nil {
			return curve{}, err
		}
		switch mark {
		case "e,":
			c.tip = p
		case "s,":
			c.tip, c.turned = p, true
		default:
			c.points = append(c.points, p)
		}
	}
	if len(c.points) < 4 || len(c.points)%3 != 1 {
		return curve{}, fmt.Errorf("drawing the map: the layout has a line of %d points", len(c.points))
	}
	if c.turned {
		slices.Reverse(c.points)
	}
	return c, nil
}

// normalise turns y downwards and moves everything to the origin. What counts
// is what we draw, not the engine's bounding box, which has room for a label.
func (l *laid) normalise(boxes []sized) {
	minX, minY, maxX, maxY := 1e9, 1e9, -1e9, -1e9
	take := func(x, y float64) {
		minX, maxX = min(minX, x), max(maxX, x)
		minY, maxY = min(minY, y), max(maxY, y)
	}
	for i, c := range l.centres {
		w, h := float64(boxes[i].wide)/2+1, float64(boxes[i].high)/2+1
		take(c.x-w, c.y-h)
		take(c.x+w, c.y+h)
	}
	for _, c := range l.curves {
		for _, p := range c.points {
			take(p.x, p.y)
		}
	}
	if maxX < minX {
		return // nothing drawn
	}
	move := func(p *point) { p.x, p.y = p.x-minX, maxY-p.y }
	for i := range l.centres {
		move(&l.centres[i])
	}
	for i := range l.curves {
		move(&l.curves[i].tip)
		for k := range l.curves[i].points {
			move(&l.curves[i].points[k])
		}
	}
	l.wide, l.high = maxX-minX, maxY-minY
}
