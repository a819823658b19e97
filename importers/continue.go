package importers

import (
	"slices"

	"dpmap/graph"
)

// carryOn joins a continuation row to the activity above it: more types of data
// with a basis of their own. What either states covers its own types only.
func (p *purposesTable) carryOn(r *record) {
	for _, i := range p.last {
		f := &p.drafts[i].Flow
		if !p.joined {
			cover(f, names(f.Categories))
		}
		var more graph.Flow
		more.Categories = nil
		part := &record{t: r.t, line: r.line}
		if i != p.last[0] {
			part.t = quiet(r.t)
		}
		part.fill(&more, continued)
		cover(&more, names(more.Categories))
		f.Categories = append(f.Categories, more.Categories...)
		f.Bases = append(f.Bases, more.Bases...)
		f.Conditions = append(f.Conditions, more.Conditions...)
		f.Schedule1 = append(f.Schedule1, more.Schedule1...)
		p.drafts[i].row += r.key()
	}
	p.joined = true
}

// continued are the columns that a continuation row adds to.
var continued = slices.DeleteFunc(slices.Clone(flowFieldTable), func(f flowField) bool {
	return f.field != graph.FieldCategories && f.field != graph.FieldBasis
})

// quiet is a table whose problems are heard by nobody: the same row, read again
// for the next recipient.
func quiet(t *tableReader) *tableReader {
	silent := *t.reader
	silent.problems = problems{}
	again := *t
	again.reader = &silent
	return &again
}

func names(categories []graph.Category) []string {
	var out []string
	for _, c := range categories {
		out = append(out, c.Name)
	}
	return out
}

// cover says which categories the grounds of a flow were stated for, where they
// do not yet say so.
func cover(f *graph.Flow, categories []string) {
	for _, list := range [][]graph.Stated{f.Bases, f.Conditions, f.Schedule1} {
		for i := range list {
			if list[i].Covers == nil {
				list[i].Covers = slices.Clone(categories)
			}
		}
	}
}
