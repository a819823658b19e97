package column

import (
	"fmt"
	"slices"

	"dpmap/graph"
)

// mistaken is a row of insteadTable: a column that its heading was taken for one
// field, and what tells that it is another.
type mistaken struct {
	of      graph.Field              // what the heading was taken for; "" for nothing
	loosely bool                     // not where the heading is the field's own name
	lacks   []graph.Field            // fields that no column of the table has
	beside  graph.Field              // one that a column has; "" for none
	heading func(folded string) bool // what the folded heading says; nil for anything
	holds   func(s seen) bool

	becomes graph.Field                                 // "" leaves the column aside
	how     string                                      // ByContents where blank
	why     string                                      // said to the reader
	counted func(s seen) (n int, what string)           // in its place: "5 of 6 values are dates"
	then    func(columns []graph.Column, i int, s seen) // in place of all four
}

// fits reports whether a column is one that the row tells.
func (m *mistaken) fits(s seen) bool {
	return s.Field == m.of &&
		!(m.loosely && s.How == ByHeading) &&
		!slices.ContainsFunc(m.lacks, s.has) &&
		(m.beside == "" || s.has(m.beside)) &&
		(m.heading == nil || m.heading(s.folded)) &&
		(m.holds == nil || m.holds(s))
}

// take gives the column what the row says.
func (m *mistaken) take(columns []graph.Column, i int, s seen) {
	if m.then != nil {
		m.then(columns, i, s)
		return
	}
	c := &columns[i]
	c.Field, c.How, c.Why = m.becomes, m.how, m.why
	if m.becomes != "" && m.how == "" {
		c.How = ByContents
	}
	if m.counted != nil {
		n, what := m.counted(s)
		c.Why = fmt.Sprintf("%d of %d values are %s", n, len(s.values), what)
	}
}

// all counts every value.
func all(what string) func(seen) (int, string) {
	return func(s seen) (int, string) { return len(s.values), what }
}

// insteadTable holds the columns that are not what their headings were taken for, in
// the order in which they are looked at.
var insteadTable = slices.Concat(overruledRows(), placesInstead, peopleInstead, papersInstead, purposesInstead)
