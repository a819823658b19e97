package column

import (
	"slices"

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
	// Unless tells columns that are another layout's all the same; nil where none are.
	Unless func([]graph.Column) bool
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
	FieldFinding  graph.Field = "finding"
	FieldReason   graph.Field = "reason"
	FieldBy       graph.Field = "by"
	FieldUntil    graph.Field = "until"
	FieldIncludes graph.Field = "includes"
)

// The fields of a flow's row that become parts of several facts.
const (
	FieldJoint     graph.Field = "joint-controller" // a further recipient
	FieldCollected graph.Field = "collected-from"   // who sends the data to the controller
	FieldLocation  graph.Field = "location"         // a hosting country, or a system
	FieldNone      graph.Field = "none"             // taught: the column is left aside
)

// Layouts lists every layout; where two fit a sheet as well as each other, the
// first wins.
func Layouts() []Layout { return layoutTable }

var layoutTable = []Layout{
	{
		Name: "native", Scope: "flow", Own: true, Weight: 0.5, Guess: true, Rank: 3,
		Needs: [][]graph.Field{{graph.FieldTo}, {graph.FieldFrom, graph.FieldPurpose, graph.FieldCategories}},
	},
	{
		Name: "ico-controller", Scope: "flow", Weight: 1, Guess: true, Rank: 3,
		Needs: [][]graph.Field{{graph.FieldTo}, {graph.FieldPurpose}, {FieldJoint}, {graph.FieldSubjects, graph.FieldCategories}},
	},
	{
		Name: "ico-processor", Scope: "processing", Weight: 2, Guess: true, Rank: 3,
		Needs:   [][]graph.Field{{graph.FieldFrom}, {graph.FieldPurpose}},
		Without: []graph.Field{graph.FieldTo},
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
		Named: true, Speaks: true, Weight: 2, Guess: true, Rank: 3,
		Needs:   [][]graph.Field{{graph.FieldTo}, {graph.FieldPurpose, graph.FieldHosting, graph.FieldRecipientCountry, graph.FieldSafeguard}},
		Without: []graph.Field{graph.FieldBasis, graph.FieldCondition, graph.FieldSpecial, graph.FieldNotice},
		Unless:  besideSuppliers,
	},
	{
		Name: "organisations", Scope: "party", Sheets: []string{"organisation", "organisations", "parties", "bodies"},
		Named: true, Weight: 1, Rank: 1,
		Needs: [][]graph.Field{{graph.FieldName}},
	},
	{
		Name: "accepted", Scope: "accepted", Sheets: []string{"accepted", "acceptances", "accepted findings"},
		Named: true, Weight: 3, Rank: 4,
		Needs: [][]graph.Field{{FieldFinding}, {FieldReason, FieldUntil, FieldBy}},
	},
	{
		Name: "definitions", Scope: "definitions", Weight: 1, Rank: 2,
		Needs: [][]graph.Field{{graph.FieldName}, {FieldIncludes}},
	},
	{
		Name: "retention", Scope: "retention", Weight: 0.6, Rank: 2,
		Needs: [][]graph.Field{{graph.FieldName}, {graph.FieldRetention}},
	},
	{
		Name: "supplier-list", Scope: "supplier", Weight: 0.3, Guess: true, Rank: 3,
		Needs: [][]graph.Field{
			{graph.FieldTo},
			{graph.FieldAgreement, graph.FieldHosting, FieldLocation, graph.FieldRecipientCountry, graph.FieldSafeguard, graph.FieldDPF, graph.FieldAgreementDate},
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
		// One column of names beneath a sentence, found by shareList.
		Name: "share-list", Scope: "flow", Named: true, Rank: 3,
		Needs: [][]graph.Field{{graph.FieldTo}},
	},
	{
		// Assets and where they are kept, found by assetList.
		Name: "asset-list", Scope: "flow", Named: true, Rank: 3,
		Needs: [][]graph.Field{{graph.FieldCategories, graph.FieldBasis, graph.FieldSpecial}},
	},
	{
		// Two columns of names and values, without a heading row.
		Name: "register", Scope: "register", Sheets: []string{"register", "controller", "about", "contact", "contacts", "details", "notes"},
		Named: true, Rank: 0,
	},
}

// Plain finds the layout without headings that a sheet's name speaks for.
func Plain(all []Layout, sheet string) *Layout {
	i := slices.IndexFunc(all, func(l Layout) bool { return len(l.Needs) == 0 && l.named(sheet) })
	if i < 0 {
		return nil
	}
	return &all[i]
}

// KnownColumns counts the columns that have a field.
func KnownColumns(columns []graph.Column) int {
	n := 0
	for _, c := range columns {
		if c.Field != "" && c.How != ByLikely {
			n++
		}
	}
	return n
}
