package governors

import (
	"strconv"

	"dpmap/graph/law"
	"dpmap/reports"
	"dpmap/reports/wording"
)

// reckoning divides the organisations that the report counts: those that get
// data from others, and those that this page does not count.
type reckoning struct {
	get, ours, people, nothing int
}

// reckon divides the organisations of a report of which some number get data.
func reckon(r *reports.Report, get int) reckoning {
	c := reckoning{get: get}
	shared := map[string]bool{}
	m := r.Result.Map
	flows := m.Flows()
	for i := range flows {
		if isSharing(m, &flows[i]) {
			shared[flows[i].To] = true
		}
	}
	for _, p := range m.Parties() {
		switch {
		case shared[p.ID]:
		case p.Own:
			c.ours++
		case p.Kind == law.Parents || p.Kind == law.DataSubjects:
			c.people++
		default:
			c.nothing++
		}
	}
	return c
}

// sentence says why the report counts more organisations than the page, "" when
// it does not.
func (c reckoning) sentence() string {
	all := c.get + c.ours + c.people + c.nothing
	if all == c.get {
		return ""
	}
	parts := []string{"these " + strconv.Itoa(c.get)}
	switch {
	case c.ours == 1:
		parts = append(parts, "us")
	case c.ours > 1:
		parts = append(parts, strconv.Itoa(c.ours)+" of our own")
	}
	if c.people > 0 {
		parts = append(parts, wording.Count(c.people, "entry for pupils, parents or the like", "entries for pupils, parents or the like"))
	}
	if c.nothing > 0 {
		parts = append(parts, wording.Count(c.nothing, "that gets no data now", "that get no data now"))
	}
	return "The full report counts " + wording.Count(all, "organisation", "organisations") + ": " + wording.Joined(parts) + "."
}
