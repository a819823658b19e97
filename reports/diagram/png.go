package diagram

import (
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io"
	"strconv"
)

// dpi is print resolution: a sheet of A4 is 3508 by 2480 pixels.
const dpi = 300

// PNG writes the drawing at print resolution.
func (d *Drawing) PNG(w io.Writer) error {
	encoder := png.Encoder{CompressionLevel: png.BestSpeed}
	return encoder.Encode(w, d.paint())
}

// JPG writes the drawing at print resolution.
func (d *Drawing) JPG(w io.Writer) error {
	return jpeg.Encode(w, d.paint(), &jpeg.Options{Quality: 90})
}

// paint draws the scene as an image.
func (d *Drawing) paint() *image.RGBA {
	s := &d.scene
	c := newCanvas(s.wide, s.high, dpi/72.0)
	t := newTypesetter(s.metrics)
	for _, m := range s.marks {
		switch m.kind {
		case polygonMark:
			if m.fill != "" {
				c.fill([][]point{m.points}, rgb(m.fill))
			}
			if m.stroke != "" {
				c.stroke(append(m.points[:len(m.points):len(m.points)], m.points[0], m.points[1]), m.width, nil, rgb(m.stroke))
			}
		case curveMark:
			c.stroke(flatten(m.points), m.width, m.dash, rgb(m.stroke))
		case textMark:
			at := m.points[0]
			at.x -= m.length * [...]float64{0, 0.5, 1}[m.anchor]
			t.write(c, at, m.text, m.size, m.bold, rgb(m.fill))
		}
	}
	return c.image
}

// rgb reads "#rrggbb".
func rgb(s string) color.RGBA {
	n, err := strconv.ParseUint(s[1:], 16, 32)
	if err != nil {
		return color.RGBA{A: 255}
	}
	return color.RGBA{R: uint8(n >> 16), G: uint8(n >> 8), B: uint8(n), A: 255}
}
