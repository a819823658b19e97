package diagram

import (
	"fmt"
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
	m, err := d.paint()
	if err != nil {
		return err
	}
	encoder := png.Encoder{CompressionLevel: png.BestSpeed}
	return encoder.Encode(w, m)
}

// JPG writes the drawing at print resolution.
func (d *Drawing) JPG(w io.Writer) error {
	m, err := d.paint()
	if err != nil {
		return err
	}
	return jpeg.Encode(w, m, &jpeg.Options{Quality: 90})
}

// paint draws the scene as an image. Its measures are its own, so that one
// drawing may be written by several goroutines at once.
func (d *Drawing) paint() (*image.RGBA, error) {
	measures, err := newMetrics()
	if err != nil {
		return nil, fmt.Errorf("drawing the map: %w", err)
	}
	s := &d.scene
	c := newCanvas(s.wide, s.high, dpi/72.0)
	t := newTypesetter(measures)
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
			t.write(c, m.start(), m.text, m.size, m.bold, rgb(m.fill))
		}
	}
	return c.image, nil
}

// rgb reads "#rrggbb".
func rgb(s string) color.RGBA {
	n, err := strconv.ParseUint(s[1:], 16, 32)
	if err != nil {
		return color.RGBA{A: 255}
	}
	return color.RGBA{R: uint8(n >> 16), G: uint8(n >> 8), B: uint8(n), A: 255}
}
