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
	// Speaks lets the heading of the recipients name the layout as well.
	Speaks bool
	// Weight is added to the score of a layout that is surer of its headings.
	Weight float64
	// Guess lets columns whose headings are unknown be told by their words and
	// by what they hold.
	Guess bool
	// Rank orders the reading: what names parties comes before what uses them.
	Rank int
}

// The fields of sheets that are neither flows nor parties.
const (
	fieldFinding  graph.Field = "finding"
	fieldReason   graph.Field = "reason"
	fieldBy       graph.Field = "by"
	fieldUntil    graph.Field = "until"
	fieldIncludes graph.Field = "includes"
)

// The fields of a flow's row that become parts of several facts.
const (
	fieldJoint     graph.Field = "joint-controller" // a further recipient
	fieldCollected graph.Field = "collected-from"   // who sends the data to the controller
	fieldLocation  graph.Field = "location"         // a hosting country, or a system
	fieldDPIANeed  graph.Field = "dpia-required"
	fieldNone      graph.Field = "none" // taught: the column is left aside
)

// layouts lists every layout; where two fit a sheet as well as each other, the
// first wins.
func layouts() []Layout { return layoutTable }

var layoutTable = []Layout{
	{
		Name: "native", Scope: "flow", Own: true, Weight: 0.5, Guess: true, Rank: 3,
		Needs: [][]graph.Field{{graph.FieldTo}, {graph.FieldFrom, graph.FieldPurpose, graph.FieldCategories}},
	},
	{
		Name: "ico-controller", Scope: "flow", Weight: 1, Guess: true, Rank: 3,
		Needs: [][]graph.Field{{graph.FieldTo}, {graph.FieldPurpose}, {fieldJoint}, {graph.FieldSubjects, graph.FieldCategories}},
	},
	{
		Name: "ico-processor", Scope: "processing", Weight: 2, Rank: 3,
		Needs: [][]graph.Field{{graph.FieldFrom}, {graph.FieldPurpose}},
	},
	{
		Name: "exams-policy", Scope: "exams", Weight: 2, Rank: 3,
		Needs: [][]graph.Field{{graph.FieldPurpose}, {graph.FieldSystem}, {graph.FieldCategories, graph.FieldNotes}},
	},
	{
		Name: "purposes-table", Scope: "purposes", Weight: 1, Rank: 3,
		Needs:   [][]graph.Field{{graph.FieldPurpose}, {graph.FieldCategories}, {graph.FieldBasis}},
		Without: []graph.Field{graph.FieldTo, graph.FieldFrom, graph.FieldHosting},
	},
	{
		Name: "sub-processor-list", Scope: "subprocessor", Sheets: []string{"sub processor", "sub processors", "subprocessor", "subprocessors"},
		Named: true, Speaks: true, Weight: 2, Rank: 3,
		Needs: [][]graph.Field{{graph.FieldTo}, {graph.FieldPurpose, graph.FieldHosting, graph.FieldRecipientCountry, graph.FieldSafeguard}},
	},
	{
		Name: "organisations", Scope: "party", Sheets: []string{"organisation", "organisations", "parties", "bodies"},
		Named: true, Weight: 1, Rank: 1,
		Needs: [][]graph.Field{{graph.FieldName}},
	},
	{
		Name: "accepted", Scope: "accepted", Sheets: []string{"accepted", "acceptances", "accepted findings"},
		Named: true, Weight: 3, Rank: 4,
		Needs: [][]graph.Field{{fieldFinding}, {fieldReason, fieldUntil, fieldBy}},
	},
	{
		Name: "definitions", Scope: "definitions", Weight: 1, Rank: 2,
		Needs: [][]graph.Field{{graph.FieldName}, {fieldIncludes}},
	},
	{
		Name: "retention", Scope: "retention", Weight: 0.6, Rank: 2,
		Needs: [][]graph.Field{{graph.FieldName}, {graph.FieldRetention}},
	},
	{
		Name: "supplier-list", Scope: "supplier", Weight: 0.3, Guess: true, Rank: 3,
		Needs: [][]graph.Field{
			{graph.FieldTo},
			{graph.FieldAgreement, graph.FieldHosting, fieldLocation, graph.FieldRecipientCountry, graph.FieldSafeguard, graph.FieldDPF, graph.FieldAgreementDate},
		},
		Without: []graph.Field{graph.FieldFrom, graph.FieldPurpose, graph.FieldCategories, graph.FieldSubjects, graph.FieldBasis},
	},
	{
		Name: "generic", Scope: "flow", Guess: true, Rank: 3,
		Needs: [][]graph.Field{
			{graph.FieldTo, graph.FieldPurpose},
			{graph.FieldTo, graph.FieldFrom},
		},
	},
	{
		// Two columns of names and values, without a heading row.
		Name: "register", Scope: "register", Sheets: []string{"register", "controller", "about", "contact", "contacts", "details", "notes"},
		Named: true, Rank: 0,
	},
}

// rowReader gives the function that reads one row of a layout; rows of layouts
// not named here are flows.
func rowReader(l *Layout, t *tableReader) func(*record) outcome {
	switch l.Name {
	case "ico-processor":
		return processingRows(t)
	case "exams-policy":
		return examRows(t)
	case "purposes-table":
		return purposeRows(t)
	case "sub-processor-list":
		return subProcessorRows(t)
	case "supplier-list":
		return supplierRows(t)
	case "organisations":
		return partyRows(t)
	case "accepted":
		return acceptedRows(t)
	case "definitions":
		return definitionRows(t)
	case "retention":
		return retentionRows(t)
	case "register":
		return registerRows(t)
	}
	return flowRows(t)
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

// named reports whether a name or a title speaks for the layout.
func (l *Layout) named(names ...string) bool {
	return slices.ContainsFunc(names, func(name string) bool {
		name = fold(name)
		return slices.ContainsFunc(l.Sheets, func(word string) bool { return contains(name, word) })
	})
}

// columns matches a row's texts to fields: the user's own headings first, and
// misspelt ones if asked for. A field that two columns claim belongs to the
// first.
func (l *Layout) columns(texts []cellText, taught []Heading, misspelt bool) []graph.Column {
	table := headingTable()[l.Scope]
	var out []graph.Column
	// Only beside a heading that is right can one be taken for misspelt.
	spelling := misspelt && slices.ContainsFunc(texts, func(t cellText) bool {
		field, _ := table.exact(t.text)
		_, how := taughtField(taught, t.text)
		return field != "" || how != ""
	})
	for _, t := range texts {
		c := graph.Column{Col: t.col, Heading: t.text}
		if c.Field, c.How = taughtField(taught, t.text); c.How == "" {
			c.Field, c.How = table.banded(t, spelling)
		}
		out = append(out, c)
	}
	out = preferExact(out)
	for i, c := range out {
		if c.Field != "" || c.How != "" || texts[i].band == "" {
			continue
		}
		// What two columns are by their band, one may be by its own words.
		field, how := table.exact(c.Heading)
		if field != "" && !slices.ContainsFunc(out, func(o graph.Column) bool { return o.Field == field }) {
			out[i].Field, out[i].How = field, how
		}
	}
	return out
}

func taughtField(taught []Heading, heading string) (graph.Field, string) {
	for _, t := range taught {
		if fold(t.Heading) != fold(heading) {
			continue
		}
		if t.Field == fieldNone {
			return "", byOption
		}
		return t.Field, byOption
	}
	return "", ""
}

// preferExact takes a field from a column that only resembles its name when
// another column has it: the rest become extra columns.
func preferExact(columns []graph.Column) []graph.Column {
	rank := map[string]int{byOption: 7, byHeading: 6, bySynonym: 5, bySpelling: 4, byLikely: 3, byWords: 2, byContents: 1}
	best := map[graph.Field]int{}
	for i, c := range columns {
		if c.Field == "" || isMarked(c.Field) {
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

// fits reports whether columns have what the layout needs and nothing that
// speaks against it.
func (l *Layout) fits(columns []graph.Column) bool {
	has := func(f graph.Field) bool {
		return slices.ContainsFunc(columns, func(c graph.Column) bool { return c.Field == f })
	}
	for _, group := range l.Needs {
		if !slices.ContainsFunc(group, has) {
			return false
		}
	}
	return len(l.Needs) > 0 && !slices.ContainsFunc(l.Without, has)
}

// score says how well a row serves as the layout's headings: 0 when it does not.
// The names are the sheet's, the file's and the titles above the row.
func (l *Layout) score(names []string, columns []graph.Column) float64 {
	if l.Speaks {
		for _, c := range columns {
			if c.Field == graph.FieldTo {
				names = append(slices.Clip(names), c.Heading)
			}
		}
	}
	if (l.Named && !l.named(names...)) || !l.fits(columns) {
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
		case byLikely:
			sum += 0.6
		default:
			continue
		}
		if c.Field == "" {
			continue
		}
		matched++
	}
	if matched < 2 || (l.Own && 2*own <= matched) {
		return 0
	}
	return sum + l.Weight
}
