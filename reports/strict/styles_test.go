package strict

import (
	"regexp"
	"strconv"
)

var (
	styleOrder  = []string{"numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors", "extLst"}
	borderOrder = []string{"start", "left", "end", "right", "top", "bottom", "diagonal", "vertical", "horizontal"}
	xfOrder     = []string{"alignment", "protection", "extLst"}
	dxfOrder    = []string{"font", "numFmt", "fill", "alignment", "border", "protection", "extLst"}
	argb        = regexp.MustCompile(`^[0-9A-Fa-f]{8}$`)
)

// styleSheet checks that styles only draw on what there is.
func (p *pack) styleSheet(part string) {
	s := p.open(part, "styleSheet")
	p.inOrder(part, s, styleOrder)
	for _, k := range s.kids {
		p.counted(part, k)
	}
	formats := map[int]bool{}
	for _, f := range s.child("numFmts").kids {
		id := f.number("numFmtId", -1)
		if formats[id] || id < 0 || f.attr["formatCode"] == "" || units(f.attr["formatCode"]) > 255 {
			p.fault("%s: the number format %d is none, or there twice", part, id)
		}
		formats[id] = true
	}
	within := func(x *node, attr, list string) {
		if n, most := x.number(attr, 0), len(s.child(list).kids); n < 0 || n >= most {
			p.fault("%s: %s has %s %d of %d", part, x.name, attr, n, most)
		}
	}
	for _, list := range []string{"cellStyleXfs", "cellXfs"} {
		for i, x := range s.child(list).kids {
			within(x, "fontId", "fonts")
			within(x, "fillId", "fills")
			within(x, "borderId", "borders")
			p.inOrder(part, x, xfOrder)
			if id := x.number("numFmtId", 0); id < 0 || id >= 164 && !formats[id] {
				p.fault("%s: %s %d has the number format %d", part, list, i, id)
			}
			if list == "cellXfs" {
				within(x, "xfId", "cellStyleXfs")
			}
		}
	}
	for _, c := range s.child("cellStyles").kids {
		within(c, "xfId", "cellStyleXfs")
	}
	for _, b := range s.child("borders").kids {
		p.inOrder(part, b, borderOrder)
	}
	for _, d := range s.child("dxfs").kids {
		p.inOrder(part, d, dxfOrder)
	}
	for _, name := range []string{"color", "fgColor", "bgColor"} {
		for _, c := range s.all(name) {
			if rgb, ok := c.attr["rgb"]; ok && !argb.MatchString(rgb) {
				p.fault("%s: the colour %q is none", part, rgb)
			}
		}
	}
	fills := s.child("fills").kids
	for i, want := range []string{"none", "gray125"} {
		if len(fills) <= i || fills[i].child("patternFill").attr["patternType"] != want {
			p.fault("%s: fill %s is not %s, which Excel takes it for", part, strconv.Itoa(i), want)
		}
	}
	p.styles, p.dxfs = len(s.child("cellXfs").kids), len(s.child("dxfs").kids)
	if p.styles > 64000 {
		p.fault("%s: %d styles are more than Excel keeps", part, p.styles)
	}
}
