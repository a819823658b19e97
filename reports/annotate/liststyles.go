package annotate

import "strconv"

// listStyles are the style ids of the added sheet.
type listStyles struct {
	title, note, head, text, link int
	look                          [looks]int
}

func (s *styleSheet) listStyles() listStyles {
	font := func(more string) int {
		return s.add("fonts", s.el(`<~font>`+more+`<~name val="Calibri"/><~family val="2"/></~font>`))
	}
	fill := func(colour string) int {
		return s.add("fills", s.el(`<~fill><~patternFill patternType="solid"><~fgColor rgb="`+colour+`"/><~bgColor indexed="64"/></~patternFill></~fill>`))
	}
	thin := `<~color rgb="FFC9D1D9"/>`
	box := s.add("borders", s.el(`<~border><~left style="thin">`+thin+`</~left><~right style="thin">`+thin+`</~right><~top style="thin">`+thin+`</~top><~bottom style="thin">`+thin+`</~bottom><~diagonal/></~border>`))
	xf := func(font, fill, border int, align string) int {
		return s.add("cellXfs", s.el(`<~xf numFmtId="0" fontId="`+strconv.Itoa(font)+`" fillId="`+strconv.Itoa(fill)+`" borderId="`+strconv.Itoa(border)+
			`" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><~alignment `+align+`/></~xf>`))
	}
	const top = `vertical="top" wrapText="1"`
	plain := font(`<~sz val="10"/><~color rgb="FF1B2733"/>`)
	bold := font(`<~b/><~sz val="10"/><~color rgb="FF1B2733"/>`)
	out := listStyles{
		title: xf(font(`<~b/><~sz val="15"/><~color rgb="FF1F3A4D"/>`), 0, 0, `vertical="center"`),
		note:  xf(font(`<~sz val="10"/><~color rgb="FF5F6B76"/>`), 0, 0, `vertical="center"`),
		head:  xf(font(`<~b/><~sz val="10"/><~color rgb="FFFFFFFF"/>`), fill("FF1F3A4D"), box, `vertical="center" wrapText="1"`),
		text:  xf(plain, 0, box, top),
		link:  xf(font(`<~u/><~sz val="10"/><~color rgb="FF0B5394"/>`), 0, box, top),
	}
	for l := low; l < looks; l++ {
		out.look[l] = xf(bold, fill(fills[l]), box, top)
	}
	return out
}
