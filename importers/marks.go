package importers

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/importers/cell"
	"dpmap/importers/column"
	"dpmap/importers/words"
)

// marks adds to a flow the sorts of data and of people that its row marks. A
// remark in place of a mark counts as one, and is kept.
func (r *record) marks(f *graph.Flow) {
	for _, c := range r.t.cols {
		if !column.IsMarked(c.Field) {
			continue
		}
		i := slices.IndexFunc(r.line.cells, func(v value) bool { return v.col == c.Col })
		if i < 0 || r.line.cells[i].text == "" {
			continue
		}
		v := r.line.cells[i]
		at := r.t.s.ref(r.line.number, v, c.Heading)
		state := cell.Ticked(v.text)
		switch {
		case state == graph.No, cell.IsX(v.text) && r.t.s.crosses:
			continue
		case cell.IsUnknown(v.text):
			r.t.problems.warn(at, "whether the row is about "+words.Quote(c.Heading)+" is not said: "+words.Quote(v.text), "mark it, or leave the cell empty if not")
			continue
		case state == 0:
			f.Extra = append(f.Extra, graph.Extra{Heading: c.Heading, Value: v.text, At: at})
		}
		if c.Field == column.FieldMarkedSubject {
			f.Subjects = append(f.Subjects, c.Heading)
			continue
		}
		f.Categories = append(f.Categories, r.t.categories(r.t.s.owner, c.Heading, at)...)
	}
}

// tellMarks says which columns were read by their marks, and what an x meant.
func (r *reader) tellMarks(s *source) {
	var names []string
	for _, c := range s.cols {
		if c.How == column.ByMarks {
			names = append(names, words.Quote(c.Heading))
		}
	}
	if names == nil {
		return
	}
	sentence := s.name() + ": the columns " + strings.Join(names, ", ") + " were read by the marks in them"
	if s.crosses {
		sentence += ", and an x was taken for no since others are ticked"
	}
	r.assume(sentence)
}
