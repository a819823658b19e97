package column

import (
	_ "embed"
	"fmt"
	"slices"
	"sync"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/importers/cell"
	"dpmap/importers/words"
)

// askedCSV holds what headings ask in a school's own words: the field, what the cells
// must hold, phrases that ask for it, and phrases by which it is something else. Rows
// of one field and one kind of cells that follow each other are one rule; the first
// rule that fits wins. The table of papers stands before it.
//
//go:embed data/asked.csv
var askedCSV []byte

// askedPapersCSV is the same for the papers about a flow and the days on them. A cell
// decides more than a word: a day under "DPA" is the day on which it was signed.
//
//go:embed data/askedpapers.csv
var askedPapersCSV []byte

// asked is a rule of those tables.
type asked struct {
	field graph.Field
	holds func(values []string, book *law.Book) bool
}

type askedRules struct {
	list         []asked
	papers       int // how many of them are of papers
	asks, unless words.Phrases
}

var askedTable = sync.OnceValue(func() *askedRules {
	t := &askedRules{}
	t.add(words.Table(askedPapersCSV, 4))
	t.papers = len(t.list)
	t.add(words.Table(askedCSV, 4))
	return t
})

func (t *askedRules) add(rows [][]string) {
	for i, row := range rows {
		if i == 0 || row[0] != rows[i-1][0] || row[1] != rows[i-1][1] {
			holds, _ := cellsHold(row[1])
			t.list = append(t.list, asked{graph.Field(row[0]), holds})
		}
		t.asks.AddAll(row[2], len(t.list)-1)
		t.unless.AddAll(row[3], len(t.list)-1)
	}
}

// askedWhy is what the reader is told of such a column.
const askedWhy = "the heading seems to ask for it, and the cells answer that"

// askedFirst are the fields that are asked for before any word of the heading decides.
var askedFirst = []graph.Field{graph.FieldTo, graph.FieldAccess, FieldCollected, graph.FieldFrom, graph.FieldAgreementEnds, graph.FieldAgreementDate, graph.FieldRiskAssessment, graph.FieldSafeguard, FieldJoint}

// askedFor is the field that a heading asks for in words of its own, where the
// cells answer that.
func askedFor(heading string, values []string, book *law.Book, free func(graph.Field) bool) (graph.Field, string) {
	if len(heading) > LongestHeading || len(values) == 0 {
		return "", ""
	}
	t, whole, folded := askedTable(), words.Fold(heading), words.Fold(offered.ReplaceAllString(heading, " "))
	asks := t.asks.Owners(len(t.list), folded, whole)
	if asks == nil {
		return "", ""
	}
	unless := t.unless.Owners(len(t.list), folded)
	for i := range t.list {
		a := &t.list[i]
		if !asks[i] || unless != nil && unless[i] || !free(a.field) || ofOtherThing(a.field, heading) {
			continue
		}
		if slices.Contains(betters, a.field) && asksOpen(heading) || !a.holds(values, book) || isPlainlyOther(a.field, values, book) {
			continue
		}
		if n := cell.CountOf(values, func(v string) bool { return cell.IsOrganisation(book, v) }); a.field == graph.FieldTo && n >= 2 && 2*n >= len(values) {
			return a.field, fmt.Sprintf("%d of %d values are names of organisations", n, len(values))
		}
		return a.field, askedWhy
	}
	return "", ""
}

// askedAs is the number of the rule, other than of papers, that asks for a field; -1
// when there is none.
func (t *askedRules) askedAs(f graph.Field) int {
	for i := t.papers; i < len(t.list); i++ {
		if t.list[i].field == f {
			return i
		}
	}
	return -1
}

// answers reports whether cells answer a rule, and a folded heading has none of the
// phrases by which it asks something else.
func (t *askedRules) answers(rule int, folded string, values []string, book *law.Book) bool {
	unless := t.unless.Owners(len(t.list), folded)
	return (unless == nil || !unless[rule]) && t.list[rule].holds(values, book)
}
