package reports

import (
	"strconv"

	"dpmap/graph"
	"dpmap/reports/wording"
)

// Unsigned reports whether a flow is to somebody with whom, by the register's
// own word, no agreement stands, and who may be a processor: one by its role, or
// of a role that nobody recorded.
func (r *Report) Unsigned(f *graph.Flow) bool {
	m := r.Result.Map
	role := m.Role(f)
	from, to := m.Party(f.From), m.Party(f.To)
	return f.Status != graph.Ended && f.Agreement.State == graph.No && (role == 0 || role.IsProcessor()) &&
		!f.IsOwnUse() && !m.ToSubject(f) && to != nil && !to.Own && from != nil && !from.Kind.IsSubject()
}

// unsignedSentence names with whom the register itself says that there is no
// agreement, "" for none: what somebody wrote down as missing is not to be found
// only behind the question what their role is.
func (r *Report) unsignedSentence() string {
	var who []string
	flows := r.Result.Map.Flows()
	for i := range flows {
		if f := &flows[i]; r.Unsigned(f) {
			who = appendNew(who, r.partyName(f.To))
		}
	}
	if len(who) == 0 {
		return ""
	}
	const named = 8
	names := who
	if rest := len(who) - named + 1; rest > 1 {
		names = append(who[:named-1:named-1], strconv.Itoa(rest)+" more")
	}
	return "The register says that there is no agreement with " + wording.Joined(names) + ". Whoever of them handles the data for you needs one (Art 28(3))."
}
