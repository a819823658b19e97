package importers

import (
	"fmt"
	"slices"

	"dpmap/graph"
	"dpmap/importers/words"
)

// columnSpan is a run of columns of a sheet, both ends included.
type columnSpan struct{ first, last int }

func (c columnSpan) holds(col int) bool { return c.first <= col && col <= c.last }

// lastColumn is more than any sheet has.
const lastColumn = 1 << 20

// panels divides a sheet in which tables stand side by side into a source for
// each of them; every column belongs to one. A table with an empty column for
// looks stays whole: its parts do not each name organisations. What stands
// apart and is no table of its own stays with the table at its left.
func (s *source) panels(top []line, o Options) ([]*source, error) {
	if s.form != nil {
		return s.withBeneath(o)
	}
	if s.layout != nil && s.head == 0 {
		return []*source{s}, nil
	}
	runs := s.runs(top)
	if len(runs) < 2 {
		return []*source{s}, nil
	}
	var parts []*source
	for _, run := range runs {
		part := s.part(run)
		if _, err := part.recognise(o); err != nil {
			return nil, err
		}
		if part.layout != nil && part.form == nil && part.head > 0 {
			parts = append(parts, part)
		}
	}
	all := slices.Clone(parts)
	parts = slices.DeleteFunc(parts, func(p *source) bool {
		return !slices.ContainsFunc(all, func(q *source) bool { return p != q && apart(p, q, top) })
	})
	if len(parts) < 2 {
		s.standsApart(runs, top)
		return []*source{s}, nil
	}
	for i, p := range parts {
		p.span = columnSpan{1, lastColumn}
		if i > 0 {
			p.span.first = p.cols[0].Col
		}
		if i+1 < len(parts) {
			p.span.last = parts[i+1].cols[0].Col - 1
		}
		if _, err := p.recognise(o); err != nil { // with what stands apart at its right
			return nil, err
		}
		until := graph.ColumnName(p.span.last)
		if i+1 == len(parts) {
			until = "the last"
		}
		p.count.Name = s.sheet.Name + " (columns " + graph.ColumnName(p.span.first) + " to " + until + ")"
	}
	return parts, nil
}

// part is the source of some of the sheet's columns, not yet recognised.
func (s *source) part(run columnSpan) *source {
	return &source{
		file: s.file, fileIndex: s.fileIndex, sheet: s.sheet, owner: s.owner, book: s.book, span: run,
		count: graph.SheetCount{Name: s.sheet.Name, Hidden: s.sheet.Hidden},
	}
}

// runs are the runs of two columns and more that empty columns divide, or a
// heading that begins the same headings again.
func (s *source) runs(top []line) []columnSpan {
	var used []int
	again := ""
	var begins []int
	for i := range top {
		texts := top[i].texts()
		if len(texts) < 3 && top[i].number <= s.head {
			continue // titles
		}
		for _, t := range texts {
			used = append(used, t.Col)
			if top[i].number != s.head {
				continue
			}
			if again == "" {
				again = words.Fold(t.Text)
			}
			if words.Fold(t.Text) == again {
				begins = append(begins, t.Col)
			}
		}
	}
	slices.Sort(used)
	var runs []columnSpan
	for _, col := range slices.Compact(used) {
		if n := len(runs); n > 0 && runs[n-1].last == col-1 && !slices.Contains(begins, col) {
			runs[n-1].last = col
			continue
		}
		runs = append(runs, columnSpan{col, col})
	}
	return slices.DeleteFunc(runs, func(r columnSpan) bool { return r.first == r.last })
}

// apart reports whether two parts of a sheet are tables of their own: both name
// organisations, or one is a schedule or an explanation whose rows do not go
// with the other's.
func apart(p, q *source, top []line) bool {
	if p.namesParties() && q.namesParties() {
		return true
	}
	return p.layout.Rank != q.layout.Rank && p.rowsOfOne(q, top) >= 2
}

func (s *source) namesParties() bool {
	return slices.ContainsFunc(s.cols, func(c graph.Column) bool {
		return c.Field == graph.FieldTo || c.Field == graph.FieldName && s.layout.Scope == "party"
	})
}

// rowsOfOne counts the rows beneath the headings that one part fills and the
// other does not.
func (s *source) rowsOfOne(q *source, top []line) int {
	n := 0
	for i := range top {
		if top[i].number > max(s.head, q.head) && top[i].fills(s.span) != top[i].fills(q.span) {
			n++
		}
	}
	return n
}

// fills reports whether the line itself has two values and more in a run.
func (l *line) fills(run columnSpan) bool {
	n := 0
	for _, c := range l.cells {
		if c.text != "" && !c.merged && run.holds(c.col) {
			n++
		}
	}
	return n >= 2
}

// standsApart notes the columns at the right of an empty one that have rows of
// their own although they are not known as a table.
func (s *source) standsApart(runs []columnSpan, top []line) {
	if s.layout == nil {
		return
	}
	for _, run := range runs[1:] {
		alone := 0
		for i := range top {
			own, _ := top[i].ownCells()
			within := 0
			for _, c := range top[i].cells {
				if c.text != "" && !c.merged && run.holds(c.col) {
					within++
				}
			}
			if top[i].number > s.head && within >= 2 && within == own {
				alone++
			}
		}
		if alone >= 2 {
			s.beside = append(s.beside, run)
		}
	}
}

// tellBeside says which columns look like a table beside the one that is read.
func (r *reader) tellBeside(s *source) {
	for _, run := range s.beside {
		at := graph.Ref{File: s.file, Sheet: s.sheet.Name, Row: s.head, Col: run.first}
		r.problems.warn(at, fmt.Sprintf("columns %s to %s look like a table of their own beside another, and their headings are not known as one", graph.ColumnName(run.first), graph.ColumnName(run.last)),
			"name their columns with --heading \"Their heading=to\" and so on, or put them on a sheet of their own")
	}
}
