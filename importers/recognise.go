package importers

import (
	"slices"
	"strings"

	"dpmap/graph"
)

// sampleRows is how many rows beneath a heading row tell what columns hold.
const sampleRows = 30

// recognise finds the heading row among the first rows of a sheet, and the
// layout that it fits best. Title and contact rows above it do not fit any.
func (s *source) recognise(o Options) ([]line, error) {
	top, err := s.top()
	if err != nil {
		return nil, err
	}
	best := s.headingRow(top, o)
	if s.layout != nil && best < sureScore && (s.isSupport() || s.isChance(top, o)) {
		s.layout, s.cols, s.head, best = nil, nil, 0, 0
	}
	if f := uprightForm(top, o); f != nil && f.score > best && plain(layouts(), s.sheet.Name) == nil {
		s.layout, s.form, s.head, s.cols = f.layout, f, f.first, f.columns
	} else if s.layout == nil {
		s.guess(top, o)
	}
	if s.layout == nil {
		s.layout = plain(layouts(), s.sheet.Name)
	}
	if s.layout == nil {
		if s.refused = s.refuse(top, o); s.refused != nil {
			s.count.Columns = s.refused.cols
		}
		return top, nil
	}
	s.evidence(top)
	s.count.Layout = s.layout.Name
	s.count.Columns = s.cols
	if s.form != nil {
		s.count.Columns = slices.Clone(s.cols)
		for i := range s.cols {
			s.count.Columns[i].Col = s.form.labels
		}
	}
	return top, nil
}

// isChance reports whether the heading row that was found is a row of values in
// which a few words happen to be headings: it holds values, or more headings are
// known in a row above it.
func (s *source) isChance(top []line, o Options) bool {
	l := layoutNamed("generic")
	found := knownColumns(s.cols)
	for i := range top {
		texts := top[i].texts()
		if top[i].number < s.head {
			if n := knownColumns(l.columns(texts, o.Headings, false)); n >= 3 && n > found {
				return true
			}
			continue
		}
		values := 0
		for _, t := range texts {
			if isFigure(t.text) || len(t.text) < 40 && (isYesNo(s.book, t.text) || isPlace(s.book, t.text) || isDate(s.book, t.text)) {
				values++
			}
		}
		return values >= 2 || values == 1 && found <= 2
	}
	return false
}

// top reads the rows in which headings are looked for, and some beneath.
func (s *source) top() ([]line, error) {
	var out []line
	for l, err := range s.lines {
		if err != nil {
			return nil, err
		}
		if len(out) >= headingRows+sampleRows {
			break
		}
		if !l.isBlank() {
			out = append(out, l)
		}
	}
	return out, nil
}

// sureScore is a score that no row of values reaches by chance.
const sureScore = 3.5

// headingRow takes the row that serves best as headings, alone or with the row
// of bands above it, and gives its score. Misspelt headings are sought only in
// the row that wins without them, or in all where none is sure: comparing every
// value of a table with every heading takes long.
func (s *source) headingRow(top []line, o Options) float64 {
	row, best := s.bestRow(top, o, nil)
	if best >= sureScore {
		_, best = s.bestRow(top, o, func(i int) bool { return i == row })
		return best
	}
	_, best = s.bestRow(top, o, func(int) bool { return true })
	return best
}

// bestRow scores the rows by every layout and takes over the best: all rows by
// headings spelt right, or those that misspelt lets through by misspelt ones too.
func (s *source) bestRow(top []line, o Options, misspelt func(i int) bool) (row int, best float64) {
	names := []string{s.sheet.Name, strings.NewReplacer("-", " ", "_", " ", ".", " ").Replace(s.file)}
	all := layouts()
	for i := range top {
		l := &top[i]
		if l.number > headingRows {
			break
		}
		texts := l.texts()
		if len(texts) == 1 {
			names = append(names, texts[0].text)
		}
		if len(texts) < 2 || misspelt != nil && !misspelt(i) {
			continue
		}
		candidates := [][]cellText{texts}
		if i > 0 && top[i-1].number == l.number-1 {
			if both := banded(top[i-1].texts(), texts); both != nil {
				candidates = append(candidates, both)
			}
		}
		for j := range all {
			if o.Layout != "" && all[j].Rank == 3 && all[j].Name != o.Layout {
				continue
			}
			for _, candidate := range candidates {
				columns := all[j].columns(candidate, o.Headings, misspelt != nil)
				if all[j].Rank == 2 && ofFlows(candidate, o.Headings) {
					continue
				}
				called := names
				if o.Layout == all[j].Name {
					called = slices.Concat(names, all[j].Sheets) // the user says that it is this one
				}
				if score := all[j].score(called, columns); score > best {
					row, best = i, score
					s.layout, s.head, s.cols = &all[j], l.number, columns
				}
			}
		}
	}
	return row, best
}

// ofFlows reports whether headings are those of a list of flows, which a list
// of words or of periods does not have, or the user says so.
func ofFlows(texts []cellText, taught []Heading) bool {
	n := 0
	for _, c := range layoutNamed("generic").columns(texts, taught, false) {
		if c.How == byOption && c.Field == graph.FieldTo {
			return true
		}
		switch c.Field {
		case graph.FieldSubjects, graph.FieldBasis, graph.FieldCondition, graph.FieldTo, graph.FieldFrom, graph.FieldSafeguard, graph.FieldAgreement,
			graph.FieldSecurity, graph.FieldDPIA, graph.FieldRecipientCountry, graph.FieldHosting, fieldCollected:
			if c.How != byLikely {
				n++
			}
		}
	}
	return n >= 2
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
// another table, whose layout and columns it then takes over.
func (t *tableReader) headingAgain(l *line) bool {
	n, _ := l.ownCells()
	if n < 2 || len(l.cells) == 0 {
		return false
	}
	if first := l.cells[0].text; len(first) > 90 || (!knownHeading(first) && !t.isHeading(l.cells[0])) {
		return false
	}
	var best float64
	var found *Layout
	var columns []graph.Column
	all := layouts()
	for i := range all {
		if all[i].Rank == 3 && t.o.Layout != "" && all[i].Name != t.o.Layout || !t.mostlyHeadings(l, &all[i]) {
			continue
		}
		cols := all[i].columns(l.texts(), t.o.Headings, true)
		score := all[i].score([]string{t.s.sheet.Name, t.lone}, cols)
		if &all[i] == t.s.layout && score > 0 {
			score += 0.2 // another table of the same kind, unless it fits another better
		}
		if score > best {
			best, found, columns = score, &all[i], cols
		}
	}
	if found == nil {
		return false
	}
	if found != t.s.layout || !sameColumns(columns, t.cols) {
		t.turnTo(found, columns)
	}
	return true
}

// mostlyHeadings reports whether a line's cells are headings of the layout, the
// first of them and most others.
func (t *tableReader) mostlyHeadings(l *line, layout *Layout) bool {
	known := headingTable()[layout.Scope]
	hits, n := 0, 0
	for _, c := range l.cells {
		if c.merged || c.text == "" {
			continue
		}
		n++
		if len(c.text) <= 90 && (known.knows(c.text) || t.isHeading(c)) {
			hits++
		} else if n == 1 {
			return false
		}
	}
	return hits >= 2 && 10*hits >= 6*n
}

func (t *tableReader) isHeading(c value) bool {
	i := slices.IndexFunc(t.cols, func(col graph.Column) bool { return col.Col == c.col })
	return i >= 0 && fold(t.cols[i].Heading) == fold(c.text)
}

func sameColumns(a, b []graph.Column) bool {
	return slices.EqualFunc(a, b, func(x, y graph.Column) bool {
		return x.Col == y.Col && (x.Field == y.Field || y.How == byWords || y.How == byContents) && fold(x.Heading) == fold(y.Heading)
	})
}
