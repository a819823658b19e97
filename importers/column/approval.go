package column

import (
	"slices"

	"dpmap/graph"
	"dpmap/importers/cell"
	"dpmap/importers/words"
)

var (
	approvalHeading = words.Regexp(`^(is (it|this|the app|the supplier) )?approved( (for use|by (slt|the dpo|dpo|it|governors|the head)|to use|app|software|supplier|y n|yes no|yes or no))?$|^approval( (status|given|granted|y n))?$`)
	policyHeading   = words.Regexp(`^((link to|url of|website of) )?(the |their |supplier s? ?|suppliers |provider |providers |vendor |vendors |company |app |product )?privacy (policy|policies)( (link|links|url|web ?page|page|website|address|online|seen|read|checked|y n|yes no))?$`)
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
		if c.Field != "" && c.How != ByLikely || c.How == cell.ByOption || c.How == byAside {
			continue
		}
		folded := words.Fold(c.Heading)
		switch {
		case approvalHeading.MatchString(folded):
			if values := cell.KnownValues(samples[c.Col]); len(values) > 1 && cell.MostOf(values, func(v string) bool { return isStatus(nil, v) }) {
				continue // "Approved", "Under review", "Blocked"
			}
			out[i].Field, out[i].How, out[i].Why = "", byAside, "it says whether somebody approved, and not whether data goes there"
		case policyHeading.MatchString(folded):
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
