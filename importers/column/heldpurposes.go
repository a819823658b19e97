package column

import (
	"fmt"
	"strings"

	"dpmap/graph"
	"dpmap/importers/cell"
	"dpmap/importers/words"
)

// purposesInstead are the columns that say what for, whatever their headings ask, and
// those of data that name people.
var purposesInstead = []mistaken{
	{
		of: graph.FieldBasis, loosely: true, lacks: []graph.Field{graph.FieldPurpose}, heading: purposely.MatchString,
		holds: func(s seen) bool {
			return len(s.values) >= 3 && !s.any(func(v string) bool { g, _ := cell.ParseBasis(s.book, v); return len(g.Bases) > 0 })
		},
		becomes: graph.FieldPurpose,
		counted: all("no lawful bases"),
	},
	{
		of: graph.FieldSystem, lacks: []graph.Field{graph.FieldPurpose}, beside: graph.FieldTo, heading: ofService.MatchString,
		becomes: graph.FieldPurpose, how: ByWords, why: "it says for which service, and another column names who provides it",
	},
	{
		of: graph.FieldOwner, loosely: true, lacks: []graph.Field{graph.FieldPurpose}, beside: graph.FieldTo,
		holds:   func(s seen) bool { return len(s.values) >= 2 && 10*s.count(isLong) >= 6*len(s.values) },
		becomes: graph.FieldPurpose,
		counted: func(s seen) (int, string) { return s.count(isLong), "what somebody does, and nobody's name" },
	},
	{
		of: graph.FieldCategories, lacks: []graph.Field{graph.FieldSubjects}, heading: ofWhom.MatchString,
		holds:   func(s seen) bool { return cell.MostOf(s.values, cell.IsGroup) },
		becomes: graph.FieldSubjects, why: "it names people, whom the data is about",
	},
}

// isLong reports whether a cell has more words than a person's post or a team.
func isLong(v string) bool { return len(strings.Fields(v)) > 6 }

// overruledRows are a row for each of the overruled fields: what its cells plainly are
// is stronger than the heading.
func overruledRows() []mistaken {
	var rows []mistaken
	for _, f := range overruled {
		rows = append(rows, mistaken{
			of: f, loosely: true,
			holds: func(s seen) bool { return isPlainlyOther(s.Field, s.values, s.book) },
			then:  plainlyInstead,
		})
	}
	return rows
}

// plainlyInstead gives a column the field that its cells plainly are of, and none where
// another column has it.
func plainlyInstead(columns []graph.Column, i int, s seen) {
	c := &columns[i]
	p, n := plainly(s.values, s.book)
	c.Field, c.How, c.Why = "", "", ""
	if !Has(columns, p.field) {
		c.Field, c.How, c.Why = p.field, ByContents, fmt.Sprintf("%d of %d values are %s", n, len(s.values), p.what)
	}
}

// bare is the folded heading without what stands in brackets.
func (s seen) bare() string { return words.Fold(words.WithoutBrackets(s.Heading)) }
