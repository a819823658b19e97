package column

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/importers/cell"
	"dpmap/importers/words"
)

// papersInstead are the columns of agreements, safeguards, bases and conditions that
// hold another of them, or a yes where a day was asked for.
var papersInstead = []mistaken{
	{
		of: graph.FieldAgreementEnds, lacks: []graph.Field{graph.FieldRetention},
		holds: func(s seen) bool {
			return s.How == ByLikely && len(s.values) >= 2 && 2*countDates(s.values, s.book) < len(s.values)
		},
		becomes: graph.FieldRetention,
		counted: func(s seen) (int, string) { return len(s.values) - countDates(s.values, s.book), "no dates" },
	},
	{
		of: graph.FieldCondition, loosely: true, lacks: []graph.Field{graph.FieldBasis},
		holds: func(s seen) bool {
			n := countBases(s.values, s.book)
			return n >= 2 && 10*n >= 6*len(s.values)
		},
		becomes: graph.FieldBasis,
		counted: func(s seen) (int, string) { return countBases(s.values, s.book), "lawful bases" },
	},
	{ // "Contract signed by: Head"
		of:    graph.FieldAgreementDate,
		holds: func(s seen) bool { return len(s.values) > 1 && !s.any(saysWhenOrWhether) },
	},
	{
		of: graph.FieldSafeguardDate, lacks: []graph.Field{graph.FieldSafeguard},
		holds:   func(s seen) bool { return mostlyMarks(s.values) },
		becomes: graph.FieldSafeguard, how: ByWords, why: "the heading asks whether one is signed, and the cells are mostly yes and no",
	},
	{
		of: graph.FieldAgreementDate, lacks: []graph.Field{graph.FieldAgreement},
		holds:   func(s seen) bool { return mostlyMarks(s.values) || mostlyAnswered(s.values, s.book) },
		becomes: graph.FieldAgreement, why: "its cells are mostly yes and no",
	},
	{
		heading: signedPaper,
		holds:   func(s seen) bool { return s.How == "" && datesMostly(s.values, s.book) && beginning(s.columns) >= 0 },
		then:    signedNotBegun,
	},
	{
		of: graph.FieldBasis, loosely: true, lacks: []graph.Field{graph.FieldCondition}, heading: otherThanBasis,
		holds: func(s seen) bool {
			return !both.MatchString(s.folded) && countConditions(s.values, s.book) > countBases(s.values, s.book)
		},
		becomes: graph.FieldCondition,
		counted: func(s seen) (int, string) { return countConditions(s.values, s.book), "conditions of Article 9" },
	},
	{
		of: graph.FieldCondition, lacks: []graph.Field{graph.FieldSpecial}, heading: barely9.MatchString,
		holds: func(s seen) bool {
			return len(s.values) >= 2 && cell.MostOf(s.values, func(v string) bool {
				g, _ := cell.ParseCondition(s.book, v)
				d, doubts := cell.ParseSpecial(s.book, v)
				return len(g.Conditions) == 0 && d.State != 0 && doubts == nil
			})
		},
		becomes: graph.FieldSpecial, why: "its cells say whether there is special category data, and name no condition",
	},
}

// saysWhenOrWhether reports whether a cell could say when something was signed, or
// that it was or was not.
func saysWhenOrWhether(v string) bool {
	return strings.ContainsAny(v, "0123456789") || cell.Ticked(v) != 0 || cell.RemarkOn(v).Remark != cell.Unopposed
}

// beginning is the column that was taken for the day of signing and by its heading is
// that on which a contract begins; -1 where there is none.
func beginning(columns []graph.Column) int {
	return slices.IndexFunc(columns, func(o graph.Column) bool {
		return o.Field == graph.FieldAgreementDate && o.How != ByOption && begins.MatchString(words.Fold(o.Heading))
	})
}

// signedNotBegun takes a column for the day of signing in place of that one.
func signedNotBegun(columns []graph.Column, i int, _ seen) {
	j := beginning(columns)
	columns[i].Field, columns[i].How, columns[i].Why = graph.FieldAgreementDate, ByWords, "it says when the agreement was signed, and "+words.Quote(columns[j].Heading)+" when the contract begins"
	columns[j].Field, columns[j].How, columns[j].Why = "", "", ""
}
