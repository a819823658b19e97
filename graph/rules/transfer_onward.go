package rules

import (
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
)

var transferOnward = Rule{
	Code:     "transfer-onward",
	Title:    "A processor sends the data on to a country where nothing protects it",
	Severity: High,
	Doc: `Fires when data of a category that a controller sends to a processor is recorded as going on, over one or more further flows, to a country where no adequacy and no mechanism covers that hop, and the controller records no assurance. It is told once for each flow of the controller and each last hop, with the shortest path.

Does not fire when the last hop is the controller's own export, when somebody on the way received the data as a controller, or when an assurance is recorded: a transfer risk assessment or a mechanism on the controller's own flow, or an assessment on the last hop. A hop that records no categories is taken to carry what its sender holds, and the message says so.

The processor exports, so the mechanism is the processor's duty. The controller must still use only processors that give sufficient guarantees, make reasonable and proportionate checks, and authorise each sub-processor.`,
	Fix: `Ask the processor which mechanism covers the hop and for its assessment. Record what you were shown as a transfer risk assessment on your own flow to the processor. If it has none, object to the sub-processor or have your data kept out of it.`,
	Law: []law.Citation{ukGDPR("28", "28(1), (2) and (4)"), ukGDPR("44A", "44A"), icoTransfers()},
	Check: func(p *Pass) {
		for _, h := range p.onward().list {
			p.reportHop(h)
		}
	},
}

func (p *Pass) reportHop(h hop) {
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
	p.ReportTransfer(h.start, at(start, graph.FieldTo), "%s of %s goes on by %s; the last hop is exported by %s, and nothing covers it: %s; no assurance is recorded%s",
		categories, p.name(start.From), p.route(h), p.name(t.Exporter), t.Reason, assumed)
	f := p.last()
	f.Exporter = t.Exporter
	f.about = append(f.about, last.ID)
	for _, i := range h.onward.Path {
		hopFlow := p.flow(i)
		if i != h.start {
			f.Flows = append(f.Flows, hopFlow.ID)
			f.Related = append(f.Related, hopFlow.At)
		}
		f.Path = append(f.Path, hopFlow.From)
	}
	f.Path = append(f.Path, last.To)
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
