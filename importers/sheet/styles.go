package sheet

import "strconv"

// styleTable tells how each cell style shows a number.
type styleTable struct {
	xfs []numberFormat
}

// loadStyles reads the styles; part is "" where the book has none.
func loadStyles(p *pack, part string) (*styleTable, error) {
	t := &styleTable{}
	if part == "" {
		return t, nil
	}
	if !p.has(part) {
		return nil, damaged("its table of styles is missing")
	}
	codes := map[int]numberFormat{}
	var ids []int
	err := p.each(part, "styleSheet", func(s *scanner) error {
		switch string(s.local) {
		case "numFmt":
			id, ok := intAttr(s, "numFmtId")
			code, _ := s.attr("formatCode")
			if len(codes) == maxStyles {
				return tooMany("number formats", maxStyles)
			}
			if ok {
				codes[id] = parseFormat(string(code))
			}
		case "dxfs": // formats of conditions have ids of their own
			return s.skip()
		case "cellXfs":
			var err error
			ids, err = readXfs(s)
			return err
		}
		return nil
	})
	for _, id := range ids {
		f, ok := codes[id]
		if !ok {
			f = builtInFormat(id)
		}
		t.xfs = append(t.xfs, f)
	}
	return t, err
}

// readXfs lists the number format of each xf in cellXfs.
func readXfs(s *scanner) ([]int, error) {
	var ids []int
	for depth := s.open.depth(); ; {
		t, err := s.next()
		if err != nil {
			return nil, err
		}
		if t == endToken && s.open.depth() < depth {
			return ids, nil
		}
		if len(ids) == maxStyles {
			return nil, tooMany("styles of cells", maxStyles)
		}
		if t == startToken && s.is("xf") {
			id, _ := intAttr(s, "numFmtId")
			ids = append(ids, id)
		}
	}
}

// intAttr is an attribute that is a whole number.
func intAttr(s *scanner, local string) (int, bool) {
	v, ok := s.attr(local)
	if !ok {
		return 0, false
	}
	n, err := strconv.Atoi(string(v))
	return n, err == nil
}

// at is style i, and whether there is one. A book without styles has only the
// first.
func (t *styleTable) at(i int) (numberFormat, bool) {
	if i < len(t.xfs) {
		return t.xfs[i], true
	}
	return numberFormat{}, i == 0
}
