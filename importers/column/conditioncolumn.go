package column

import (
	"slices"

	"dpmap/graph"
	"dpmap/importers/words"
)

// conditions takes a column headed "Condition" for that of Article 9, where
// another one has the lawful basis: alone it is often the lawful basis itself.
func conditions(columns []graph.Column) []graph.Column {
	condition := slices.IndexFunc(columns, func(c graph.Column) bool {
		return c.Field == graph.FieldBasis && c.How != ByOption && (words.Fold(c.Heading) == "condition" || words.Fold(c.Heading) == "conditions")
	})
	if condition < 0 || Has(columns, graph.FieldCondition) {
		return columns
	}
	basis := slices.IndexFunc(columns, func(c graph.Column) bool {
		return c.Field == "" && c.How == "" && slices.ContainsFunc(keywordsIn(c.Heading), func(k keyword) bool { return k.Field == graph.FieldBasis })
	})
	if basis < 0 {
		return columns
	}
	out := slices.Clone(columns)
	out[condition].Field, out[condition].How, out[condition].Why = graph.FieldCondition, ByWords, "another column has the lawful basis"
	return out
}
