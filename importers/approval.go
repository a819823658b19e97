package importers

import (
	"slices"

	"dpmap/graph"
)

var (
	approvalHeading = re(`^(is (it|this|the app|the supplier) )?approved( (for use|by (slt|the dpo|dpo|it|governors|the head)|to use|app|software|supplier|y n|yes no|yes or no))?$|^approval( (status|given|granted|y n))?$`)
	policyHeading   = re(`^((link to|url of|website of) )?(the |their |supplier s? ?|suppliers |provider |providers |vendor |vendors |company |app |product )?privacy (policy|policies)( (link|links|url|web ?page|page|website|address|online|seen|read|checked|y n|yes no))?$`)
	// ourNotice finds cells that name a notice of the controller: it is for somebody.
	ourNotice = re(`\b(our|pupils?|parents?|staff|workforce|governors?|students?|volunteers?|job applicants|visitors|notice)\b`)
)

// othersPapers sets aside the columns that seem to say something of the flow and
// say it of something else: that somebody approved of an app is no sign that data
// goes to it, or that it does not yet, and the policy on a supplier's website is
// not what the controller told its people.
func othersPapers(columns []graph.Column, samples map[int][]string) []graph.Column {
	out := slices.Clone(columns)
	for i, c := range out {
		if c.Field != "" && c.How != byLikely || c.How == byOption || c.How == byAside {
			continue
		}
		folded := fold(c.Heading)
		switch {
		case approvalHeading.MatchString(folded):
			if values := knownValues(samples[c.Col]); len(values) > 1 && mostOf(values, func(v string) bool { return isStatus(nil, v) }) {
				continue // "Approved", "Under review", "Blocked"
			}
			out[i].Field, out[i].How, out[i].Why = "", byAside, "it says whether somebody approved, and not whether data goes there"
		case policyHeading.MatchString(folded):
			values := knownValues(samples[c.Col])
			if mostOf(values, func(v string) bool { return !isLink(v) && ourNotice.MatchString(fold(v)) }) {
				out[i].Field, out[i].How, out[i].Why = graph.FieldNotice, byContents, "its cells name notices of your own"
				continue
			}
			out[i].Field, out[i].How, out[i].Why = "", byAside, "by its heading it is the supplier's own policy, and not your notice to the people whose data it is"
		}
	}
	return preferExact(out)
}
