package annotate

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// sections are the parts of a style sheet in the order that they must stand in.
var sections = []string{"numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors", "extLst"}

// styleSheet adds looks to a workbook's styles. What is there stays as it is:
// a marked cell gets a copy of its own style with another fill and border.
type styleSheet struct {
	text   []byte
	root   element
	prefix string
	at     map[string]element   // section by name
	items  map[string][]element // of a section, as it was
	more   map[string][]string  // what is added to a section
	known  map[string]int       // added items by section and text
	done   map[[2]int]int
}

func openStyles(text []byte) (*styleSheet, error) {
	root, ok := rootOf(text)
	if !ok || root.name != "styleSheet" {
		return nil, damaged("its style sheet is damaged")
	}
	s := &styleSheet{
		text: text, root: root, prefix: prefixOf(text, root),
		at: map[string]element{}, items: map[string][]element{}, more: map[string][]string{},
		known: map[string]int{}, done: map[[2]int]int{},
	}
	for _, e := range childrenOf(text, root) {
		if slices.Contains(sections, e.name) {
			s.at[e.name], s.items[e.name] = e, childrenOf(text, e)
			s.note(e.name)
		}
	}
	return s, nil
}

// note remembers the items that a section has, so that a copy that is
// annotated again and again does not gather styles.
func (s *styleSheet) note(section string) {
	for i, e := range s.items[section] {
		name := section + "\n" + string(s.text[e.from:e.to])
		if _, ok := s.known[name]; !ok {
			s.known[name] = i
		}
	}
}

// add puts an item into a section, once, and gives its index.
func (s *styleSheet) add(section, text string) int {
	name := section + "\n" + text
	if i, ok := s.known[name]; ok {
		return i
	}
	i := len(s.items[section]) + len(s.more[section])
	s.more[section] = append(s.more[section], text)
	s.known[name] = i
	return i
}

// el writes an element with the style sheet's prefix: ~ stands for it.
func (s *styleSheet) el(text string) string { return strings.ReplaceAll(text, "~", s.prefix) }

// defaults adds what a style sheet cannot be without.
func (s *styleSheet) defaults() {
	for _, d := range []struct{ section, text string }{
		{"fonts", `<~font><~sz val="11"/><~name val="Calibri"/></~font>`},
		{"fills", `<~fill><~patternFill patternType="none"/></~fill>`},
		{"fills", `<~fill><~patternFill patternType="gray125"/></~fill>`},
		{"borders", `<~border><~left/><~right/><~top/><~bottom/><~diagonal/></~border>`},
		{"cellStyleXfs", `<~xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>`},
		{"cellXfs", `<~xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`},
	} {
		if len(s.items[d.section]) == 0 {
			s.add(d.section, s.el(d.text))
		}
	}
}

// marked is the style id with the look laid over it.
func (s *styleSheet) marked(id int, l look) int {
	if to, ok := s.done[[2]int{id, int(l)}]; ok {
		return to
	}
	xfs := s.items["cellXfs"]
	if id < 0 || id >= len(xfs) {
		id = 0
	}
	xf := s.el(`<~xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`)
	if len(xfs) > 0 {
		xf = string(s.text[xfs[id].from:xfs[id].to])
	}
	text := []byte(xf)
	e, _ := rootOf(text)
	edits := []edit{
		setAttr(text, e, "borderId", strconv.Itoa(s.border(number(text, e, "borderId"), l))),
		setAttr(text, e, "applyBorder", "1"),
	}
	if !s.isLight(number(text, e, "fontId")) {
		fill := s.add("fills", s.el(`<~fill><~patternFill patternType="solid"><~fgColor rgb="`+fills[l]+`"/><~bgColor indexed="64"/></~patternFill></~fill>`))
		edits = append(edits, setAttr(text, e, "fillId", strconv.Itoa(fill)), setAttr(text, e, "applyFill", "1"))
	}
	to := s.add("cellXfs", string(apply(text, edits)))
	s.done[[2]int{id, int(l)}] = to
	return to
}

func number(text []byte, e element, name string) int {
	value, _ := attr(text, e, name)
	n, err := strconv.Atoi(value)
	if err != nil {
		return 0
	}
	return n
}

// border adds the look's border; what the cell's own has beside its four sides
// stays.
func (s *styleSheet) border(id int, l look) int {
	var sides, rest strings.Builder
	for _, side := range []string{"left", "right", "top", "bottom"} {
		fmt.Fprintf(&sides, `<%[1]s%[2]s style="%[3]s"><%[1]scolor rgb="%[4]s"/></%[1]s%[2]s>`, s.prefix, side, lines[l].style, lines[l].colour)
	}
	start := "<" + s.prefix + "border>"
	if all := s.items["borders"]; id >= 0 && id < len(all) {
		start = strings.TrimSuffix(strings.TrimSuffix(string(s.text[all[id].from:all[id].inner]), ">"), "/") + ">"
		for _, e := range childrenOf(s.text, all[id]) {
			switch e.name {
			case "left", "right", "top", "bottom", "start", "end":
			default:
				rest.Write(s.text[e.from:e.to])
			}
		}
	}
	return s.add("borders", start+sides.String()+rest.String()+"</"+s.prefix+"border>")
}

// isLight reports whether a font is made for a dark fill, which must then stay.
func (s *styleSheet) isLight(font int) bool {
	all := s.items["fonts"]
	if font < 0 || font >= len(all) {
		return false
	}
	c, ok := child(s.text, all[font], "color")
	if !ok {
		return false
	}
	if theme, ok := attr(s.text, c, "theme"); ok {
		return theme == "0" || theme == "2"
	}
	if index, ok := attr(s.text, c, "indexed"); ok {
		return index == "1" || index == "9"
	}
	rgb, _ := attr(s.text, c, "rgb")
	n, err := strconv.ParseUint(rgb, 16, 32)
	if err != nil || len(rgb) < 6 {
		return false
	}
	red, green, blue := n>>16&0xff, n>>8&0xff, n&0xff
	return 299*red+587*green+114*blue > 160*1000
}

// bytes is the style sheet with what was added.
func (s *styleSheet) bytes() []byte {
	var edits []edit
	for i, section := range sections {
		more := s.more[section]
		if len(more) == 0 {
			continue
		}
		count := strconv.Itoa(len(s.items[section]) + len(more))
		e, ok := s.at[section]
		if !ok {
			pos := s.before(sections[i+1:])
			name := s.prefix + section
			edits = append(edits, edit{pos, pos, "<" + name + ` count="` + count + `">` + strings.Join(more, "") + "</" + name + ">"})
			continue
		}
		edits = append(edits, setAttr(s.text, e, "count", count), insertEnd(s.text, e, strings.Join(more, "")))
	}
	return apply(s.text, edits)
}

// before is where an element stands that comes before the sections named.
func (s *styleSheet) before(later []string) int {
	for _, e := range childrenOf(s.text, s.root) {
		if slices.Contains(later, e.name) {
			return e.from
		}
	}
	return s.root.close
}
