package column

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/importers/cell"
	"dpmap/importers/words"
)

var (
	numberHeading = words.Regexp(`\b(ref(erence)?|no|nos|number|num|id|code|tag|barcode|urn)$`)
	// completedOn finds the day of the paper that a log's rows are.
	completedOn = words.Regexp(`^((date )?(completed|done|carried out|assessed|undertaken|signed off)( on)?|date|date of (completion|assessment|tra|tia|dpia)|completion date|assessment date)$`)
	transferLog = words.Regexp(`\b(tras?|tias?|transfer (risk|impact) assessments?)\b`)
	impactLog   = words.Regexp(`\b(dpias?|impact assessments?)\b`)
)

// rowNumbers takes the first column for the row's own number where its heading asks for
// the number of a paper and no two rows have the same: "Contract no.", "DPIA ref".
// That the row has a number is no word on the paper. In a log of assessments the day
// on which the row was completed is that of its assessment.
func rowNumbers(l *Layout, columns []graph.Column, samples map[int][]string) []graph.Column {
	out := slices.Clone(columns)
	if len(out) < 3 || out[0].How == ByOption || Has(out, graph.FieldRef) {
		return out
	}
	first := &out[0]
	folded := words.Fold(first.Heading)
	switch first.Field {
	case "", graph.FieldAgreement, graph.FieldDPIA, graph.FieldRiskAssessment:
	default:
		return out
	}
	if !numberHeading.MatchString(folded) && !strings.HasSuffix(strings.TrimSpace(first.Heading), "#") || !areNumbers(samples[first.Col]) {
		return out
	}
	free := first.Field
	first.Field, first.How, first.Why = graph.FieldRef, ByWords, "it stands first and numbers the rows"
	for i, c := range out[1:] {
		if c.Field == "" && c.How == "" && free != "" {
			if field, how := HeadingTable()[l.Scope].Exact(c.Heading); field == free {
				out[i+1].Field, out[i+1].How = field, how
				break
			}
		}
	}
	for _, log := range []struct {
		field graph.Field
		is    bool
	}{{graph.FieldRiskAssessment, transferLog.MatchString(folded)}, {graph.FieldDPIA, impactLog.MatchString(folded)}} {
		if !log.is || Has(out, log.field) {
			continue
		}
		if i := slices.IndexFunc(out, func(c graph.Column) bool {
			return (c.Field == "" && c.How == "" || c.Field == graph.FieldReviewed) && completedOn.MatchString(words.Fold(c.Heading))
		}); i >= 0 {
			out[i].Field, out[i].How, out[i].Why = log.field, ByWords, "each row is such an assessment, and this is its day"
		}
	}
	return out
}

// areNumbers reports whether values are the numbers of their rows: short, with a
// figure in each, and no two alike.
func areNumbers(values []string) bool {
	seen := map[string]bool{}
	for _, v := range values {
		if seen[v] || len(v) > 20 || len(strings.Fields(v)) > 2 || !strings.ContainsAny(v, "0123456789") || cell.IsLink(v) {
			return false
		}
		seen[v] = true
	}
	return len(values) > 1
}
