package diagram_test

import (
	"testing"

	"dpmap/reports/diagram"
)

// TestInset checks drawings that stand within a page: as wide as its text, no
// higher than its room nor than they need, and with labels of 8 points or more
// at that size.
func TestInset(t *testing.T) {
	for name, r := range registers(t) {
		d, err := diagram.Draw(r, diagram.Options{Inset: true})
		if err != nil {
			t.Fatal(err)
		}
		svg, _ := d.SVG()
		p := readSVG(t, svg)
		if p.wide < 481 || p.wide > 482 || p.high > 610 || p.least < 8 {
			t.Errorf("%s: %.0f by %.0f points with labels of %.1f", name, p.wide, p.high, p.least)
		}
		if name == "5 recipients" && p.high > 345 {
			t.Errorf("%s: %.0f points high, most of them blank", name, p.high)
		}
		for i, a := range p.texts {
			if a.x0 < 0 || a.y0 < 0 || a.x1 > p.wide+0.1 || a.y1 > p.high {
				t.Errorf("%s: %q lies beyond the drawing", name, a.what)
			}
			for _, b := range p.texts[:i] {
				if a.overlaps(b) {
					t.Errorf("%s: %q lies on %q", name, a.what, b.what)
				}
			}
		}
	}
}
