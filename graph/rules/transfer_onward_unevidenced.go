package rules

import "slices"

var transferOnwardUnevidenced = Rule{
	Code:     "transfer-onward-unevidenced",
	Title:    "What protects a processor's onward transfer is not recorded at it",
	Severity: Medium,
	Doc: `Fires when a processor sends a controller's data on to a country where no adequacy and no mechanism is recorded for that hop, and the controller does record an assurance on its own flow: a transfer risk assessment or a mechanism. It is told once for each last hop, with the shortest path to it.

Does not fire when transfer-onward tells the same hop of another controller, and not when the mechanism is recorded at the hop itself.

The controller made its checks, or says which mechanism it was told of; whether that is the mechanism of this hop, nobody can read from the register. The hop therefore still counts as unprotected.`,
	Fix: `Ask the processor for the mechanism it signed with this sub-processor, and write it in the row of that hop (the sub-processor's), in the column Transfer safeguard, with its date. If the assessment that you hold does not cover this country, do it anew.`,
	Law: transferOnward.Law,
	Check: func(p *Pass) {
		hops := p.onward()
		for _, group := range p.byLastHop(hops.vouched) {
			last := group[0].last()
			if slices.ContainsFunc(hops.list, func(h hop) bool { return h.last() == last }) {
				continue
			}
			p.reportHop(group, "an assurance is recorded on the controller's own flow, yet none at the hop")
		}
	},
}
