package importers

import (
	"slices"

	"dpmap/graph"
	"dpmap/importers/words"
)

// goesOn joins a row of one cell to the row above it where the cell goes on with
// that row: a further sort of data, a further country. A cell that stands first
// is a title between rows. What cannot be joined is told, since otherwise it
// would be lost.
func (r *record) goesOn(above []int) bool {
	only, n := value{}, 0
	for _, v := range r.line.cells {
		if v.text != "" {
			only = v
			n++
		}
	}
	i, inTable := r.t.byCol[only.col]
	_, mapped := r.t.byField[graph.FieldTo]
	if n != 1 || !inTable || !mapped || len(above) == 0 || len(r.t.cols) < 3 || r.isTotal() || r.isExample() {
		return false
	}
	c := r.t.cols[i]
	at := r.t.s.ref(r.line.number, only, c.Heading)
	switch {
	case c.Field == graph.FieldTo, only.merged, c.Col == r.t.cols[0].Col:
		return false
	case slices.Contains(goingOn, c.Field):
		r.joinTo(above, c.Field)
		r.t.problems.tell(at, words.Quote(only.text)+" stands alone in its row and is taken to go on from the row above", "if it is about another recipient, write who receives it")
	default:
		r.t.problems.warn(at, words.Quote(only.text)+" stands alone in its row, which names no recipient, so it is not used", "write it in the row of its recipient")
	}
	return true
}

// isStray reports whether a cell alone in its row stands beneath a heading other
// than the first, where no title stands.
func (r *record) isStray(only value) bool {
	i, ok := r.t.byCol[only.col]
	return ok && !only.merged && r.t.cols[i].Field != "" && r.t.cols[i].Col != r.t.cols[0].Col && r.t.s.form == nil
}

// goingOn are the fields of which a row of one cell adds to the row above.
var goingOn = []graph.Field{
	graph.FieldCategories, graph.FieldSubjects, graph.FieldRecipientCountry, graph.FieldHosting, graph.FieldAccess,
	graph.FieldSafeguard, graph.FieldBasis, graph.FieldCondition, graph.FieldSchedule1,
}

// joinTo adds what the row's cell says to the flows of the row above.
func (r *record) joinTo(above []int, field graph.Field) {
	for k, i := range above {
		part := &record{t: r.t, line: r.line}
		if k > 0 {
			part.t = quiet(r.t)
		}
		var more graph.Flow
		part.fill(&more, slices.DeleteFunc(slices.Clone(flowFields()), func(f flowField) bool { return f.field != field }))
		f := &r.t.drafts[i].Flow
		f.Categories = append(slices.Clip(f.Categories), more.Categories...)
		f.Subjects = append(slices.Clip(f.Subjects), more.Subjects...)
		f.Bases = append(slices.Clip(f.Bases), more.Bases...)
		f.Conditions = append(slices.Clip(f.Conditions), more.Conditions...)
		f.Schedule1 = append(slices.Clip(f.Schedule1), more.Schedule1...)
		f.Safeguards = append(slices.Clip(f.Safeguards), more.Safeguards...)
		f.Extra = append(slices.Clip(f.Extra), more.Extra...)
		f.RecipientCountry = withMore(f.RecipientCountry, more.RecipientCountry)
		f.Hosting = withMore(f.Hosting, more.Hosting)
		f.Access = withMore(f.Access, more.Access)
		r.t.drafts[i].row += r.key()
	}
}

// withMore adds one place to another.
func withMore(p, more graph.Place) graph.Place {
	switch {
	case more.Text == "":
		return p
	case p.IsBlank():
		return more
	}
	return alsoIn(p, more.Countries, more.Open, more.Text)
}

// indices counts from the first to before the last.
func indices(from, to int) []int {
	var out []int
	for i := from; i < to; i++ {
		out = append(out, i)
	}
	return out
}
