package importers

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/importers/column"
	"dpmap/importers/words"
)

// form is a sheet whose headings stand in a column and whose values stand at
// their right, as in a questionnaire. Its lines are read turned: a line is a
// column of values, and its cells are the rows.
type form struct {
	layout  *column.Layout
	labels  int // the column of the headings
	first   int // the row of the first heading
	titles  titles
	columns []graph.Column
	score   float64
}

// formLayouts are the layouts whose sheets may be forms, the first wins.
var formLayouts = []string{"generic", "sub-processor-list"}

// uprightForm recognises a form among the top rows of a sheet; nil when they are
// none. The names are the sheet's and the file's.
func uprightForm(top []line, names []string, o Options) *form {
	labels := leftmost(top)
	top = top[detailsAbove(top, labels):]
	for i := range top {
		if !isLone(&top[i], labels) {
			break
		}
		names = append(slices.Clip(names), top[i].texts()[0].Text)
	}
	titles := titlesOf(top, labels, o.Book)
	top = titles.asked(top, labels)
	filled := map[string]bool{}
	for i := range top {
		if cells := top[i].texts(); len(cells) > 1 && cells[0].Col == labels {
			filled[words.Fold(cells[0].Text)] = true
		}
	}
	if titles.above > 0 { // what stands alone there is a title, whatever field has that name
		top = slices.DeleteFunc(slices.Clone(top), func(l line) bool { return isLone(&l, labels) })
	}
	var best *form
	for _, name := range formLayouts {
		if o.Layout != "" && o.Layout != name {
			continue
		}
		f := &form{layout: layoutNamed(name), labels: labels, titles: titles}
		if f.recognise(top, names, filled, o) && (best == nil || f.score > best.score) {
			best = f
		}
	}
	return best
}

// recognise takes the lines for a form of its layout, and reports whether they are one.
func (f *form) recognise(top []line, names []string, filled map[string]bool, o Options) bool {
	f.columns = f.layout.Columns(questions(f.layout, top, f.labels, filled), o.Headings, true)
	f.name(top)
	f.score = f.layout.Score(names, f.columns)
	matched := 0
	for _, c := range f.columns {
		if c.Field == "" {
			continue
		}
		if matched++; f.first == 0 {
			f.first = c.Col
		}
	}
	return matched >= 4 && f.score > 0 && 2*matched >= len(filled)
}

// questions are the headings of a form. Forms beneath each other ask the same
// again, and what nobody answers and no field goes by is a title.
func questions(l *column.Layout, top []line, labels int, filled map[string]bool) []column.CellText {
	var texts []column.CellText
	asked := map[string]bool{}
	table := column.HeadingTable()[l.Scope]
	answered := answeredFields(table, top, labels)
	for i := range top {
		cells := top[i].texts()
		if len(cells) == 0 || cells[0].Col != labels || asked[words.Fold(cells[0].Text)] || isPanelHeading(&top[i]) {
			continue
		}
		if field, _ := table.Of(cells[0]); (field == "" || answered[field]) && !filled[words.Fold(cells[0].Text)] {
			continue
		}
		asked[words.Fold(cells[0].Text)] = true
		question := cells[0]
		question.Col = top[i].number
		texts = append(texts, question)
	}
	return texts
}

// answeredFields are the fields of the labels that have an answer beside them: what
// stands alone and sounds like one of these is a title, as "Organisation: Acme" is
// above a panel with recipients.
func answeredFields(table column.Headings, lines []line, labels int) map[graph.Field]bool {
	out := map[graph.Field]bool{}
	for i := range lines {
		if cells := lines[i].texts(); len(cells) > 1 && cells[0].Col == labels {
			if field, _ := table.Of(cells[0]); field != "" {
				out[field] = true
			}
		}
	}
	return out
}

// leftmost is the first column with something in it.
func leftmost(top []line) int {
	col := 0
	for i := range top {
		if cells := top[i].texts(); len(cells) > 0 && (col == 0 || cells[0].Col < col) {
			col = cells[0].Col
		}
	}
	return col
}

// name finds the row that names the recipients where no heading says so: one
// that lists of suppliers call so, or the first of a grid that has a recipient in
// each column.
func (f *form) name(top []line) {
	if column.Has(f.columns, graph.FieldTo) {
		return
	}
	if f.titles.above > 0 {
		f.takeTitles()
		return
	}
	suppliers := column.HeadingTable()["supplier"]
	for i, c := range f.columns {
		if field, how := suppliers.Exact(c.Heading); field == graph.FieldTo && c.Field == "" && c.How == "" {
			f.columns[i].Field, f.columns[i].How = field, how
			return
		}
	}
	for i := range top {
		cells := top[i].texts()
		if len(cells) < 3 || cells[0].Col != f.labels {
			continue
		}
		j := slices.IndexFunc(f.columns, func(c graph.Column) bool { return c.Col == top[i].number })
		if f.columns[j].Field != "" || f.columns[j].How != "" || slices.ContainsFunc(cells[1:], func(c column.CellText) bool { return len(strings.Fields(c.Text)) > 5 }) {
			return
		}
		f.columns[j].Field, f.columns[j].How = graph.FieldTo, column.ByPosition
		return
	}
}

func layoutNamed(name string) *column.Layout {
	all := column.Layouts()
	return &all[slices.IndexFunc(all, func(l column.Layout) bool { return l.Name == name })]
}
