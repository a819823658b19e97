package importers

import (
	"slices"

	"dpmap/graph"
)

// recognise finds the heading row among the first rows of a sheet, and the
// layout that it fits best. Title and contact rows above it do not fit any.
func (s *source) recognise(o Options) error {
	var best float64
	all := layouts()
	rows := 0
	for l, err := range s.lines {
		if err != nil {
			return err
		}
		if rows++; l.number > headingRows || rows > headingRows {
			break
		}
		texts := l.texts()
		if len(texts) < 2 {
			continue
		}
		for i := range all {
			if o.Layout != "" && all[i].Rank == 3 && all[i].Name != o.Layout {
				continue
			}
			columns := all[i].columns(texts, o.Headings)
			if score := all[i].score(s.sheet.Name, columns); score > best {
				best = score
				s.layout, s.head, s.cols = &all[i], l.number, columns
			}
		}
	}
	if s.layout == nil {
		s.layout = plain(all, s.sheet.Name)
	}
	if s.layout != nil {
		s.count.Layout = s.layout.Name
		s.count.Columns = s.cols
	}
	return nil
}

// plain finds the layout without headings that a sheet's name speaks for.
func plain(all []Layout, sheet string) *Layout {
	i := slices.IndexFunc(all, func(l Layout) bool { return len(l.Needs) == 0 && l.named(sheet) })
	if i < 0 {
		return nil
	}
	return &all[i]
}

// headingAgain reports whether a line below the heading row is a heading row as
// well: the same again, as in tables that were pasted page by page, or that of
// another table of the same layout, whose columns it then takes over.
func (t *tableReader) headingAgain(l *line) bool {
	n, _ := l.ownCells()
	if n < 2 {
		return false
	}
	known := headingTable()[t.s.layout.Scope]
	hits := 0
	for _, c := range l.cells {
		if c.merged || c.text == "" {
			continue
		}
		if len(c.text) > 90 || (!known.knows(c.text) && !t.isHeading(c)) {
			if hits == 0 {
				return false
			}
			continue
		}
		hits++
	}
	if hits < 2 || 10*hits < 6*n {
		return false
	}
	columns := t.s.layout.columns(l.texts(), t.o.Headings)
	if t.s.layout.score(t.s.sheet.Name, columns) == 0 {
		return false
	}
	if !sameColumns(columns, t.cols) {
		t.use(columns)
		t.s.count.Columns = append(slices.Clip(t.s.count.Columns), columns...)
	}
	return true
}

func (t *tableReader) isHeading(c value) bool {
	i := slices.IndexFunc(t.cols, func(col graph.Column) bool { return col.Col == c.col })
	return i >= 0 && fold(t.cols[i].Heading) == fold(c.text)
}

func sameColumns(a, b []graph.Column) bool {
	return slices.EqualFunc(a, b, func(x, y graph.Column) bool {
		return x.Col == y.Col && x.Field == y.Field && fold(x.Heading) == fold(y.Heading)
	})
}
