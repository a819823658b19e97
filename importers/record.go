package importers

import (
	"slices"
	"strings"
	"unicode"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/importers/cell"
	"dpmap/importers/column"
	"dpmap/importers/sheet"
	"dpmap/importers/words"
)

// record is one data row, read through the table's columns.
type record struct {
	t       *tableReader
	line    *line
	reads   graph.Reads
	implied []graph.Implied
	subject []law.Evidence // laws that the row records its recipient to be under
}

func (t *tableReader) record(l *line) *record {
	r := &record{t: t, line: l}
	for i := range l.cells {
		r.settle(&l.cells[i])
	}
	return r
}

// settle resolves what a cell stands for: "as above" is the value above, an
// error value or a formula never worked out is a problem and no value.
func (r *record) settle(c *value) {
	if c.text == "" && c.typ != sheet.UncachedCell {
		return
	}
	i, inTable := r.t.byCol[c.col]
	heading := ""
	if inTable {
		heading = r.t.cols[i].Heading
	}
	at := r.t.s.ref(r.line.number, *c, heading)
	switch c.typ {
	case sheet.ErrorCell:
		r.t.problems.warn(at, "the cell holds the error "+words.Quote(c.text)+" and no value", "mend the formula or type the value")
		c.text = ""
		return
	case sheet.UncachedCell:
		r.t.problems.warn(at, "the cell holds a formula that has never been worked out, and so no value", "open the file in a spreadsheet program and save it")
		c.text = ""
		return
	}
	if !inTable {
		return
	}
	if cell.IsDitto(c.text) {
		above, ok := r.t.above[c.col]
		if !ok {
			r.t.problems.warn(at, words.Quote(c.text)+" has nothing above it", "write the value")
			c.text = ""
			return
		}
		r.implied = append(r.implied, graph.Implied{Field: r.t.cols[i].Field, Value: above.text, Why: dittoWords(c.text) + " in " + at.Cell()})
		c.text, c.typ, c.date = above.text, above.typ, above.date
	}
	if cell.IsTodo(c.text) {
		r.t.problems.warn(at, strings.ToLower(heading)+" "+words.Quote(c.text)+" is still to be filled in, so it counts as unknown", "find out and fill it in")
	}
	r.t.above[c.col] = *c
}

// dittoWords is a cell that repeats the one above it, for readers: its signs alone
// would be lost among the quotation marks.
func dittoWords(text string) string {
	if !strings.ContainsFunc(text, unicode.IsLetter) {
		return "ditto marks"
	}
	return words.Quote(text)
}

// cell is the value of a field in this row, its place, and whether the table
// has a column for it with something in it.
func (r *record) cell(f graph.Field) (value, graph.Ref, bool) {
	i, ok := r.t.byField[f]
	if !ok {
		return value{}, graph.Ref{}, false
	}
	return r.cellOf(r.t.cols[i])
}

// cellOf is the row's cell in a column.
func (r *record) cellOf(c graph.Column) (value, graph.Ref, bool) {
	for _, v := range r.line.cells {
		if v.col == c.Col {
			at := r.t.s.ref(r.line.number, v, c.Heading)
			return v, at, v.text != ""
		}
	}
	return value{}, r.t.s.ref(r.line.number, value{col: c.Col}, c.Heading), false
}

// take is the cell of a field, whose place is remembered as where it was read.
func (r *record) take(f graph.Field) (value, graph.Ref, bool) {
	v, at, ok := r.cell(f)
	if at.Row != 0 {
		r.reads = append(r.reads, graph.Read{Field: f, At: at})
	}
	return v, at, ok
}

// text is the text of a field, "" when blank or known to be unknown.
func (r *record) text(f graph.Field) string {
	v, _, ok := r.take(f)
	if !ok || cell.IsUnknown(v.text) {
		return ""
	}
	return v.text
}

// finish gives a flow what its row records besides its fields.
func (r *record) finish(f *graph.Flow) {
	f.Implied = append(f.Implied, r.implied...)
	f.Reads = r.reads
	f.Extra = append(f.Extra, r.extras()...)
}

// readAt remembers that a field was read from a cell of another column.
func (r *record) readAt(field graph.Field, at graph.Ref) {
	r.reads = slices.DeleteFunc(r.reads, func(x graph.Read) bool { return x.Field == field })
	r.reads = append(r.reads, graph.Read{Field: field, At: at})
}

// at is the place of the whole row.
func (r *record) at() graph.Ref {
	if r.t.s.form != nil {
		return graph.Ref{File: r.t.s.file, Sheet: r.t.s.sheet.Name, Row: r.line.cells[0].col, Col: r.line.number}
	}
	return graph.Ref{File: r.t.s.file, Sheet: r.t.s.sheet.Name, Row: r.line.number}
}

// extras are the values of columns that no field knows, of those that only say
// more of what another column has, and of cells beyond the headings.
func (r *record) extras() []graph.Extra {
	var out []graph.Extra
	for _, v := range r.line.cells {
		if v.text == "" {
			continue
		}
		i, inTable := r.t.byCol[v.col]
		heading := graph.ColumnName(v.col)
		if inTable {
			if f := r.t.cols[i].Field; f != "" && !column.IsAlso(f) && f != column.FieldHeldAs {
				continue
			}
			heading = r.t.cols[i].Heading
		}
		out = append(out, graph.Extra{Heading: heading, Value: v.text, At: r.t.s.ref(r.line.number, v, heading)})
	}
	return out
}

// isExample reports whether a row only shows how to fill the table.
func (r *record) isExample() bool {
	n, hits := 0, 0
	for _, v := range r.line.cells {
		if v.text == "" {
			continue
		}
		n++
		f := strings.Fields(words.Fold(v.text))
		if words.List("example").At(f) > 0 {
			hits++
			if n == 1 && words.List("example").At(f) == len(f) {
				return true
			}
		}
	}
	return n > 1 && 3*hits >= 2*n
}
