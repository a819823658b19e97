package importers

import (
	"fmt"
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/importers/column"
	"dpmap/importers/words"
)

// eachForm reads a form: every column of values is a record, and a heading that
// comes again begins the next. One row of each form counts for what became of
// it, the others join it.
func (t *tableReader) eachForm(read func(*record) outcome) {
	t.read = read
	count := &t.s.count
	var lines []line
	last := 0
	for l, err := range t.s.lines {
		if err != nil {
			t.damaged = append(t.damaged, fileError(t.s.file, err))
			break
		}
		count.Blank += l.number - last - 1
		last = l.number
		if l.isBlank() {
			count.Blank++
			continue
		}
		l.cells = slices.Clone(l.cells)
		lines = append(lines, l)
	}
	count.Rows = last
	lines = t.withoutTable(lines)
	lines = t.s.form.titles.asked(lines, t.s.form.labels)
	t.titlesAbove(lines)
	t.use(t.s.cols)
	best := other
	before, records := t.recordsOf(lines)
	count.Other += len(before)
	t.details(before)
	for _, group := range records {
		count.Other += len(group)
		best = other
		for _, turned := range t.turned(group) {
			if became := t.read(t.record(&turned)); best == other || became == gaveFlows {
				best = became
			}
		}
		if best != other && len(group) > 0 {
			count.Other--
			t.tally(best)
		}
	}
}

// withoutTable leaves aside a table that stands beneath a form, behind a gap or a
// title and with headings in a line of three and more, and says so: its rows answer
// nothing that the form asks.
func (t *tableReader) withoutTable(lines []line) []line {
	widest := 0
	for i := range lines {
		texts := lines[i].texts()
		apart := i > 0 && (lines[i].number > lines[i-1].number+1 || len(lines[i-1].texts()) == 1)
		if len(texts) < 3 || widest > 2 || !apart || !t.mostlyHeadings(&lines[i], layoutNamed("generic"), true) {
			widest = max(widest, len(texts))
			continue
		}
		at := t.s.ref(texts[0].Col, value{col: lines[i].number, raw: texts[0].Text}, "")
		t.problems.warn(at, fmt.Sprintf("the table beneath the form is left aside, with its %d rows: its headings are %s", len(lines)-i-1, headingList(texts)), "put it on a sheet of its own, if it lists who gets personal data")
		t.s.count.Other += len(lines) - i
		return lines[:i]
	}
	return lines
}

func headingList(texts []column.CellText) string {
	var out []string
	for _, x := range texts {
		out = append(out, words.Quote(x.Text))
	}
	return strings.Join(out, ", ")
}

// titlesAbove hands on what stands alone above a form: whose sub-processors a list
// names stands there.
func (t *tableReader) titlesAbove(lines []line) {
	for i := range lines {
		texts := lines[i].texts()
		if len(texts) != 1 {
			return
		}
		if t.title != nil {
			t.title(texts[0].Text)
		}
	}
}

// turned gives the columns of values of a group of lines, each as a line. A row
// without a heading carries on the value above it. Columns that answer fewer
// than two headings are remarks on the first.
func (t *tableReader) turned(group []line) []line {
	t.useGroup(group)
	byCol := map[int]*line{}
	var order []int
	row := 0
	for _, l := range group {
		if isPanelHeading(&l) {
			continue
		}
		for _, c := range l.cells {
			if c.col == t.s.form.labels {
				row = l.number
				continue
			}
			if c.text == "" || row == 0 {
				continue
			}
			to := byCol[c.col]
			if to == nil {
				to = &line{number: c.col}
				byCol[c.col] = to
				order = append(order, c.col)
			}
			if n := len(to.cells); n > 0 && to.cells[n-1].col == row {
				to.cells[n-1].text += "\n" + c.text
				continue
			}
			c.col = row
			to.cells = append(to.cells, c)
		}
	}
	slices.Sort(order)
	var out []line
	for i, col := range order {
		answers := 0
		for _, c := range byCol[col].cells {
			if j, ok := t.byCol[c.col]; ok && t.cols[j].Field != "" {
				answers++
			}
		}
		if answers >= 2 || (i == 0 && answers > 0) {
			out = append(out, *byCol[col])
		} else if len(out) > 0 {
			t.keepRemarks(byCol[col])
		}
	}
	return out
}

// useGroup takes over the headings of a group of lines.
func (t *tableReader) useGroup(group []line) {
	var texts []column.CellText
	table, labels := column.HeadingTable()[t.s.layout.Scope], t.s.form.labels
	answered := answeredFields(table, group, labels)
	for _, l := range group {
		if len(l.cells) == 0 || l.cells[0].col != labels || l.cells[0].text == "" {
			continue
		}
		text := column.CellText{Col: l.number, Text: l.cells[0].text}
		if field, _ := table.Of(text); answered[field] && isLone(&l, labels) {
			continue
		}
		texts = append(texts, text)
	}
	columns := t.s.layout.Columns(texts, t.o.Headings, true)
	for i, c := range columns {
		if first, ok := t.s.columnOf(c.Heading); ok {
			columns[i].Field, columns[i].How = first.Field, first.How
		}
	}
	columns = column.PreferExact(columns)
	if len(group) > 0 && group[len(group)-1].number >= t.s.cols[0].Col && group[0].number <= t.s.cols[0].Col {
		columns = t.s.cols // with what evidence told of them
	}
	t.use(columns)
}

// columnOf is the column of a heading where it first stood: what it was taken for
// there, it is in every record.
func (s *source) columnOf(heading string) (graph.Column, bool) {
	i := slices.IndexFunc(s.cols, func(c graph.Column) bool { return words.Fold(c.Heading) == words.Fold(heading) })
	if i < 0 {
		return graph.Column{}, false
	}
	return s.cols[i], true
}

// fieldOf is the field that a heading was taken for where it first stood.
func (s *source) fieldOf(heading string) graph.Field {
	c, _ := s.columnOf(heading)
	return c.Field
}

// keepRemarks keeps what stands beside the answers of a form among the register's notes.
func (t *tableReader) keepRemarks(l *line) {
	for _, c := range l.cells {
		i := t.byCol[c.col]
		heading := t.cols[i].Heading
		t.s.owner.Notes = append(t.s.owner.Notes, graph.Extra{Heading: heading, Value: c.text, At: t.s.ref(l.number, c, heading)})
	}
}
