package column

import (
	"dpmap/graph"
	"dpmap/importers/cell"
	"dpmap/importers/words"
)

// noActivity finds headings of a first column that names no activity, whatever
// words stand beneath: a person, a day, a number, a body.
var noActivity = words.Regexp(`\b(names?|persons?|pupils?|students?|child(ren)?|parents?|teachers?|staff|dates?|days?|months?|terms?|when|who|whom|whose|where|class(es)?|years?|rooms?|refs?|references?|ids?|no|numbers?|urn|codes?|status|rag|risk|priority|by|from|to|owners?|leads?|contacts?|responsible|schools?|sites?|trusts?|academ(y|ies)|departments?|depts?|teams?|country|countries|categor(y|ies)|types?|sections?|groups?|notes?|comments?|actions?|kept|held|stored|locations?|managers?|costs?|prices?|volumes?|officers?|stewards?|approved|agreed|checked|compan(y|ies)|suppliers?|organisations?|agenc(y|ies)|bod(y|ies)|basis|law|legal|data|info|information|details?)\b`)

// byStandingFirst takes the first column for what the data is for where no column
// says it: people begin a row with what it is about, "Trip", "Job", "Club".
func (t *teller) byStandingFirst(heading string, values []string) (graph.Field, string, string) {
	if !t.free(graph.FieldPurpose) || !t.claimed[graph.FieldTo] || len(t.columns) == 0 || t.columns[0].Heading != heading || len(values) < 2 {
		return "", "", ""
	}
	seen := map[string]bool{}
	for _, v := range values {
		seen[words.Fold(v)] = true
	}
	bodies := cell.CountOf(values, func(v string) bool { return cell.IsOrganisation(t.book, v) })
	if noActivity.MatchString(words.Fold(heading)) || 10*len(seen) < 7*len(values) || !titles(values, t.book) || 3*bodies > len(values) || cell.MostOf(values, isCount) {
		return "", "", ""
	}
	return graph.FieldPurpose, ByPosition, "it stands first, and no other column says what the data is for"
}
