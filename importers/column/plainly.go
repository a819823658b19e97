package column

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/importers/cell"
	"dpmap/importers/words"
)

// plain is a field whose values are not to be mistaken for another's, whatever
// the heading over them says.
type plainField struct {
	field graph.Field
	what  string
	is    func(book *law.Book, text string) bool
}

var plainFields = []plainField{
	{graph.FieldSchedule1, "paragraphs of Schedule 1", func(_ *law.Book, v string) bool {
		return cell.NamesSchedule1.MatchString(words.Fold(v)) && !namesArticle.MatchString(words.Fold(v))
	}},
	{graph.FieldBasis, "lawful bases", func(book *law.Book, v string) bool {
		g, doubts := cell.ParseBasis(book, v)
		return len(g.Bases) > 0 && len(doubts) == 0 && len(strings.Fields(v)) <= 8
	}},
	{graph.FieldCondition, "conditions of Article 9", func(book *law.Book, v string) bool {
		g, doubts := cell.ParseCondition(book, v)
		return len(g.Conditions) > 0 && len(doubts) == 0 && len(strings.Fields(v)) <= 8
	}},
	{graph.FieldSafeguard, "transfer safeguards", func(_ *law.Book, v string) bool {
		list, doubts := cell.ParseSafeguards(v, nil, nil)
		return len(list) > 0 && len(doubts) == 0 && list[0].ID != graph.SafeguardNone && list[0].ID != graph.SafeguardOther && list[0].ID != "art-49-a"
	}},
	{graph.FieldRole, "roles", func(_ *law.Book, v string) bool {
		role, _ := cell.ParseRole(v)
		return role != 0 && len(v) > 1 && len(strings.Fields(v)) <= 4
	}},
}

// namesArticle finds values that name an article of the UK GDPR as well.
var namesArticle = words.Regexp(`\b(art(icle)? ?[69]|[69] ?[12])\b`)

// plainly is the field of which seven values in ten are, where these are values
// of no other: what all of them are says more than a word of the heading.
// Consent, contract and employment alone say nothing plain: consent may be
// asked, and a contract may be a purpose.
func plainly(values []string, book *law.Book) (p plainField, n int) {
	if len(values) < 2 {
		return p, 0
	}
	for _, p := range plainFields {
		n, telling := 0, false
		for _, v := range values {
			if len(v) <= 120 && p.is(book, v) {
				n++
				telling = telling || !slices.Contains([]string{"consent", "explicit consent", "contract", "employment", "research", "statistics"}, words.Fold(v))
			}
		}
		if telling && n >= 2 && 10*n >= 7*len(values) {
			return p, n
		}
	}
	return plainField{}, 0
}

// takenBy are the fields that the values of a plain field may have all the same:
// conditions are written where a basis is asked for, and the reverse.
var takenBy = map[graph.Field][]graph.Field{
	graph.FieldSchedule1: {graph.FieldSchedule1, graph.FieldCondition},
	graph.FieldBasis:     {graph.FieldBasis, graph.FieldCondition, graph.FieldSchedule1},
	graph.FieldCondition: {graph.FieldCondition, graph.FieldBasis, graph.FieldSchedule1},
	graph.FieldSafeguard: {graph.FieldSafeguard, graph.FieldSafeguardDate, graph.FieldRecipientCountry, graph.FieldAgreement, FieldLeaves, FieldStays},
	graph.FieldRole:      {graph.FieldRole, graph.FieldFrom, graph.FieldTo, FieldJoint},
}

// isPlainlyOther reports whether values are plainly those of another field.
func isPlainlyOther(field graph.Field, values []string, book *law.Book) bool {
	p, n := plainly(values, book)
	return n > 0 && !slices.Contains(takenBy[p.field], field)
}
