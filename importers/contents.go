package importers

import (
	"slices"

	"dpmap/graph"
	"dpmap/importers/cell"
	"dpmap/importers/column"
	"dpmap/importers/words"
)

// evidence tells the columns that no heading tells, for layouts that allow it:
// by words in the heading, then by what the cells beneath hold. It also notes
// an example of each column.
func (s *source) evidence(top []line, o Options) {
	samples := s.samples(top)
	if o.Layout == "" {
		s.noticeToFlows(samples, o.Headings)
	}
	for i := range s.cols {
		if list := samples[s.cols[i].Col]; len(list) > 0 {
			s.cols[i].Example = list[0]
		}
		if s.cols[i].Why == "" {
			s.cols[i].Why = column.Why(s.cols[i])
		}
	}
	if s.layout.Guess {
		if o.Layout == "" {
			s.toFlows(samples)
		}
		headed := slices.Clone(s.cols)
		s.layout.Spelled(s.cols, s.legend(top))
		s.cols = column.Guessed(s.layout, s.cols, samples, s.book)
		for i := range headed {
			s.cols[i].Heading = headed[i].Heading
		}
		if s.form == nil {
			s.cols = column.WithUnheaded(s.layout, s.cols, samples, s.book)
			s.cols = column.Unread(s.cols, samples, s.book)
		}
		s.crosses = column.Crosses(s.cols, samples)
	}
}

// toFlows takes a list of suppliers for a list of flows where a column holds the
// data or the bases, under whatever heading.
func (s *source) toFlows(samples map[int][]string) {
	if s.layout.Name != "supplier-list" {
		return
	}
	generic := layoutNamed("generic")
	if slices.ContainsFunc(column.Told(generic, s.cols, samples, s.book), func(c graph.Column) bool {
		return c.Field == graph.FieldCategories || c.Field == graph.FieldBasis
	}) {
		s.layout = generic
	}
}

// noticeToFlows takes the table of a privacy notice for a list of flows where a
// column says who receives the data in words that no table has: without it every
// row would be the controller's own use.
func (s *source) noticeToFlows(samples map[int][]string, taught []column.Heading) {
	if s.layout.Name != "purposes-table" || s.form != nil {
		return
	}
	texts := make([]column.CellText, len(s.cols))
	for i, c := range s.cols {
		texts[i] = column.CellText{Col: c.Col, Text: c.Heading}
	}
	generic := layoutNamed("generic")
	columns := generic.Columns(texts, taught, true)
	found := column.Told(generic, columns, samples, s.book)
	if column.Has(found, graph.FieldTo) {
		s.layout, s.cols = generic, columns
		return
	}
	for i, c := range found {
		values := cell.KnownValues(samples[c.Col])
		if c.Field == "" && c.How == "" && !column.AsksOther.MatchString(words.Fold(c.Heading)) && column.MostlyBodies(values, s.book) {
			columns[i].Field, columns[i].How, columns[i].Why = graph.FieldTo, column.ByContents, "no other column says who receives the data, and most of its cells are names of organisations"
			s.layout, s.cols = generic, columns
			return
		}
	}
}

// samples are the texts beneath each heading, of the first rows.
func (s *source) samples(top []line) map[int][]string {
	out := map[int][]string{}
	heads := map[int]string{}
	for _, l := range top {
		if s.form == nil && l.number <= s.head {
			if l.number == s.head {
				for _, t := range l.texts() {
					heads[t.Col] = t.Text
				}
			}
			continue
		}
		asked := s.askedAt(&l)
		for _, c := range l.cells {
			col := c.col
			if s.form != nil {
				if col = asked; c.col == s.form.labels {
					continue
				}
			}
			if c.text != "" && !c.merged && len(out[col]) < sampleRows && c.text != heads[c.col] {
				out[col] = append(out[col], c.text) // a heading that is repeated is no value
			}
		}
	}
	return out
}

// askedAt is where a form asked first what a line asks: forms beneath each other ask
// the same, and all their answers tell what is asked.
func (s *source) askedAt(l *line) int {
	if s.form == nil {
		return 0
	}
	if texts := l.texts(); len(texts) > 0 && texts[0].Col == s.form.labels {
		if c, ok := s.columnOf(texts[0].Text); ok {
			return c.Col
		}
	}
	return l.number
}
