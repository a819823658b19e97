package rules

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
)

// controllership is a controller under UK or EU law on whose behalf somebody
// outside both passes data on. One whose country nobody recorded may be: its
// regime is then "".
type controllership struct {
	controller string // party ID
	regime     law.Regime
	country    string // of the controller, under that regime
}

// chains finds, by index of Map.Flows, the flows whose exporter is under neither
// UK nor EU law and by which data of a controller that is goes on through its
// processors. Of several controllers under one law the first by ID stands.
func (d decider) chains() map[int][]controllership {
	outside := d.outside()
	if len(outside) == 0 {
		return nil
	}
	found := map[int][]controllership{}
	flows := d.m.Flows()
	for start := range flows {
		origin := d.m.Origin(&flows[start])
		if !d.startsChain(&flows[start]) || len(origin.Countries) > 0 && d.lawless(origin) {
			continue
		}
		enters, passes := d.throughProcessors(start)
		for _, last := range d.m.ReachedThrough(start, enters, passes) {
			if outside[last] {
				found[last] = d.joined(found[last], flows[start].From, origin)
			}
		}
	}
	return found
}

// joined adds a controller under each law that its countries put it under, or
// as one whose law is not known.
func (d decider) joined(list []controllership, controller string, origin graph.Place) []controllership {
	added := []controllership{{controller: controller}}
	if len(origin.Countries) > 0 {
		added = nil
	}
	for _, country := range origin.Countries {
		if regime := d.book.Regime(country); regime != "" {
			added = append(added, controllership{controller, regime, country})
		}
	}
	for _, c := range added {
		at := slices.IndexFunc(list, func(other controllership) bool { return other.regime == c.regime })
		switch {
		case at < 0:
			list = append(list, c)
		case c.controller < list[at].controller:
			list[at] = c
		}
	}
	slices.SortFunc(list, func(a, b controllership) int { return strings.Compare(string(b.regime), string(a.regime)) })
	return list
}

// outside are the flows whose exporter acts for others and is known to be under
// neither UK nor EU law.
func (d decider) outside() map[int]bool {
	found := map[int]bool{}
	flows := d.m.Flows()
	for i := range flows {
		f := &flows[i]
		origin := d.m.Origin(f)
		if len(origin.Countries) > 0 && d.lawless(origin) && d.exempt(f) == "" && d.actsForOthers(f.From) {
			found[i] = true
		}
	}
	return found
}

// lawless reports whether a place is under neither UK nor EU law.
func (d decider) lawless(p graph.Place) bool {
	return !slices.ContainsFunc(p.Countries, func(country string) bool { return d.book.Regime(country) != "" })
}

// startsChain reports whether a flow is a controller's to its processor. A party
// that acts for others hands on, and is no controller here.
func (d decider) startsChain(f *graph.Flow) bool {
	sender := d.m.Party(f.From)
	return !f.IsOwnUse() && f.Status != graph.Ended && d.m.Role(f).IsProcessor() && !sender.Kind.IsSubject() &&
		!sender.Role.IsProcessor() && !d.actsForOthers(f.From)
}

// throughProcessors tells which flows take a controller's data on where everybody
// who hands it on does so for that controller, and to others than it, and by
// which flows the recipient is one who does: one that received the data as a
// controller answers for what it does with it.
func (d decider) throughProcessors(start int) (enters, passes func(flow int) bool) {
	flows := d.m.Flows()
	controller := flows[start].From
	enters = func(i int) bool { return flows[i].Status != graph.Ended && flows[i].To != controller }
	passes = func(i int) bool {
		role := d.m.Role(&flows[i])
		return role != graph.Controller && role != graph.JointController
	}
	return enters, passes
}

// onBehalf says by whose law a hop is judged, where that is not its exporter's.
func (d decider) onBehalf(t Transfer, origin graph.Place) string {
	if t.Behalf == "" {
		return ""
	}
	return d.name(t.Exporter) + " (" + d.countries(origin.Countries) + ") is under neither UK nor EU law and passes on data of " +
		d.name(t.Behalf) + ", so " + lawOf(t.Regime) + " is asked what covers it: "
}
