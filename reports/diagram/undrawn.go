package diagram

import (
	"slices"
	"strings"
)

// Undrawn lists the names in the drawing of which PNG, JPEG and PDF lack
// letters, since the embedded font has none for their script: frames with the
// letters' numbers stand there. SVG leaves the letters to the fonts of whoever
// looks at it, and has them all.
func (d *Drawing) Undrawn() []string { return slices.Clone(d.undrawn) }

// lacking lists the names of the senders and recipients that have letters
// which the font lacks.
func (b *builder) lacking() []string {
	var names []string
	met := map[string]bool{} // by party
	for _, it := range b.items {
		for _, id := range []string{it.from, it.to} {
			if met[id] {
				continue
			}
			met[id] = true
			if name := b.name(id); b.metrics.lacks(name) != "" && !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return names
}

// undrawn are those of the names lacking letters that stand in a scene: where
// recipients are drawn as numbers, their names are not.
func undrawn(names []string, s scene) []string {
	var drawn strings.Builder
	for _, m := range s.marks {
		if m.kind == textMark {
			drawn.WriteString(m.text)
		}
	}
	return slices.DeleteFunc(names, func(name string) bool {
		return !strings.ContainsAny(drawn.String(), s.metrics.lacks(name))
	})
}

// lacks are the letters of a text that the font lacks.
func (m *metrics) lacks(text string) string {
	return strings.Map(func(r rune) rune {
		if _, ok := m.glyph(r, false); ok {
			return -1
		}
		return r
	}, text)
}
