package docx

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Part is a piece of a paragraph: words in one look, or a blank.
type Part struct {
	text    string
	style   string   // of characters
	blank   bool     // to be written over
	options []string // of a blank to choose for
	name    string   // of a blank, for those who cannot see it
}

// Text is words as they are. A line break in them breaks the line.
func Text(s string) Part { return Part{text: s} }

// Strong is words that stand out.
func Strong(s string) Part { return Part{text: s, style: "Strong"} }

// Quiet is words in small grey print.
func Quiet(s string) Part { return Part{text: s, style: "Quiet"} }

// Marked is words that look like a blank, to tell of blanks.
func Marked(s string) Part { return Part{text: s, style: toComplete} }

// toComplete is the look of what is still to be written.
const toComplete = "ToComplete"

// Break ends the line within a paragraph.
func Break() Part { return Part{text: "\n"} }

// Blank is a marked place that somebody writes over; name says what belongs
// there, text is what shows until then.
func Blank(name, text string) Part { return Part{text: text, name: name, blank: true} }

// Choose is a marked place with a list of words to choose one from.
func Choose(name, text string, options ...string) Part {
	return Part{text: text, name: name, blank: true, options: options}
}

// run writes a part into the body.
func (d *Document) run(p Part) {
	if p.blank {
		d.blank(p)
		return
	}
	d.body.WriteString(runOf(p.text, p.style))
}

// blank writes a content control, which Word and LibreOffice let one write over
// at a click.
func (d *Document) blank(p Part) {
	d.blanks++
	kind := "" // text of any look
	if len(p.options) > 0 {
		kind = "<w:dropDownList>"
		for _, o := range p.options {
			o = escape(oneLine(o))
			kind += `<w:listItem w:displayText="` + o + `" w:value="` + o + `"/>`
		}
		kind += "</w:dropDownList>"
	}
	d.body.WriteString(`<w:sdt><w:sdtPr><w:alias w:val="` + escape(oneLine(p.name)) + `"/><w:id w:val="` + strconv.Itoa(d.blanks) + `"/><w:showingPlcHdr/>` +
		kind + `</w:sdtPr><w:sdtContent>` + runOf(p.text, toComplete) + `</w:sdtContent></w:sdt>`)
}

// runOf is words in one look, with their line breaks.
func runOf(text, style string) string {
	var b strings.Builder
	b.WriteString("<w:r>")
	if style != "" {
		b.WriteString(`<w:rPr><w:rStyle w:val="` + style + `"/></w:rPr>`)
	}
	for i, line := range strings.Split(lines(text), "\n") {
		if i > 0 {
			b.WriteString("<w:br/>")
		}
		if line != "" {
			b.WriteString(`<w:t xml:space="preserve">` + escape(line) + `</w:t>`)
		}
	}
	b.WriteString("</w:r>")
	return b.String()
}

// lines makes every sort of line end one sort.
func lines(s string) string {
	return strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n", "\v", "\n", "\f", "\n").Replace(s)
}

// oneLine puts a text on one line.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// escape makes a text fit for XML, as content or as a value in quotes. What XML
// 1.0 cannot hold and what no reader could see (control characters, changes of
// writing direction) is dropped; bytes that are no UTF-8 become U+FFFD.
func escape(s string) string {
	if isPlain(s) {
		return s
	}
	var b strings.Builder
	for _, c := range s {
		switch {
		case c == '&':
			b.WriteString("&amp;")
		case c == '<':
			b.WriteString("&lt;")
		case c == '>':
			b.WriteString("&gt;")
		case c == '"':
			b.WriteString("&quot;")
		case c == '\t' || c == '\n':
			b.WriteByte(' ')
		case unicode.IsControl(c) || isHidden(c):
		case c == utf8.RuneError:
			b.WriteRune(utf8.RuneError)
		default:
			b.WriteRune(c)
		}
	}
	return b.String()
}

// isHidden reports whether c changes the writing direction or is no character.
func isHidden(c rune) bool {
	return c >= '\u202a' && c <= '\u202e' || c >= '\u2066' && c <= '\u2069' || c&0xfffe == 0xfffe || c >= '\ufdd0' && c <= '\ufdef'
}

func isPlain(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < ' ' || c > '~' || c == '&' || c == '<' || c == '>' || c == '"' {
			return false
		}
	}
	return true
}
