package diagram

import (
	"unicode/utf8"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// metrics measures text in the embedded font (Go, regular and bold), which the
// PNG is drawn with. It is somewhat wider than Arial and Helvetica, which the
// SVG asks for, so a label that fits here fits there.
type metrics struct {
	fonts  [2]*sfnt.Font // regular, bold
	widths [2]map[rune]float64
	plain  [2][utf8.RuneSelf]float64 // those of ASCII, 0 where not yet measured
	buffer sfnt.Buffer
}

func newMetrics() (*metrics, error) {
	m := &metrics{}
	for i, data := range [][]byte{goregular.TTF, gobold.TTF} {
		f, err := sfnt.Parse(data)
		if err != nil {
			return nil, err
		}
		m.fonts[i] = f
		m.widths[i] = map[rune]float64{}
	}
	return m, nil
}

func weight(bold bool) int {
	if bold {
		return 1
	}
	return 0
}

// advance is the width of a character in ems. A character that the font lacks
// takes a box of one em.
func (m *metrics) advance(r rune, bold bool) float64 {
	i := weight(bold)
	if 0 <= r && r < utf8.RuneSelf {
		if m.plain[i][r] == 0 {
			m.plain[i][r] = m.measured(r, bold)
		}
		return m.plain[i][r]
	}
	w, ok := m.widths[i][r]
	if !ok {
		w = m.measured(r, bold)
		m.widths[i][r] = w
	}
	return w
}

// measured is the width of a character as the font has it.
func (m *metrics) measured(r rune, bold bool) float64 {
	const ppem = 1000
	w := 1.0
	if glyph, ok := m.glyph(r, bold); ok {
		if a, err := m.fonts[weight(bold)].GlyphAdvance(&m.buffer, glyph, fixed.I(ppem), font.HintingNone); err == nil {
			w = float64(a) / 64 / ppem
		}
	}
	return w
}

// glyph is the font's index of a character, if it has it.
func (m *metrics) glyph(r rune, bold bool) (sfnt.GlyphIndex, bool) {
	index, err := m.fonts[weight(bold)].GlyphIndex(&m.buffer, r)
	return index, err == nil && index != 0
}

// width is the width of a text in the unit of its size.
func (m *metrics) width(s string, bold bool, size float64) float64 {
	sum := 0.0
	for _, r := range s {
		sum += m.advance(r, bold)
	}
	return sum * size
}
