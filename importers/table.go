package importers

import (
	"fmt"
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/importers/column"
	"dpmap/importers/sheet"
	"dpmap/importers/words"
)

// tableReader walks the rows of one sheet and accounts for each of them.
type tableReader struct {
	*reader
	s        *source
	cols     []graph.Column
	byField  map[graph.Field]int   // index in cols
	also     map[graph.Field][]int // the further columns of a field that several may have
	byCol    map[int]int
	above    map[int]value // the last value of each column, for "as above"
	hidden   int           // rows that are hidden and were read all the same
	title    func(string)  // hears the lines above the headings; may be nil
	read     func(*record) outcome
	block    contactBlock
	titles   []graph.Ref          // the lines above the headings that stand alone
	lone     string               // the text of the line above, where it stood alone
	heads    [2][]column.CellText // the heading row and the band above it
	prev     int                  // the number of the line above
	first    *column.Layout       // of the sheet's first table
	left     *refusal             // the table of the sheet whose rows are being left aside
	leftRows int
	waiting  func() // says what the next line may yet show to be needless; may be nil
}

// use takes over the columns of a heading row.
func (t *tableReader) use(columns []graph.Column) {
	t.cols = columns
	t.byField, t.byCol, t.also = map[graph.Field]int{}, map[int]int{}, map[graph.Field][]int{}
	for i, c := range columns {
		t.byCol[c.Col] = i
		if c.Field == "" {
			continue
		}
		if _, has := t.byField[c.Field]; has {
			t.also[c.Field] = append(t.also[c.Field], i)
			continue
		}
		t.byField[c.Field] = i
	}
	t.above = map[int]value{}
}

// turnTo goes on with another table of the sheet.
func (t *tableReader) turnTo(layout *column.Layout, columns []graph.Column) {
	t.use(columns)
	t.s.count.Columns = append(slices.Clip(t.s.count.Columns), columns...)
	if layout == t.s.layout && t.left == nil {
		return
	}
	t.tellLeft()
	t.s.layout = layout
	t.read = rowReader(layout, t)
	if names := strings.Split(t.s.count.Layout, " + "); !slices.Contains(names, layout.Name) {
		t.s.count.Layout += " + " + layout.Name
	}
}

// outcome is what became of a row.
type outcome int

const (
	other outcome = iota
	gaveFlows
	gaveParty
	rejected
)

// each reads every data row beneath the headings and counts what became of all
// rows. Blank rows are those that no cell fills, within the sheet or between its
// rows.
func (t *tableReader) each(read func(*record) outcome) {
	t.read, t.first = read, t.s.layout
	t.use(t.s.cols)
	t.warnRepeats()
	above := max(0, t.s.from-1)
	last := above
	for l, err := range t.s.lines {
		if err != nil {
			t.damaged = append(t.damaged, fileError(t.s.file, err))
			break
		}
		t.s.count.Blank += l.number - last - 1
		last = l.number
		t.tally(t.row(&l))
	}
	t.flush()
	t.tellLeft()
	t.s.count.Rows = last - above
	t.tellHidden()
}

func (t *tableReader) tally(became outcome) {
	count := &t.s.count
	switch became {
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

const blankRow outcome = -1

func (t *tableReader) row(l *line) outcome {
	if l.isBlank() {
		return blankRow
	}
	n, only := l.ownCells()
	defer func() {
		t.prev = l.number
		if t.lone = ""; n == 1 {
			t.lone = only.text
		}
	}()
	switch {
	case l.number <= t.s.head:
		if n == 1 && t.title != nil {
			t.title(only.text)
		}
		if l.number < t.s.head && t.s.layout.Rank == 3 {
			t.contact(l)
			if n == 1 {
				t.titles = append(t.titles, t.s.ref(l.number, only, ""))
			}
		}
		switch l.number {
		case t.s.head:
			t.heads[0] = l.texts()
			t.fromTitle()
			t.tellTableAbove()
		case t.s.head - 1:
			t.heads[1] = l.texts()
		}
		return other
	case t.turnedBelow(l), t.s.head > 0 && (t.printedAgain(l) || t.headingAgain(l)):
		t.waiting = nil // what stood alone above was its title
		return other
	}
	t.flush()
	if l.hidden {
		t.hidden++
	}
	return t.read(t.record(l))
}

// tellHidden says that hidden rows and columns were read like the others.
func (t *tableReader) tellHidden() {
	if t.hidden > 0 {
		t.assume(fmt.Sprintf("%s: hidden rows were read like the others (%d)", t.s.name(), t.hidden))
	}
	var names []string
	for _, c := range t.s.count.Columns {
		if slices.ContainsFunc(t.s.hides, func(r sheet.Range) bool { return r.Col <= c.Col && c.Col <= r.LastCol }) {
			names = append(names, graph.ColumnName(c.Col))
		}
	}
	if names != nil {
		t.assume(fmt.Sprintf("%s: hidden columns were read like the others (%s)", t.s.name(), strings.Join(names, ", ")))
	}
}

// flush says what waited for the next line.
func (t *tableReader) flush() {
	if t.waiting != nil {
		t.waiting()
		t.waiting = nil
	}
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
		f := words.Fold(c.Heading)
		if seen[f] && c.Field == "" {
			t.problems.warn(t.s.headingRef(c), "heading "+words.Quote(c.Heading)+" stands twice; this column is kept as an extra one",
				"give the second column a heading of its own")
		}
		seen[f] = true
	}
}

// headingRef is the place of a column's heading.
func (s *source) headingRef(c graph.Column) graph.Ref {
	if s.form != nil {
		return graph.Ref{File: s.file, Sheet: s.sheet.Name, Row: c.Col, Col: s.form.labels, Heading: c.Heading, Value: c.Heading}
	}
	return s.ref(s.head, value{col: c.Col, raw: c.Heading}, c.Heading)
}
