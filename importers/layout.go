package importers

import (
	"slices"
	"strings"

	"dpmap/graph"
)

// Layout is a shape of sheet that is recognised by its headings. A new one is a
// row of layouts and rows of data/headings.csv; docs/add-a-layout.md tells how.
type Layout struct {
	Name  string
	Scope string // whose headings of data/headings.csv it uses
	// Sheets are words in a sheet's name that speak for the layout.
	Sheets []string
	// Needs are fields without which it is not this layout; of each group one
	// is enough.
	Needs [][]graph.Field
	// Without are fields whose column speaks for another layout.
	Without []graph.Field
	// Own asks that most headings are the fields' own names.
	Own bool
	// Named asks that the sheet's name speaks for it.
	Named bool
	// Weight is added to the score of a layout that is surer of its headings.
	Weight float64
	// Rank orders the reading: what names parties comes before what uses them.
	Rank int
	read func(*tableReader)
}

// The fields of sheets that are neither flows nor parties.
const (
	fieldFinding  graph.Field = "finding"
	fieldReason   graph.Field = "reason"
	fieldBy       graph.Field = "by"
	fieldUntil    graph.Field = "until"
	fieldIncludes graph.Field = "includes"
)

// layouts lists every layout; where two fit a sheet as well as each other, the
// first wins.
func layouts() []Layout {
	return []Layout{
		{
			Name: "native", Scope: "flow", Own: true, Weight: 0.5, Rank: 3, read: readFlows,
			Needs: [][]graph.Field{{graph.FieldTo}, {graph.FieldFrom, graph.FieldPurpose, graph.FieldCategories}},
		},
		{
			Name: "exams-policy", Scope: "exams", Weight: 2, Rank: 3, read: readExams,
			Needs: [][]graph.Field{{graph.FieldPurpose}, {graph.FieldSystem}, {graph.FieldCategories, graph.FieldNotes}},
		},
		{
			Name: "purposes-table", Scope: "purposes", Weight: 1, Rank: 3, read: readPurposes,
			Needs:   [][]graph.Field{{graph.FieldPurpose}, {graph.FieldCategories}, {graph.FieldBasis}},
			Without: []graph.Field{graph.FieldTo, graph.FieldFrom, graph.FieldHosting},
		},
		{
			Name: "organisations", Scope: "party", Sheets: []string{"organisation", "organisations", "parties", "bodies"},
			Named: true, Weight: 1, Rank: 1, read: readParties,
			Needs: [][]graph.Field{{graph.FieldName}},
		},
		{
			Name: "accepted", Scope: "accepted", Sheets: []string{"accepted", "acceptances", "accepted findings"},
			Named: true, Weight: 3, Rank: 4, read: readAccepted,
			Needs: [][]graph.Field{{fieldFinding}, {fieldReason, fieldUntil, fieldBy}},
		},
		{
			Name: "definitions", Scope: "definitions", Weight: 1, Rank: 2, read: readDefinitions,
			Needs: [][]graph.Field{{graph.FieldName}, {fieldIncludes}},
		},
		{
			Name: "generic", Scope: "flow", Rank: 3, read: readFlows,
			Needs: [][]graph.Field{
				{graph.FieldTo, graph.FieldPurpose},
				{graph.FieldTo, graph.FieldFrom, graph.FieldSystem, graph.FieldRecipientCountry},
			},
		},
		{
			// Two columns of names and values, without a heading row.
			Name: "register", Scope: "register", Sheets: []string{"register", "controller", "about", "contact", "contacts", "details", "notes"},
			Named: true, Rank: 0, read: readRegister,
		},
	}
}

// layoutNames lists the layouts that --layout can name.
func layoutNames() string {
	var names []string
	for _, l := range layouts() {
		if l.Rank == 3 {
			names = append(names, l.Name)
		}
	}
	return strings.Join(names, ", ")
}

// named reports whether a sheet's name speaks for the layout.
func (l *Layout) named(sheet string) bool {
	name := fold(sheet)
	return slices.ContainsFunc(l.Sheets, func(word string) bool { return contains(name, word) })
}

// columns matches a row's texts to fields: the user's own headings first. A
// field that two columns claim belongs to the first.
func (l *Layout) columns(texts []cellText, taught []Heading) []graph.Column {
	table := headingTable()[l.Scope]
	var out []graph.Column
	for _, t := range texts {
		c := graph.Column{Col: t.col, Heading: t.text}
		c.Field, c.How = taughtField(taught, t.text)
		if c.Field == "" {
			c.Field, c.How = table.match(t.text)
		}
		out = append(out, c)
	}
	return preferExact(out)
}

func taughtField(taught []Heading, heading string) (graph.Field, string) {
	for _, t := range taught {
		if fold(t.Heading) == fold(heading) {
			return t.Field, byOption
		}
	}
	return "", ""
}

// preferExact takes a field from a column that only resembles its name when
// another column has it: the rest become extra columns.
func preferExact(columns []graph.Column) []graph.Column {
	rank := map[string]int{byOption: 4, byHeading: 3, bySynonym: 2, bySpelling: 1}
	best := map[graph.Field]int{}
	for i, c := range columns {
		if c.Field == "" {
			continue
		}
		if j, claimed := best[c.Field]; claimed && rank[columns[j].How] >= rank[c.How] {
			columns[i].Field, columns[i].How = "", ""
			continue
		} else if claimed {
			columns[j].Field, columns[j].How = "", ""
		}
		best[c.Field] = i
	}
	return columns
}

// score says how well a row serves as the layout's headings: 0 when it does not.
func (l *Layout) score(sheet string, columns []graph.Column) float64 {
	if len(l.Needs) == 0 || (l.Named && !l.named(sheet)) {
		return 0
	}
	has := func(f graph.Field) bool {
		return slices.ContainsFunc(columns, func(c graph.Column) bool { return c.Field == f })
	}
	for _, group := range l.Needs {
		if !slices.ContainsFunc(group, has) {
			return 0
		}
	}
	if slices.ContainsFunc(l.Without, has) {
		return 0
	}
	var sum float64
	matched, own := 0, 0
	for _, c := range columns {
		switch c.How {
		case byHeading, byOption:
			sum++
			own++
		case bySynonym:
			sum += 0.95
		case bySpelling:
			sum += 0.7
		default:
			continue
		}
		matched++
	}
	if matched < 2 || (l.Own && 2*own <= matched) {
		return 0
	}
	return sum + l.Weight
}
