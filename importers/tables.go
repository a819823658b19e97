package importers

import (
	"fmt"
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/importers/cell"
	"dpmap/importers/column"
	"dpmap/importers/words"
)

// printedAgain reports whether a line repeats the table's heading row, or the
// band above it, letter for letter, as each printed page does. The columns are
// then the first table's again.
func (t *tableReader) printedAgain(l *line) bool {
	for i, head := range t.heads {
		if len(head) < 2 || len(l.cells) == 0 || l.cells[0].text != head[0].Text || !slices.Equal(l.texts(), head) {
			continue
		}
		if i == 0 && (t.left != nil || !sameColumns(t.cols, t.s.cols)) {
			t.turnTo(t.first, t.s.cols)
		}
		return true
	}
	return false
}

// headingAgain reports whether a line below the heading row is a heading row as
// well: the same again, as in tables that were pasted page by page, or that of
// another table, whose layout and columns it then takes over.
func (t *tableReader) headingAgain(l *line) bool {
	n, _ := l.ownCells()
	if n < 2 || len(l.cells) == 0 {
		return false
	}
	apart := t.lone != "" || t.prev > 0 && l.number > t.prev+1
	if first := l.cells[0].text; len(first) > 90 || !apart && !column.KnownHeading(first) && !t.isHeading(l.cells[0]) {
		return false
	}
	if apart && t.holdsValues(l) {
		return false
	}
	var best float64
	var found *column.Layout
	var columns []graph.Column
	all := column.Layouts()
	for i := range all {
		if all[i].Rank == 3 && t.o.Layout != "" && all[i].Name != t.o.Layout || !t.mostlyHeadings(l, &all[i], apart) {
			continue
		}
		cols := all[i].Columns(l.texts(), t.o.Headings, true)
		score := all[i].Score([]string{t.s.sheet.Name, t.lone}, cols)
		if &all[i] == t.s.layout && score > 0 {
			score += 0.2 // another table of the same kind, unless it fits another better
		}
		if score > best {
			best, found, columns = score, &all[i], cols
		}
	}
	if found == nil {
		return apart && t.unknownTable(l)
	}
	if found != t.s.layout || !sameColumns(columns, t.cols) {
		if found.Guess {
			columns = t.guessed(found, columns, t.samplesBelow(l.number))
			t.tellColumns(columns, l.number)
		}
		t.turnTo(found, columns)
	}
	return true
}

// mostlyHeadings reports whether a line's cells are headings of the layout, the
// first of them and most others; any half of them where the line stands apart.
func (t *tableReader) mostlyHeadings(l *line, layout *column.Layout, apart bool) bool {
	known := column.HeadingTable()[layout.Scope]
	hits, n := 0, 0
	for _, c := range l.cells {
		if c.merged || c.text == "" {
			continue
		}
		n++
		if len(c.text) <= 90 && (apart && known.Loosely(c.text) || known.Knows(c.text) || t.isHeading(c)) {
			hits++
		} else if n == 1 && !apart {
			return false
		}
	}
	return hits >= 2 && (10*hits >= 6*n || apart && 2*hits >= n)
}

// holdsValues reports whether a line that could be headings holds values of the
// table that is being read: a basis under Lawful basis, a country under Country.
func (t *tableReader) holdsValues(l *line) bool {
	for _, c := range l.cells {
		i, ok := t.byCol[c.col]
		if !ok || c.text == "" || c.merged || strings.HasSuffix(c.text, "?") || t.isHeading(c) {
			continue
		}
		for _, d := range column.Detectors {
			if d.Field == t.cols[i].Field && d.Field != graph.FieldTo && d.Field != graph.FieldCategories && d.Field != graph.FieldSubjects && d.Is(t.book, c.text) {
				return true
			}
		}
	}
	return false
}

// unknownTable reports whether a line that stands apart begins a table whose
// recipients no heading tells. What its columns hold may tell them; if not, its
// rows are left aside, and that is said.
func (t *tableReader) unknownTable(l *line) bool {
	texts := l.texts()
	generic := layoutNamed("generic")
	if len(texts) < 3 || t.s.rank() != 3 || t.o.Layout != "" && t.o.Layout != generic.Name || !t.mostlyHeadings(l, generic, true) {
		return false
	}
	for _, x := range texts {
		if len(x.Text) > 60 || isFigure(x.Text) || cell.IsYesNo(t.book, x.Text) || cell.IsDate(t.book, x.Text) || cell.IsPlace(t.book, x.Text) {
			return false
		}
	}
	samples := t.samplesBelow(l.number)
	if len(samples) < 2 {
		return false
	}
	columns := t.guessed(generic, generic.Columns(texts, t.o.Headings, true), samples)
	if generic.Fits(columns) && column.Has(columns, graph.FieldTo) {
		t.turnTo(generic, columns)
		t.tellColumns(columns, l.number)
		return true
	}
	mend := t.s.likeliest(columns, samples)
	t.leaveAside(&refusal{head: l.number, cols: columns, mend: mend, unlike: t.s.unlikeNames(columns[mend], samples)})
	return true
}

// guessed gives fields to the columns of a further table as those of the first
// get them, and tells what an x in it stands for.
func (t *tableReader) guessed(l *column.Layout, columns []graph.Column, samples map[int][]string) []graph.Column {
	out := column.Unread(column.Guessed(l, withWhy(columns), samples, t.book), samples, t.book)
	t.s.crosses = column.Crosses(out, samples)
	return out
}

// leaveAside passes over the rows of a table of the sheet until the next one.
func (t *tableReader) leaveAside(f *refusal) {
	t.tellLeft()
	t.left, t.leftRows = f, 0
	t.use(f.cols)
	t.s.count.Columns = append(slices.Clip(t.s.count.Columns), f.cols...)
	t.read = func(r *record) outcome {
		if n, _ := r.line.ownCells(); n > 1 {
			t.leftRows++
		}
		return other
	}
}

// tellLeft says how many rows of a table were left aside, and what would mend it.
func (t *tableReader) tellLeft() {
	if t.left == nil {
		return
	}
	c := t.left.cols[t.left.place()]
	at := t.s.ref(t.left.head, value{col: c.Col, raw: c.Heading}, c.Heading)
	t.problems.warn(at, fmt.Sprintf("the %d rows of this table are left aside: %s", t.leftRows, t.left.sentence()), "if it lists who gets personal data, "+t.left.fix())
	t.left = nil
}

// samplesBelow are the texts of the rows beneath a heading row, by column, until
// the next row that stands alone or after an empty one.
func (t *tableReader) samplesBelow(row int) map[int][]string {
	out := map[int][]string{}
	last := row
	for l, err := range t.s.lines {
		if err != nil || l.number > row+sampleRows {
			break
		}
		if l.number <= row || l.isBlank() {
			continue
		}
		if n, _ := l.ownCells(); n == 1 || l.number > last+1 {
			break
		}
		last = l.number
		for _, c := range l.cells {
			if c.text != "" && !c.merged {
				out[c.col] = append(out[c.col], c.text)
			}
		}
	}
	return out
}

// withWhy says of each column why it was taken for its field.
func withWhy(columns []graph.Column) []graph.Column {
	for i := range columns {
		columns[i].Why = column.Why(columns[i])
	}
	return columns
}

func (t *tableReader) isHeading(c value) bool {
	i := slices.IndexFunc(t.cols, func(col graph.Column) bool { return col.Col == c.col })
	return i >= 0 && words.Fold(t.cols[i].Heading) == words.Fold(c.text)
}

func sameColumns(a, b []graph.Column) bool {
	return slices.EqualFunc(a, b, func(x, y graph.Column) bool {
		return x.Col == y.Col && (x.Field == y.Field || y.How == column.ByWords || y.How == column.ByContents) && words.Fold(x.Heading) == words.Fold(y.Heading)
	})
}
