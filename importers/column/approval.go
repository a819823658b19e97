package column

import (
	"slices"

	"dpmap/graph"
	"dpmap/importers/cell"
	"dpmap/importers/words"
)

var (
	// ourNotice finds cells that name a notice of the controller: it is for somebody.
	ourNotice = words.Regexp(`\b(our|pupils?|parents?|staff|workforce|governors?|students?|volunteers?|job applicants|visitors|notice)\b`)
)

// othersPapers sets aside the columns that seem to say something of the flow and
// say it of something else: that somebody approved of an app is no sign that data
// goes to it, or that it does not yet, and the policy on a supplier's website is
// not what the controller told its people.
func othersPapers(columns []graph.Column, samples map[int][]string) []graph.Column {
	out := slices.Clone(columns)
	for i, c := range out {
		if c.Field != "" && c.How != ByLikely || c.How == ByOption || c.How == byAside {
			continue
		}
		folded := words.Fold(c.Heading)
		switch {
		case approvalHeading(folded):
			if values := cell.KnownValues(samples[c.Col]); len(values) > 1 && cell.MostOf(values, func(v string) bool { return isStatus(nil, v) }) {
				continue // "Approved", "Under review", "Blocked"
			}
			out[i].Field, out[i].How, out[i].Why = "", byAside, "it says whether somebody approved, and not whether data goes there"
		case policyHeading(folded):
			values := cell.KnownValues(samples[c.Col])
			if cell.MostOf(values, func(v string) bool { return !cell.IsLink(v) && ourNotice.MatchString(words.Fold(v)) }) {
				out[i].Field, out[i].How, out[i].Why = graph.FieldNotice, ByContents, "its cells name notices of your own"
				continue
			}
			out[i].Field, out[i].How, out[i].Why = "", byAside, "by its heading it is the supplier's own policy, and not your notice to the people whose data it is"
		}
	}
	return PreferExact(out)
}

// policyHeading reports whether a folded text has one of the phrases "policies".
func policyHeading(folded string) bool { return words.PhraseList("policies").Has(folded) }

// approvalHeading reports whether a folded text has one of the phrases "approvals".
func approvalHeading(folded string) bool { return words.PhraseList("approvals").Has(folded) }
