package column

import (
	"dpmap/graph"
	"dpmap/importers/cell"
	"dpmap/importers/words"
)

// peopleInstead are the columns of who sends, gives and gets data, which ask the same
// words of each.
var peopleInstead = []mistaken{
	{
		of: graph.FieldTo, lacks: []graph.Field{graph.FieldSubjects},
		holds: func(s seen) bool {
			return s.folded == "who" && len(s.values) >= 2 && 10*s.count(s.isPeople) >= 7*len(s.values)
		},
		becomes: graph.FieldSubjects,
		counted: func(s seen) (int, string) { return s.count(s.isPeople), "groups of people" },
	},
	{
		of: graph.FieldTo, loosely: true,
		holds: func(s seen) bool {
			return len(s.values) >= 2 && (mostlyMarks(s.values) || cell.MostOf(s.values, isAddress))
		},
	},
	{
		of: graph.FieldRole,
		holds: func(s seen) bool {
			return s.has(graph.FieldPurpose) && s.namesNoRole()
		},
	},
	{
		of:      graph.FieldRole,
		holds:   seen.namesNoRole,
		becomes: graph.FieldPurpose,
		counted: all("no roles such as controller or processor"),
	},
	{
		of: FieldCollected, lacks: []graph.Field{graph.FieldTo}, beside: graph.FieldSystem, heading: providedBy.MatchString,
		becomes: graph.FieldTo, how: BySynonym, why: "it names who provides the systems that another column names",
	},
	{
		of: graph.FieldSource, lacks: []graph.Field{FieldCollected},
		holds: func(s seen) bool {
			return sourceOfData.MatchString(s.bare()) && len(s.values) >= 2 && tenths(5, saysWhoGave)(s.values, s.book)
		},
		becomes: FieldCollected, why: "it names those who give data",
	},
	{
		of: FieldCollected, lacks: []graph.Field{graph.FieldFrom}, beside: graph.FieldTo,
		holds:   func(s seen) bool { return givenBy.MatchString(s.bare()) && ownSchools(s.values, s.book) },
		becomes: graph.FieldFrom, why: "it names schools, beside a column of where the data goes",
	},
	{
		of: FieldCollected, lacks: []graph.Field{graph.FieldFrom}, beside: graph.FieldTo, heading: comesFrom.MatchString,
		holds:   func(s seen) bool { return len(s.values) >= 2 && 3*s.count(words.List("subject").Has) < len(s.values) },
		becomes: graph.FieldFrom, why: "it names organisations, beside a column of where the data goes",
	},
	{
		of: graph.FieldFrom, loosely: true, lacks: []graph.Field{graph.FieldRole}, heading: roleHeading.MatchString,
		holds:   func(s seen) bool { return len(s.values) >= 2 && s.count(isRole) == len(s.values) },
		becomes: graph.FieldRole,
		counted: all("roles"),
	},
	{
		of: graph.FieldOwner, loosely: true, lacks: []graph.Field{graph.FieldFrom}, beside: graph.FieldTo, heading: ofSchool.MatchString,
		holds:   func(s seen) bool { return ownSchools(s.values, s.book) },
		becomes: graph.FieldFrom, why: "it names schools, beside a column of where the data goes",
	},
	{
		of: graph.FieldFrom, loosely: true, lacks: []graph.Field{FieldCollected}, heading: providesData.MatchString,
		holds:   func(s seen) bool { return tenths(5, saysWhoGave)(s.values, s.book) },
		becomes: FieldCollected, why: "it names those who give data",
	},
	{
		of:    graph.FieldFrom,
		holds: func(s seen) bool { return s.has(graph.FieldMethod) && s.namesWays() },
	},
	{
		of:      graph.FieldFrom,
		holds:   seen.namesWays,
		becomes: graph.FieldMethod,
		counted: func(s seen) (int, string) { return countMethods(s.values), "ways of sending" },
	},
}

// isPeople reports whether a cell names a group of people.
func (s seen) isPeople(v string) bool { return isPeople(s.book, v) }

// namesNoRole reports whether a column has words, and none is a role.
func (s seen) namesNoRole() bool {
	return len(s.values) > 1 && !s.any(func(v string) bool { return isRole(cell.Theirs(s.Heading, v)) }) && !mostlyMarks(s.values)
}

// namesWays reports whether most cells are ways of sending.
func (s seen) namesWays() bool {
	n := countMethods(s.values)
	return n >= 2 && 10*n >= 6*len(s.values)
}
