package sheet

import (
	"fmt"
	"strings"

	"pgregory.net/rapid"

	"dpmap/graph"
)

// habits are how one program writes .xlsx; the same cells come out of each.
type habits struct {
	prefix    string // of the main namespace, "" or "x:"
	quote     string
	shuffle   bool // attributes in another order
	bareRows  bool // rows without r where they follow each other
	bareCells bool // cells without r where they follow each other
	spaced    bool // indented, with comments and processing instructions
	bom       bool
	absolute  bool // targets that start with a slash
	extras    bool // attributes and parts of other namespaces
	strict    bool // the namespaces of Strict Open XML
	epoch1904 bool
}

func drawHabits(t *rapid.T) habits {
	yes := func(name string) bool { return rapid.Bool().Draw(t, name) }
	return habits{
		prefix:    rapid.SampledFrom([]string{"", "x:", "main-1:"}).Draw(t, "prefix"),
		quote:     rapid.SampledFrom([]string{`"`, `'`}).Draw(t, "quote"),
		shuffle:   yes("shuffle"),
		bareRows:  yes("bare rows"),
		bareCells: yes("bare cells"),
		spaced:    yes("spaced"),
		bom:       yes("bom"),
		absolute:  yes("absolute"),
		extras:    yes("extras"),
		strict:    yes("strict"),
		epoch1904: yes("1904"),
	}
}

// tag writes <name a="v" ...>, closed at once when content is "".
func (h habits) tag(name string, attrs [][2]string, content string) string {
	if h.shuffle {
		for i, j := 0, len(attrs)-1; i < j; i, j = i+1, j-1 {
			attrs[i], attrs[j] = attrs[j], attrs[i]
		}
	}
	var b strings.Builder
	b.WriteString("<" + h.prefix + name)
	for _, a := range attrs {
		space, equals := " ", "="
		if h.spaced {
			space, equals = "\n  ", " = "
		}
		b.WriteString(space + a[0] + equals + h.quote + attrEscaper.Replace(a[1]) + h.quote)
	}
	if content == "" {
		return b.String() + "/>"
	}
	return b.String() + ">" + content + "</" + h.prefix + name + ">"
}

var (
	attrEscaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", `"`, "&quot;", "'", "&#39;", "\n", "&#xA;", "\t", "&#9;")
	textEscaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "'", "&apos;", "\r", "&#13;")
)

// gap is what may stand between elements.
func (h habits) gap() string {
	if h.spaced {
		return "\n\t<!-- a <c r='A1'><v>9</v></c> that is no cell --><?pi data?>\r\n"
	}
	return ""
}

// root opens a part's root element with its declarations.
func (h habits) root(name, content string) string {
	ns := "xmlns"
	if h.prefix != "" {
		ns += ":" + strings.TrimSuffix(h.prefix, ":")
	}
	main, rel := "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	if h.strict {
		main, rel = "http://purl.oclc.org/ooxml/spreadsheetml/main", "http://purl.oclc.org/ooxml/officeDocument/relationships"
	}
	attrs := [][2]string{{ns, main}, {"xmlns:r", rel}}
	if h.extras {
		attrs = append(attrs, [2]string{"xmlns:x14ac", "http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"})
	}
	out := `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" + h.tag(name, attrs, content)
	if h.bom {
		out = "\ufeff" + out
	}
	return out
}

// model is a generated cell: how it is written and what it must read as.
type model struct {
	attrs [][2]string
	inner string
	want  Cell // Type 0: nothing to see
	twin  bool // the library reads it as we do
}

// drawText draws what people and programs put in a cell.
func drawText(t *rapid.T) string {
	pieces := rapid.SliceOfN(rapid.SampledFrom([]string{
		"a", "School", " ", "  ", "\n", "\t", "é", "漢字", "😀", "&", "<", ">", `"`, "'", "]]>", "\u00a0", "\u200b", "\ufeff",
		"_x000D_", "_x0041_", "_x", "=1+1", "\r\n", "&amp;", "<v>", "\u2019", "0", "क्\u200dष",
	}), 1, 6).Draw(t, "text")
	return strings.Join(pieces, "")
}

// written is a text as .xlsx holds it: what looks like an escape is escaped.
func written(text string) string {
	return strings.ReplaceAll(text, "_x", "_x005F_x")
}

// markupOf writes a text as XML in one of the ways that mean the same.
func markupOf(t *rapid.T, text string) string {
	switch rapid.IntRange(0, 2).Draw(t, "way") {
	case 1:
		if !strings.Contains(text, "\r") {
			return "<![CDATA[" + strings.ReplaceAll(text, "]]>", "]]]]><![CDATA[>") + "]]>"
		}
	case 2:
		var b strings.Builder
		for _, r := range text {
			fmt.Fprintf(&b, rapid.SampledFrom([]string{"&#%d;", "&#x%x;", "&#x%X;"}).Draw(t, "reference"), r)
		}
		return b.String()
	}
	return textEscaper.Replace(text)
}

// rich writes the inside of si or is: plain, or as runs with a reading aid.
func (h habits) rich(t *rapid.T, text string) string {
	keep := [][2]string{{"xml:space", "preserve"}}
	text = written(text)
	if rapid.Bool().Draw(t, "plain") {
		return h.tag("t", keep, markupOf(t, text))
	}
	runes := []rune(text)
	n := rapid.IntRange(0, len(runes)).Draw(t, "cut")
	first, second := string(runes[:n]), string(runes[n:])
	run := func(s string) string {
		return h.tag("r", nil, h.tag("rPr", nil, h.tag("b", nil, ""))+h.tag("t", [][2]string{{"xml:space", "preserve"}}, markupOf(t, s)))
	}
	return run(first) + run(second) + h.tag("rPh", [][2]string{{"sb", "0"}, {"eb", "1"}}, h.tag("t", nil, "kana")) + h.tag("phoneticPr", [][2]string{{"fontId", "1"}}, "")
}

// drawCell draws a cell; a shared text is added to shared.
func (h habits) drawCell(t *rapid.T, shared *[]string) model {
	switch rapid.IntRange(0, 9).Draw(t, "kind") {
	case 0, 1, 2:
		text := drawText(t)
		*shared = append(*shared, h.tag("si", nil, h.rich(t, text)))
		return model{attrs: [][2]string{{"t", "s"}}, inner: h.tag("v", nil, fmt.Sprint(len(*shared)-1)), want: textCell(text), twin: true}
	case 3:
		text := drawText(t)
		return model{attrs: [][2]string{{"t", "inlineStr"}}, inner: h.tag("is", nil, h.rich(t, text)), want: textCell(text), twin: true}
	case 4:
		text := strings.ReplaceAll(drawText(t), "_x", "_y")
		return model{attrs: [][2]string{{"t", "str"}}, inner: h.tag("f", nil, "A1&amp;B1") + h.tag("v", nil, markupOf(t, text)), want: textCell(text), twin: true}
	case 5:
		yes := rapid.Bool().Draw(t, "bool")
		text, v := "FALSE", "0"
		if yes {
			text, v = "TRUE", "1"
		}
		return model{attrs: [][2]string{{"t", "b"}}, inner: h.formula(t) + h.tag("v", nil, v), want: Cell{Type: BoolCell, Text: text}, twin: true}
	case 6:
		text := rapid.SampledFrom([]string{"#REF!", "#N/A", "#DIV/0!"}).Draw(t, "error")
		return model{attrs: [][2]string{{"t", "e"}}, inner: h.formula(t) + h.tag("v", nil, text), want: Cell{Type: ErrorCell, Text: text}, twin: true}
	case 7:
		return h.drawNumber(t)
	case 8:
		return model{inner: h.tag("f", nil, "SUM(A1)"), want: Cell{Type: UncachedCell}, twin: true}
	}
	if rapid.Bool().Draw(t, "styled") { // a border, a colour: nothing to see
		return model{attrs: [][2]string{{"s", "3"}}, twin: true}
	}
	day := fmt.Sprintf("20%02d-0%d-1%d", rapid.IntRange(0, 99).Draw(t, "y"), rapid.IntRange(1, 9).Draw(t, "m"), rapid.IntRange(0, 9).Draw(t, "d"))
	suffix := rapid.SampledFrom([]string{"", "T00:00:00", "T00:00:00Z", "T00:00:00.000"}).Draw(t, "clock")
	return model{attrs: [][2]string{{"t", "d"}}, inner: h.tag("v", nil, day+suffix), want: Cell{Type: DateCell, Text: day}}
}

// formula is what a value may have been worked out by: nothing, a formula, or
// one that is shared with other cells and so is not written out.
func (h habits) formula(t *rapid.T) string {
	switch rapid.IntRange(0, 4).Draw(t, "formula") {
	case 1:
		return h.tag("f", nil, "A1&amp;B1")
	case 2:
		return h.tag("f", [][2]string{{"t", "shared"}, {"si", "0"}}, "")
	case 3:
		return h.tag("f", [][2]string{{"t", "array"}, {"ref", "A1:B2"}, {"ca", "1"}}, "SUM(A1:B9)")
	}
	return ""
}

// drawNumber draws a number or a date kept as one.
func (h habits) drawNumber(t *rapid.T) model {
	if rapid.Bool().Draw(t, "date") {
		n := rapid.IntRange(61, 80000).Draw(t, "serial")
		style := rapid.SampledFrom([]string{"1", "2", "4"}).Draw(t, "style")
		day, _, _ := fromSerial(float64(n), h.epoch1904)
		return model{attrs: [][2]string{{"s", style}}, inner: h.formula(t) + h.tag("v", nil, fmt.Sprint(n)), want: Cell{Type: DateCell, Text: day.String()}, twin: true}
	}
	raw := rapid.SampledFrom([]string{"0", "7", "-3", "12345678901234567890", "0.5", "-12.25", "0.30000000000000004", "1E+20", "1.5e-3", "441632960123", "1e3"}).Draw(t, "number")
	shown := map[string]string{"0.30000000000000004": "0.3", "1E+20": "100000000000000000000", "1.5e-3": "0.0015", "1e3": "1000"}[raw]
	if shown == "" {
		shown = raw
	}
	style := "0"
	if rapid.IntRange(0, 3).Draw(t, "shown") == 0 { // as a percentage, or with zeros in front
		like := rapid.SampledFrom([][3]string{{"0.25", "5", "25%"}, {"1", "5", "100%"}, {"12345", "3", "0012345"}, {"123456789", "3", "123456789"}}).Draw(t, "like")
		raw, style, shown = like[0], like[1], like[2]
	}
	attrs := [][2]string{{"s", style}}
	if rapid.Bool().Draw(t, "typed") {
		attrs = append(attrs, [2]string{"t", "n"})
	}
	return model{attrs: attrs, inner: h.formula(t) + h.tag("v", nil, raw), want: Cell{Type: NumberCell, Text: shown}, twin: true}
}

// drawRows draws the rows of a sheet: their XML, and the cells by name.
func (h habits) drawRows(t *rapid.T, shared *[]string) (xml string, want []string, twins map[string]bool) {
	var b strings.Builder
	twins = map[string]bool{}
	row := 0
	for range rapid.IntRange(0, 5).Draw(t, "rows") {
		step := rapid.IntRange(1, 3).Draw(t, "down")
		row += step
		attrs := [][2]string{{"r", fmt.Sprint(row)}, {"spans", "1:9"}}
		if h.bareRows && step == 1 {
			attrs = attrs[1:]
		}
		if h.extras {
			attrs = append(attrs, [2]string{"x14ac:dyDescent", "0.25"})
		}
		content, col := h.gap(), 0
		for range rapid.IntRange(0, 5).Draw(t, "cells") {
			right := rapid.IntRange(1, 30).Draw(t, "right")
			col += right
			c := h.drawCell(t, shared)
			ref := graph.ColumnName(col) + fmt.Sprint(row)
			if !h.bareCells || right > 1 {
				c.attrs = append([][2]string{{"r", ref}}, c.attrs...)
			}
			content += h.tag("c", c.attrs, c.inner) + h.gap()
			if c.want.Type != 0 {
				want = append(want, fmt.Sprintf("%s %s %q", ref, typeNames[c.want.Type], c.want.Text))
			}
			twins[ref] = c.twin
		}
		b.WriteString(h.tag("row", attrs, content) + h.gap())
	}
	return b.String(), want, twins
}
