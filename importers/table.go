package importers

import (
	"fmt"

	"dpmap/graph"
)

// tableReader walks the rows of one sheet and accounts for each of them.
type tableReader struct {
	*reader
	s       *source
	cols    []graph.Column
	byField map[graph.Field]int // index in cols
	byCol   map[int]int
	above   map[int]value // the last value of each column, for "as above"
	hidden  int           // rows that are hidden and were read all the same
	title   func(string)  // hears the lines above the headings; may be nil
}

// use takes over the columns of a heading row.
func (t *tableReader) use(columns []graph.Column) {
	t.cols = columns
	t.byField, t.byCol = map[graph.Field]int{}, map[int]int{}
	for i, c := range columns {
		t.byCol[c.Col] = i
		if c.Field != "" {
			t.byField[c.Field] = i
		}
	}
	t.above = map[int]value{}
}

// outcome is what became of a row.
type outcome int

const (
	other outcome = iota
	gaveFlows
	gaveParty
	rejected
)

// each calls read for every data row beneath the headings and counts what
// became of all rows. Blank rows are those that no cell fills, within the sheet
// or between its rows.
func (t *tableReader) each(read func(*record) outcome) {
	t.use(t.s.cols)
	t.warnRepeats()
	count := &t.s.count
	last := 0
	for l, err := range t.s.lines {
		if err != nil {
			t.damaged = append(t.damaged, fileError(t.s.file, err))
			break
		}
		count.Blank += l.number - last - 1
		last = l.number
		switch t.row(&l, read) {
		case gaveFlows:
			count.FlowRows++
		case gaveParty:
			count.PartyRows++
		case rejected:
			count.Rejected++
		case blankRow:
			count.Blank++
		default:
			count.Other++
		}
	}
	count.Rows = last
	if t.hidden > 0 {
		t.assume(fmt.Sprintf("%s: hidden rows were read like the others (%d)", t.s.name(), t.hidden))
	}
}

const blankRow outcome = -1

func (t *tableReader) row(l *line, read func(*record) outcome) outcome {
	switch {
	case l.isBlank():
		return blankRow
	case l.number <= t.s.head:
		if n, only := l.ownCells(); n == 1 && t.title != nil {
			t.title(only.text)
		}
		if l.number < t.s.head && t.s.layout.Rank == 3 {
			t.contact(l)
		}
		return other
	case t.s.head > 0 && t.headingAgain(l):
		return other
	}
	if l.hidden {
		t.hidden++
	}
	return read(t.record(l))
}

// name is how sentences call the sheet.
func (s *source) name() string {
	if s.sheet.Name == "" {
		return s.file
	}
	return s.file + ", sheet " + s.sheet.Name
}

func (t *tableReader) warnRepeats() {
	seen := map[string]bool{}
	for _, c := range t.cols {
		f := fold(c.Heading)
		if seen[f] {
			at := t.s.ref(t.s.head, value{col: c.Col, raw: c.Heading}, c.Heading)
			t.problems.warn(at, "heading "+quote(c.Heading)+" stands twice; this column is kept as an extra one",
				"give the second column a heading of its own")
		}
		seen[f] = true
	}
}
