package column

import (
	"slices"

	"dpmap/graph"
	"dpmap/importers/words"
)

// ofSender tells the country that stands beside the sender, before the recipient,
// from the recipient's: "From, Country, To, Country".
func ofSender(l *Layout, columns []graph.Column) []graph.Column {
	index := func(f graph.Field) int {
		return slices.IndexFunc(columns, func(c graph.Column) bool { return c.Field == f })
	}
	from, to, country := index(graph.FieldFrom), index(graph.FieldTo), index(graph.FieldRecipientCountry)
	if from < 0 || country != from+1 || to < country || index(graph.FieldSenderCountry) >= 0 || columns[country].How == ByOption ||
		words.Contains(words.Fold(columns[country].Heading), "recipient") {
		return columns
	}
	out := slices.Clone(columns)
	out[country].Field, out[country].Why = graph.FieldSenderCountry, "it stands beside "+words.Quote(columns[from].Heading)
	for i := to; i < len(out); i++ {
		if field, how := HeadingTable()[l.Scope].Exact(out[i].Heading); field == graph.FieldRecipientCountry && out[i].Field == "" && out[i].How == "" {
			out[i].Field, out[i].How, out[i].Why = field, how, "it stands behind "+words.Quote(columns[to].Heading)
			break
		}
	}
	return out
}
