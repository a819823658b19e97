package rules

import (
	"slices"

	"dpmap/graph"
)

// hops are the onward transfers of a map that a controller must answer for.
type hops struct {
	done    bool
	list    []hop        // those for which the controller records no assurance
	vouched []hop        // those for which it does
	told    map[int]bool // flows that are the last hop of one
}

// hop is data that a controller sends to a processor and that goes on, at last
// by a flow that nothing carries.
type hop struct {
	start  int
	onward graph.Onward
}

// last is the flow that nothing carries.
func (h hop) last() int { return h.onward.Path[len(h.onward.Path)-1] }

// onward lists the hops of the map.
func (p *Pass) onward() *shared {
	if p.shared.done {
		return p.shared
	}
	p.shared.done = true
	p.shared.told = map[int]bool{}
	for start, f := range p.Flows() {
		if !p.startsOnward(f) {
			continue
		}
		enters, passes := decider{p.Map, p.Book}.throughProcessors(start)
		for _, o := range p.Map.OnwardThrough(start, enters, passes) {
			h := hop{start, o}
			if !p.uncovered(h.last()) || !p.forController(h) {
				continue
			}
			p.shared.told[h.last()] = true
			if p.assured(h) {
				p.shared.vouched = append(p.shared.vouched, h)
			} else {
				p.shared.list = append(p.shared.list, h)
			}
		}
	}
	return p.shared
}

// toldOnward reports whether the breach of a flow is told as an onward transfer:
// it is the last hop of one or, sent straight to the sub-processor, stands for
// the hop of the processor that exports it.
func (p *Pass) toldOnward(flow int) bool {
	told := p.onward().told
	f, exporter := p.flow(flow), p.Transfers[flow].Exporter
	return told[flow] || exporter != f.From && slices.ContainsFunc(p.Map.Between(exporter, f.To), func(i int) bool { return told[i] })
}

// startsOnward reports whether a flow is a controller's to its processor, and
// the controller, as far as is known, under UK or EU law: one that is not has no
// duty here, and whoever exports its data is told of the transfer itself.
func (p *Pass) startsOnward(f *graph.Flow) bool {
	d := decider{p.Map, p.Book}
	origin := p.Map.Origin(f)
	return d.startsChain(f) && (len(origin.Countries) == 0 || !d.lawless(origin))
}

// uncovered reports whether a flow is a transfer that nothing carries.
func (p *Pass) uncovered(flow int) bool {
	t := p.Transfers[flow]
	return t.Restricted && t.Verdict == Unprotected
}

// forController reports whether a hop is somebody's for the controller. What the
// controller itself exports is no onward transfer, nor is what the register's
// own keeper exports: those are told as transfers.
func (p *Pass) forController(h hop) bool {
	exporter := p.Transfers[h.last()].Exporter
	return exporter != p.flow(h.start).From && !p.isOwnParty(exporter)
}

// assured reports whether the controller records the checks that it owes before
// its processor sends data on: a risk assessment, or a mechanism, on its own
// flow. An assessment of the last hop is the processor's, and cannot stand where
// no safeguard does.
func (p *Pass) assured(h hop) bool {
	start := p.flow(h.start)
	if p.Transfers[h.start].Verdict == Safeguarded {
		return false // what its row records carries the first hop
	}
	return p.done(start.RiskAssessment) || slices.ContainsFunc(start.Safeguards, func(s graph.Safeguard) bool {
		in, ok := p.Book.InstrumentFor(p.Transfers[h.start].Regime, s.ID)
		return ok && p.Book.StandsFor(in.Regime, in.ID) && !p.over(s.Ends)
	})
}
