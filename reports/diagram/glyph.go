package diagram

import (
	"fmt"
	"image/color"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// typesetter draws text on a canvas in the embedded font.
type typesetter struct {
	metrics  *metrics
	buffer   sfnt.Buffer
	outlines [2]map[rune][][]point // at one em, by weight
}

func newTypesetter(m *metrics) *typesetter {
	return &typesetter{metrics: m, outlines: [2]map[rune][][]point{{}, {}}}
}

// write draws a text from a place on its baseline. A character that the font
// lacks is a box with its number, so that none vanishes silently.
func (t *typesetter) write(c *canvas, at point, text string, size float64, bold bool, colour color.Color) {
	var all [][]point
	for _, r := range text {
		for _, o := range t.glyph(r, bold) {
			moved := make([]point, len(o))
			for i, p := range o {
				moved[i] = point{at.x + p.x*size, at.y + p.y*size}
			}
			all = append(all, moved)
		}
		at.x += t.metrics.advance(r, bold) * size
	}
	c.fill(all, colour)
}

// glyph is the outline of a character at one em.
func (t *typesetter) glyph(r rune, bold bool) [][]point {
	i := weight(bold)
	if o, ok := t.outlines[i][r]; ok {
		return o
	}
	o, ok := t.load(t.metrics.fonts[i], r)
	if !ok {
		o = t.missing(r)
	}
	t.outlines[i][r] = o
	return o
}

func (t *typesetter) load(font *sfnt.Font, r rune) ([][]point, bool) {
	index, err := font.GlyphIndex(&t.buffer, r)
	if err != nil || index == 0 {
		return nil, false
	}
	const ppem = 512
	segments, err := font.LoadGlyph(&t.buffer, index, fixed.I(ppem), nil)
	if err != nil {
		return nil, false
	}
	at := func(p fixed.Point26_6) point {
		return point{float64(p.X) / 64 / ppem, float64(p.Y) / 64 / ppem}
	}
	var outlines [][]point
	var pen point
	for _, s := range segments {
		n := len(outlines) - 1
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			pen = at(s.Args[0])
			outlines = append(outlines, []point{pen})
			continue
		case sfnt.SegmentOpLineTo:
			pen = at(s.Args[0])
			outlines[n] = append(outlines[n], pen)
		case sfnt.SegmentOpQuadTo:
			outlines[n] = append(outlines[n], quadratic(pen, at(s.Args[0]), at(s.Args[1]))...)
			pen = at(s.Args[1])
		case sfnt.SegmentOpCubeTo:
			outlines[n] = append(outlines[n], flatten([]point{pen, at(s.Args[0]), at(s.Args[1]), at(s.Args[2])})[1:]...)
			pen = at(s.Args[2])
		}
	}
	return outlines, true
}

// quadratic flattens one piece of a TrueType outline.
func quadratic(a, b, c point) []point {
	const steps = 6
	out := make([]point, steps)
	for i := range out {
		t := float64(i+1) / steps
		u := 1 - t
		out[i] = point{u*u*a.x + 2*u*t*b.x + t*t*c.x, u*u*a.y + 2*u*t*b.y + t*t*c.y}
	}
	return out
}

// missing is a frame of one em with a character's number in it.
func (t *typesetter) missing(r rune) [][]point {
	frame := [][]point{
		{{0.05, -0.80}, {0.95, -0.80}, {0.95, 0.10}, {0.05, 0.10}},
		{{0.10, -0.75}, {0.10, 0.05}, {0.90, 0.05}, {0.90, -0.75}},
	}
	digits := fmt.Sprintf("%04X", r)
	half := (len(digits) + 1) / 2
	size := 0.36
	if half > 2 {
		size = 0.25
	}
	for i, d := range digits {
		x, y := 0.14+float64(i%half)*size, -0.42
		if i >= half {
			y = 0
		}
		for _, o := range t.glyph(d, false) {
			moved := make([]point, len(o))
			for k, p := range o {
				moved[k] = point{x + p.x*size, y + p.y*size}
			}
			frame = append(frame, moved)
		}
	}
	return frame
}
