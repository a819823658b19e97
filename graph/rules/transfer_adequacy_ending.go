package rules

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
)

var transferAdequacyEnding = Rule{
	Code:     "transfer-adequacy-ending",
	Title:    "An adequacy decision that transfers rest on may not last",
	Severity: Low,
	Doc: `Fires once for each adequacy decision that carries, or on a condition would carry, some transfer of the register and that ends within twelve months of the date or is marked by the law tables as under challenge or review. It lists the flows that would need something in its place.

Does not fire for decisions that nothing in the register rests on, nor where the tables hold the decision that follows, nor for agreements and other mechanisms.

Decisions fall overnight: the Privacy Shield did. Who has a fallback clause in the contract need not stop the transfer on that day.`,
	Fix:   `Ask the recipients for a contract that falls back to the International Data Transfer Agreement or the clauses if the decision ends, and put the end date in the diary. "dpmap report --without INSTRUMENT" shows what would change.`,
	FixEU: `Ask the recipients for a contract that falls back to the EU's standard contractual clauses of 2021 if the decision ends, and put the end date in the diary. "dpmap report --without INSTRUMENT" shows what would change.`,
	Law:   []law.Citation{ukGDPRNow("45C", "45C"), ukGDPRThen("45", "45"), euGDPR("45(3) to (5)"), icoTransfers()},
	Check: func(p *Pass) {
		rests := map[string][]int{}
		var order []law.Instrument
		for i := range p.Flows() {
			for _, in := range p.restsOn(i) {
				key := string(in.Regime) + in.ID
				if rests[key] == nil {
					order = append(order, in)
				}
				rests[key] = append(rests[key], i)
			}
		}
		for _, in := range order {
			p.reportEnding(in, rests[string(in.Regime)+in.ID])
		}
	},
}

// restsOn lists the adequacy decisions that the legs of a flow rest on, each
// once.
func (p *Pass) restsOn(flow int) []law.Instrument {
	var list []law.Instrument
	seen := map[string]bool{}
	for _, leg := range p.legs(flow, func(leg Leg) bool { return leg.Verdict == Adequate || leg.Verdict == Conditional }) {
		in, ok := p.Book.InstrumentFor(p.Transfers[flow].Regime, leg.Instrument)
		if ok && !seen[in.ID] {
			seen[in.ID] = true
			list = append(list, in)
		}
	}
	return list
}

func (p *Pass) reportEnding(in law.Instrument, flows []int) {
	soon := !in.Ends.IsZero() && !p.Book.AsAt().AddMonths(12).Before(in.Ends) && !p.succeeded(in, flows)
	pending := in.Pending(p.Book.AsAt())
	if !soon && pending == "" {
		return
	}
	why := pending
	if soon {
		why = "it ends on " + in.Ends.Long() + and(pending)
	}
	p.Report(flows, graph.FieldRecipientCountry, "%s: transfers to %s rest on it, or would: %s", in.Name, p.recipients(flows), why)
	p.last().about = []string{string(in.Regime), in.ID}
	p.last().Fix, p.last().Law = p.rule.remedy(in.Regime), p.cited(in.Regime)
	for _, i := range flows {
		p.concern(p.legs(i, func(leg Leg) bool { return leg.Instrument == in.ID }))
	}
	p.headBy(in)
}

// succeeded reports whether the tables know, for every country that flows rest on
// a decision for, another that takes over when it ends.
func (p *Pass) succeeded(in law.Instrument, flows []int) bool {
	for _, i := range flows {
		for _, leg := range p.legs(i, func(leg Leg) bool { return leg.Instrument == in.ID }) {
			next := func(other law.Instrument) bool {
				return other.From.After(p.Book.AsAt()) && in.Ends.DaysTo(other.From) <= 1
			}
			if !slices.ContainsFunc(p.Book.Decisions(in.Regime, leg.Country), next) {
				return false
			}
		}
	}
	return true
}

// recipients names the recipients of flows, each once.
func (p *Pass) recipients(flows []int) string {
	var names []string
	seen := map[string]bool{}
	for _, i := range flows {
		if to := p.flow(i).To; !seen[to] {
			seen[to] = true
			names = append(names, p.name(to))
		}
	}
	slices.Sort(names)
	return strings.Join(names, ", ")
}
