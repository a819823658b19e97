package rules

import "dpmap/graph"

// shared is what the passes of one run know in common, found once: questions
// that would otherwise be asked of every flow for every flow.
type shared struct {
	hops
	acts  map[string]bool    // parties that are recorded as somebody's processor
	sends map[[2]string]bool // party and country: it is recorded as sending there
}

// share finds what a run's passes share. What only one rule may need is found
// when it is first asked for.
func share(m *graph.Map) *shared {
	s := &shared{acts: map[string]bool{}, sends: map[[2]string]bool{}}
	flows := m.Flows()
	for i := range flows {
		f := &flows[i]
		if f.Status == graph.Ended || f.IsOwnUse() {
			continue
		}
		if m.Role(f).IsProcessor() {
			s.acts[f.To] = true
		}
		for _, country := range m.Destination(f).Countries {
			s.sends[[2]string{f.From, country}] = true
		}
	}
	return s
}
