package diagram

import (
	"image"
	"image/color"
	"image/draw"
	"math"
	"slices"

	"golang.org/x/image/vector"
)

// canvas draws shapes on an image. Places are in points; scale is pixels to
// the point.
type canvas struct {
	image *image.RGBA
	scale float64
}

func newCanvas(wide, high, scale float64) *canvas {
	c := &canvas{image.NewRGBA(image.Rect(0, 0, int(math.Round(wide*scale)), int(math.Round(high*scale)))), scale}
	draw.Draw(c.image, c.image.Bounds(), image.White, image.Point{}, draw.Src)
	return c
}

// fill fills closed outlines, in points, by the non-zero rule. The rasteriser
// is no larger than what it fills, which is most of the speed.
func (c *canvas) fill(outlines [][]point, colour color.Color) {
	box := image.Rectangle{}
	for _, o := range outlines {
		for _, p := range o {
			x, y := p.x*c.scale, p.y*c.scale
			box = box.Union(image.Rect(int(math.Floor(x)), int(math.Floor(y)), int(math.Ceil(x))+1, int(math.Ceil(y))+1))
		}
	}
	box = box.Intersect(c.image.Bounds())
	if box.Empty() {
		return
	}
	r := vector.NewRasterizer(box.Dx(), box.Dy())
	at := func(p point) (float32, float32) {
		return float32(p.x*c.scale - float64(box.Min.X)), float32(p.y*c.scale - float64(box.Min.Y))
	}
	for _, o := range outlines {
		if len(o) < 3 {
			continue
		}
		r.MoveTo(at(o[0]))
		for _, p := range o[1:] {
			r.LineTo(at(p))
		}
		r.ClosePath()
	}
	r.Draw(c.image, box, image.NewUniform(colour), image.Point{})
}

// stroke draws a line of a width along points, in dashes if there are any.
func (c *canvas) stroke(points []point, width float64, dash []float64, colour color.Color) {
	for _, piece := range dashed(points, dash) {
		c.fill([][]point{ribbon(piece, width)}, colour)
	}
}

// ribbon is the outline of a line of a width: along its left side, and back
// along its right one.
func ribbon(points []point, width float64) []point {
	points = slices.CompactFunc(slices.Clone(points), func(a, b point) bool { return math.Hypot(b.x-a.x, b.y-a.y) < 1e-6 })
	n := len(points)
	if n < 2 {
		return nil
	}
	out := make([]point, 2*n)
	for i, p := range points {
		a, b := points[max(i-1, 0)], points[min(i+1, n-1)]
		before, after := normal(a, p), normal(p, b)
		if i == 0 {
			before = after
		}
		if i == n-1 {
			after = before
		}
		// The corner's own normal, longer the sharper it turns.
		x, y := before.x+after.x, before.y+after.y
		reach := width / max(1+before.x*after.x+before.y*after.y, 0.3) / 2
		out[i] = point{p.x + x*reach, p.y + y*reach}
		out[2*n-1-i] = point{p.x - x*reach, p.y - y*reach}
	}
	return out
}

// normal is the unit vector to the left of the way from a to b.
func normal(a, b point) point {
	dx, dy := b.x-a.x, b.y-a.y
	long := math.Hypot(dx, dy)
	if long == 0 {
		return point{}
	}
	return point{-dy / long, dx / long}
}

// flatten turns cubic Bézier pieces into a line of short steps.
func flatten(points []point) []point {
	if len(points) == 0 {
		return nil
	}
	out := []point{points[0]}
	for i := 0; i+3 < len(points); i += 3 {
		a, b, c, d := points[i], points[i+1], points[i+2], points[i+3]
		steps := 4 + int(math.Hypot(d.x-a.x, d.y-a.y)/4)
		for s := 1; s <= steps; s++ {
			t := float64(s) / float64(steps)
			u := 1 - t
			k0, k1, k2, k3 := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
			out = append(out, point{k0*a.x + k1*b.x + k2*c.x + k3*d.x, k0*a.y + k1*b.y + k2*c.y + k3*d.y})
		}
	}
	return out
}

// dashed cuts a line into the pieces that are drawn.
func dashed(points []point, dash []float64) [][]point {
	if len(dash) == 0 {
		return [][]point{points}
	}
	var pieces [][]point
	piece := []point{points[0]}
	at, left, on := 0, dash[0], true
	for i := 1; i < len(points); i++ {
		a, b := points[i-1], points[i]
		for {
			long := math.Hypot(b.x-a.x, b.y-a.y)
			if long < left {
				left -= long
				piece = append(piece, b)
				break
			}
			t := left / long
			a = point{a.x + (b.x-a.x)*t, a.y + (b.y-a.y)*t}
			if on {
				pieces = append(pieces, append(piece, a))
			}
			at = (at + 1) % len(dash)
			left, on, piece = dash[at], !on, []point{a}
		}
	}
	if on && len(piece) > 1 {
		pieces = append(pieces, piece)
	}
	return pieces
}
