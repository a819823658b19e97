package reports

import (
	"cmp"
	"slices"

	"dpmap/graph/rules"
)

// group is the findings that an output shows under one heading.
type group struct {
	Party    string // ID of the recipient that they are about; "" for the register or several recipients
	Heading  string
	Findings []*rules.Finding
}

// Headings for findings that are about no single recipient.
const (
	aboutRegister = "The register itself"
	aboutSeveral  = "Several recipients"
)

// byRecipient groups the findings by the party that receives the data, the
// group with the gravest finding first. Within a group findings keep their
// order. Those that are told elsewhere, by their index, are left out.
func (r *Report) byRecipient(told []bool) []group {
	var groups []group
	index := map[string]int{}
	for i := range r.Result.Findings {
		if i < len(told) && told[i] {
			continue
		}
		f := &r.Result.Findings[i]
		party, heading := r.recipient(f)
		key := party + "\x00" + heading
		at, ok := index[key]
		if !ok {
			at = len(groups)
			index[key] = at
			groups = append(groups, group{Party: party, Heading: heading})
		}
		groups[at].Findings = append(groups[at].Findings, f)
	}
	slices.SortStableFunc(groups, func(a, b group) int {
		return cmp.Compare(r.gravest(b.Findings), r.gravest(a.Findings))
	})
	return groups
}

// recipient is the party that a finding's flows all go to; for a chain over
// several parties, the last of them.
func (r *Report) recipient(f *rules.Finding) (party, heading string) {
	to := ""
	for _, id := range f.Flows {
		flow := r.Result.Map.Flow(id)
		switch {
		case flow == nil || flow.To == to:
		case to == "":
			to = flow.To
		case len(f.Path) > 0:
			last := f.Path[len(f.Path)-1]
			return last, r.partyName(last)
		default:
			return "", aboutSeveral
		}
	}
	if to == "" {
		return "", aboutRegister
	}
	return to, r.partyName(to)
}

// gravest is the highest severity among findings that still need somebody.
func (r *Report) gravest(findings []*rules.Finding) rules.Severity {
	var most rules.Severity
	for _, f := range findings {
		if r.IsOpen(f) {
			most = max(most, f.Severity)
		}
	}
	return most
}
