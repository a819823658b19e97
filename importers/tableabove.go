package importers

import (
	"fmt"
	"slices"

	"dpmap/graph"
	"dpmap/importers/column"
)

// further is a table beneath the first of a sheet, whose headings were found
// together with the first one's.
type further struct {
	head    int
	layout  *column.Layout
	cols    []graph.Column
	crosses bool
}

// beginAbove begins the sheet with a table that stands above the one whose headings
// fit best, where it names recipients too: "Sub-processors" above "Others with whom we
// share". A title or an empty row parts them.
func (s *source) beginAbove(top []line, o Options) {
	at := slices.IndexFunc(top, func(l line) bool { return l.number == s.head })
	if at < 2 || s.form != nil || s.layout.Rank != 3 || !s.namesParties() {
		return
	}
	if n, _ := top[at-1].ownCells(); n > 1 && top[at-1].number == s.head-1 {
		return
	}
	above := s.part(s.span)
	above.recogniseFrom(top[:at], o)
	if above.form != nil || above.head == 0 || above.layout == nil || above.layout.Rank != 3 || above.layout.Name == "share-list" || !above.namesParties() {
		return
	}
	s.below = append(above.below, further{s.head, s.layout, s.cols, s.crosses})
	s.head, s.layout, s.cols, s.crosses = above.head, above.layout, above.cols, above.crosses
}

// turnedBelow goes on with a table whose headings are known already.
func (t *tableReader) turnedBelow(l *line) bool {
	i := slices.IndexFunc(t.s.below, func(f further) bool { return f.head == l.number })
	if i < 0 {
		return false
	}
	f := t.s.below[i]
	t.turnTo(f.layout, f.cols)
	t.s.crosses = f.crosses
	t.tellColumns(f.cols, f.head)
	return true
}

// tellTableAbove says so where a table stands above the one whose headings were
// found: a row of headings with rows beneath it that are as wide, which would
// otherwise pass for titles.
func (t *tableReader) tellTableAbove() {
	generic := layoutNamed("generic")
	first, rows := 0, 0
	var heading column.CellText
	for l, err := range t.s.lines {
		if err != nil || l.number >= t.s.head {
			break
		}
		texts := l.texts()
		switch {
		case len(texts) < 3:
		case first > 0 && l.number < t.s.head-1:
			rows++
		case column.KnownColumns(generic.Columns(texts, t.o.Headings, false)) >= 3 && l.number < t.s.head-2:
			first, heading = l.number, texts[0]
		}
	}
	if rows == 0 {
		t.tellFormAbove()
		return
	}
	at := graph.Ref{File: t.s.file, Sheet: t.s.sheet.Name, Row: first, Col: heading.Col, Heading: heading.Text, Value: heading.Text}
	t.problems.warn(at, fmt.Sprintf("what stands beneath (rows: %d) looks like a table of its own above the headings in row %d, and is not read", rows, t.s.head),
		"move the table to a sheet of its own, if it lists who gets personal data")
}

// tellFormAbove says so where a form stands above the table: labels with one answer
// each, among them who receives data or which.
func (t *tableReader) tellFormAbove() {
	table := column.HeadingTable()["flow"]
	first, lines, ofFlows := line{}, 0, false
	known := map[graph.Field]bool{}
	for l, err := range t.s.lines {
		if err != nil || l.number >= t.s.head {
			break
		}
		texts := l.texts()
		if len(texts) != 2 || isPanelHeading(&l) {
			continue
		}
		field, _ := table.Of(texts[0])
		if field == "" {
			continue
		}
		if lines++; lines == 1 {
			first = l
		}
		known[field] = true
		ofFlows = ofFlows || field == graph.FieldTo || field == graph.FieldCategories
	}
	if !ofFlows || len(known) < 3 {
		return
	}
	label := first.texts()[0]
	at := graph.Ref{File: t.s.file, Sheet: t.s.sheet.Name, Row: first.number, Col: label.Col, Heading: label.Text, Value: label.Text}
	t.problems.warn(at, fmt.Sprintf("what stands here (rows: %d) looks like a form of its own above the headings in row %d, and is not read", lines, t.s.head),
		"move the form to a sheet of its own, if it says who gets personal data")
}
