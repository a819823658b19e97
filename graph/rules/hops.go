package rules

import (
	"slices"

	"dpmap/graph"
)

// hops are the onward transfers of a map that a controller must answer for.
type hops struct {
	done bool
	list []hop
	told map[int]bool // flows that are the last hop of one
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
		for _, o := range p.Map.Onward(start) {
			h := hop{start, o}
			if !p.uncovered(h.last()) || !p.throughProcessors(h) {
				continue
			}
			p.shared.told[h.last()] = true
			if !p.assured(h) {
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

// startsOnward reports whether a flow is a controller's to its processor. A
// party that acts for others hands on, and is no controller here.
func (p *Pass) startsOnward(f *graph.Flow) bool {
	sender := p.Map.Party(f.From)
	return !f.IsOwnUse() && p.role(f).IsProcessor() && !sender.Kind.IsSubject() &&
		!sender.Role.IsProcessor() && !p.actsForOthers(f.From)
}

// uncovered reports whether a flow is a transfer that nothing carries.
func (p *Pass) uncovered(flow int) bool {
	t := p.Transfers[flow]
	return t.Restricted && t.Verdict == Unprotected
}

// throughProcessors reports whether every party that hands the data on does so
// for the controller: one that received it as a controller answers for what it
// does with it. What the controller itself exports is no onward transfer, nor is
// what the register's own keeper exports: those are told as transfers.
func (p *Pass) throughProcessors(h hop) bool {
	controller := p.flow(h.start).From
	for _, i := range h.onward.Path[1:] {
		f := p.flow(i)
		if f.Status == graph.Ended || f.From == controller {
			return false
		}
	}
	for _, i := range h.onward.Path[:len(h.onward.Path)-1] {
		if role := p.role(p.flow(i)); role == graph.Controller || role == graph.JointController {
			return false
		}
	}
	exporter := p.Transfers[h.last()].Exporter
	return exporter != controller && !p.isOwnParty(exporter)
}

// assured reports whether the controller records the checks that it owes before
// its processor sends data on: a transfer risk assessment, or a mechanism, on
// its own flow, or an assessment of the last hop.
func (p *Pass) assured(h hop) bool {
	start, last := p.flow(h.start), p.flow(h.last())
	if last.RiskAssessment.State == graph.Yes {
		return true
	}
	if p.Transfers[h.start].Verdict == Safeguarded {
		return false // what its row records carries the first hop
	}
	return start.RiskAssessment.State == graph.Yes || slices.ContainsFunc(start.Safeguards, func(s graph.Safeguard) bool {
		in, ok := p.Book.InstrumentFor(p.Transfers[h.start].Regime, s.ID)
		return ok && p.Book.StandsFor(in.Regime, in.ID) && !p.over(s.Ends)
	})
}
