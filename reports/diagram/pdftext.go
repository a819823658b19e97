package diagram

import "unicode/utf16"

// write draws a text. What the font has is written as text, in runs; what it
// lacks is drawn as the PNG draws it.
func (p pdfPage) write(m mark) {
	style := ""
	if m.bold {
		style = "B"
	}
	p.doc.SetFont(pdfFont, style, m.size)
	p.doc.SetTextColor(channels(m.fill))
	at := m.start()
	from, run := at, ""
	flush := func() {
		if run != "" {
			p.doc.Text(from.x, from.y, run)
		}
		run = ""
	}
	for _, r := range m.text {
		if !p.writes(r, m.bold) {
			flush()
			p.missing(m, at, r)
		} else {
			if run == "" {
				from = at
			}
			run += string(r)
		}
		at.x += p.metrics.advance(r, m.bold) * m.size
	}
	flush()
}

// writes reports whether a character can be written as text: the font has it
// and the library, which knows two bytes a character, can name it.
func (p pdfPage) writes(r rune, bold bool) bool {
	_, ok := p.metrics.glyph(r, bold)
	return ok && r <= 0xFFFF
}

// missing draws a frame with a character's number. Below it lies an unseen
// mark that copying and searching take for the character.
func (p pdfPage) missing(m mark, at point, r rune) {
	p.doc.SetFillColor(channels(m.fill))
	for _, o := range p.setter.missing(r) {
		moved := make([]point, len(o))
		for i, c := range o {
			moved[i] = point{at.x + c.x*m.size, at.y + c.y*m.size}
		}
		p.outline(moved)
	}
	p.doc.DrawPath("F")
	done := p.tags.instead(string(r))
	p.doc.SetTextRenderingMode(unseen)
	p.doc.Text(at.x, at.y, "?")
	p.doc.SetTextRenderingMode(filled)
	done()
}

// Ways to draw text, as PDF numbers them.
const (
	filled = 0
	unseen = 3
)

// utf16Text is a text as PDF holds it outside pages. The library's own
// conversion breaks characters past U+FFFF.
func utf16Text(s string) string {
	out := []byte{0xFE, 0xFF}
	for _, unit := range utf16.Encode([]rune(s)) {
		out = append(out, byte(unit>>8), byte(unit))
	}
	return string(out)
}
