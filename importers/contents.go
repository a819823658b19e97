package importers

import (
	"slices"

	"dpmap/graph"
	"dpmap/graph/law"
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
			s.cols[i].Why = why(s.cols[i])
		}
	}
	if s.layout.Guess {
		if o.Layout == "" {
			s.toFlows(samples)
		}
		s.cols = guessed(s.layout, s.cols, samples, s.book)
		if s.form == nil {
			s.cols = withUnheaded(s.layout, s.cols, samples, s.book)
			s.cols = unread(s.cols, samples, s.book)
		}
		s.crosses = crosses(s.cols, samples)
	}
}

// guessed gives fields to the columns of a table that their headings alone do not
// tell. Every table of a sheet goes through it.
func guessed(l *Layout, columns []graph.Column, samples map[int][]string, book *law.Book) []graph.Column {
	out := questioned(ofSender(l, conditions(othersPapers(columns, samples))), samples)
	out = withNames(told(l, out, samples, book), samples, book)
	return withPurpose(marked(out, samples, book), samples, book)
}

// withUnheaded adds a first column that has no heading where it names the data that
// the rows are about and no other column does.
func withUnheaded(l *Layout, columns []graph.Column, samples map[int][]string, book *law.Book) []graph.Column {
	first := 0
	for col := range samples { // the least, whatever the order
		if first == 0 || col < first {
			first = col
		}
	}
	values := knownValues(samples[first])
	if len(columns) == 0 || first >= columns[0].Col || len(values) < 2 || !holdsData(values, book) || slices.Contains(l.Without, graph.FieldCategories) ||
		slices.ContainsFunc(columns, func(c graph.Column) bool { return c.Field == graph.FieldCategories || c.Col < first }) {
		return columns
	}
	c := graph.Column{Col: first, Heading: graph.ColumnName(first), Field: graph.FieldCategories, How: byContents, Why: "it has no heading and holds kinds of personal data", Example: values[0]}
	return append([]graph.Column{c}, columns...)
}

// toFlows takes a list of suppliers for a list of flows where a column holds the
// data or the bases, under whatever heading.
func (s *source) toFlows(samples map[int][]string) {
	if s.layout.Name != "supplier-list" {
		return
	}
	generic := layoutNamed("generic")
	if slices.ContainsFunc(told(generic, s.cols, samples, s.book), func(c graph.Column) bool {
		return c.Field == graph.FieldCategories || c.Field == graph.FieldBasis
	}) {
		s.layout = generic
	}
}

// noticeToFlows takes the table of a privacy notice for a list of flows where a
// column says who receives the data in words that no table has: without it every
// row would be the controller's own use.
func (s *source) noticeToFlows(samples map[int][]string, taught []Heading) {
	if s.layout.Name != "purposes-table" || s.form != nil {
		return
	}
	texts := make([]cellText, len(s.cols))
	for i, c := range s.cols {
		texts[i] = cellText{col: c.Col, text: c.Heading}
	}
	generic := layoutNamed("generic")
	columns := generic.columns(texts, taught, true)
	found := told(generic, columns, samples, s.book)
	if slices.ContainsFunc(found, func(c graph.Column) bool { return c.Field == graph.FieldTo }) {
		s.layout, s.cols = generic, columns
		return
	}
	for i, c := range found {
		values := knownValues(samples[c.Col])
		if c.Field == "" && c.How == "" && !asksOther.MatchString(fold(c.Heading)) && mostlyBodies(values, s.book) {
			columns[i].Field, columns[i].How, columns[i].Why = graph.FieldTo, byContents, "no other column says who receives the data, and most of its cells are names of organisations"
			s.layout, s.cols = generic, columns
			return
		}
	}
}

// mostlyBodies reports whether most values could be names of recipients, and two
// at least are known bodies or firms.
func mostlyBodies(values []string, book *law.Book) bool {
	names := countOf(values, func(v string) bool { return isRecipientName(book, v) })
	return 10*names >= 7*len(values) && countOf(values, func(v string) bool { return isOrganisation(book, v) }) >= 2
}

// samples are the texts beneath each heading, of the first rows.
func (s *source) samples(top []line) map[int][]string {
	out := map[int][]string{}
	heads := map[int]string{}
	for _, l := range top {
		if s.form == nil && l.number <= s.head {
			if l.number == s.head {
				for _, t := range l.texts() {
					heads[t.col] = t.text
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
	if texts := l.texts(); len(texts) > 0 && texts[0].col == s.form.labels {
		if c, ok := s.columnOf(texts[0].text); ok {
			return c.Col
		}
	}
	return l.number
}

func why(c graph.Column) string {
	switch c.How {
	case byHeading:
		return "the heading is the field's own name"
	case bySynonym:
		return "the heading is another name of the field"
	case bySpelling:
		return "the heading is close to a name of the field"
	case byLikely:
		return "the heading often means the field"
	case byPosition:
		return "it stands first, with a name in each column"
	case byOption:
		return "--heading or the configuration says so"
	}
	return ""
}

// knownValues drops the values that say nothing.
func knownValues(values []string) []string {
	return slices.DeleteFunc(slices.Clone(values), func(v string) bool { return isUnknown(v) || isNotApplicable(v) || isDitto(v) })
}
