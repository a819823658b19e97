package rules

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
)

var transferOnward = Rule{
	Code:     "transfer-onward",
	Title:    "A processor sends the data on to a country where nothing protects it",
	Severity: High,
	Doc: `Fires when data of a category that a controller sends to a processor is recorded as going on, over one or more further flows, to a country where no adequacy and no mechanism covers that hop, and the controller records no assurance. It is told once for each last hop, with the shortest path to it; the further flows of controllers whose data reaches the same hop are counted and linked.

Does not fire when the last hop is the controller's own export, when somebody on the way received the data as a controller, or when an assurance is recorded: a transfer risk assessment or a mechanism on the controller's own flow (transfer-onward-unevidenced then tells the hop); nor when the controller is itself under neither UK nor EU law: whoever exports its data is then told of the transfer. An assessment that the processor made of the last hop is no assurance of the controller's, and assesses nothing where no safeguard stands. A hop that records no categories is taken to carry what its sender holds, and the message says so. A processor under neither UK nor EU law is judged by the controller's: the protection is to travel with the data, and what stays in the processor's own country goes no further. A last hop that is more than 31 flows away from the controller is told as its exporter's own transfer, by transfer-no-safeguard and its kin, and not as a chain.

The processor exports, so the mechanism is the processor's duty. The controller must still use only processors that give sufficient guarantees, make reasonable and proportionate checks, and authorise each sub-processor.`,
	Fix: `Ask the processor which mechanism covers the hop and for its assessment. Record what you were shown as a transfer risk assessment on your own flow to the processor. If it has none, object to the sub-processor or have your data kept out of it.`,
	Law: []law.Citation{ukGDPR("28", "28(1), (2) and (4)"), euGDPR("28(1), (2), (4) and 44"), ukGDPRNow("44A", "44A"), ukGDPRThen("44", "44"), icoTransfers()},
	Check: func(p *Pass) {
		for _, group := range p.byLastHop(p.onward().list) {
			p.reportHop(group, "no assurance is recorded")
		}
	},
}

// byLastHop groups what goes on by its last hop, in the order of the hops found.
// The first of each group is the one to tell: the shortest path, and of those
// the one that does not depend on the order of rows.
func (p *Pass) byLastHop(list []hop) [][]hop {
	place := map[int]int{}
	var groups [][]hop
	for _, h := range list {
		at, met := place[h.last()]
		if !met {
			at = len(groups)
			place[h.last()] = at
			groups = append(groups, nil)
		}
		groups[at] = append(groups[at], h)
	}
	for _, group := range groups {
		slices.SortFunc(group, func(a, b hop) int {
			return cmp.Or(len(a.onward.Path)-len(b.onward.Path), cmp.Compare(p.flow(a.start).ID, p.flow(b.start).ID))
		})
	}
	return groups
}

// reportHop tells one last hop, with the way to it and what is recorded of the
// controller's assurance.
func (p *Pass) reportHop(group []hop, assurance string) {
	h := group[0]
	start, last := p.flow(h.start), p.flow(h.last())
	t := p.Transfers[h.last()]
	categories := "data"
	if len(h.onward.Categories) > 0 {
		categories = strings.Join(h.onward.Categories, ", ")
	}
	assumed := ""
	if h.onward.Assumed {
		assumed = "; a hop records no categories, so it is taken to carry them"
	}
	p.ReportTransfer(h.start, at(start, graph.FieldTo), "%s of %s goes on by %s; the last hop is exported by %s, and nothing covers it: %s; %s%s%s",
		categories, p.name(start.From), p.route(h), p.name(t.Exporter), t.Reason, assurance, assumed, p.otherPaths(group[1:]))
	p.concern(p.legs(h.last(), func(leg Leg) bool { return leg.Verdict == t.Verdict }))
	f := p.last()
	f.Exporter = t.Exporter
	for _, c := range p.cited(t.Regime) {
		if !cites(f.Law, c) {
			f.Law = append(f.Law, c)
		}
	}
	f.about = p.identity(last)
	for _, i := range h.onward.Path {
		hopFlow := p.flow(i)
		if i != h.start {
			f.Flows = append(f.Flows, hopFlow.ID)
			f.Related = append(f.Related, hopFlow.At)
		}
		f.Path = append(f.Path, hopFlow.From)
	}
	f.Path = append(f.Path, last.To)
	for _, other := range group[1:] {
		f.Flows = append(f.Flows, p.flow(other.start).ID)
		f.Related = append(f.Related, p.flow(other.start).Where(graph.FieldTo))
	}
}

// otherPaths counts the further flows whose data reaches the same last hop, and
// names the first few.
func (p *Pass) otherPaths(others []hop) string {
	if len(others) == 0 {
		return ""
	}
	const named = 3
	var names []string
	for _, h := range others[:min(len(others), named)] {
		names = append(names, p.between(p.flow(h.start)))
	}
	text := "; data of " + strconv.Itoa(len(others)) + " further flows reaches the same hop: "
	if len(others) == 1 {
		text = "; data of one further flow reaches the same hop: "
	}
	text += strings.Join(names, ", ")
	if more := len(others) - named; more > 0 {
		text += " and " + strconv.Itoa(more) + " more"
	}
	return text
}

// route tells every hop of a path: who exports to whom, where, and how it stands.
func (p *Pass) route(h hop) string {
	hops := make([]string, len(h.onward.Path))
	for k, i := range h.onward.Path {
		f, t := p.flow(i), p.Transfers[i]
		where := p.countries(t.Countries)
		if where == "" {
			where = "country not recorded"
		}
		hops[k] = p.name(t.Exporter) + " to " + p.name(f.To) + " (" + where + ", " + t.Verdict.String() + ")"
	}
	return strings.Join(hops, ", then ")
}
