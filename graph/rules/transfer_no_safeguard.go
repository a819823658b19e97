package rules

import "dpmap/graph/law"

var transferNoSafeguard = Rule{
	Code:     "transfer-no-safeguard",
	Title:    "Data goes to a country without adequacy and without a safeguard",
	Severity: Critical,
	Doc: `Fires when a restricted transfer goes to a country that is not adequate at the date under the exporter's law, and no mechanism that is valid at the date is recorded. The message says so when the register claims an adequacy that does not exist, or a mechanism that only another law knows.

Does not fire when the verdict is home, adequate, conditional, safeguarded, derogation or unknown. Does not fire where a more precise rule tells the same breach: repealed clauses, EU clauses alone, the Data Privacy Framework without the UK Extension, clauses nobody named, a safeguard that has ended. Nor where a processor exports on behalf of a controller of this map: that is told as an onward transfer.

A transfer with nothing to carry it breaks Chapter V of the GDPR, which is in the higher band of fines.`,
	Fix:   `Stop the transfer or put a mechanism in place before any more data goes: ask the recipient to sign the ICO's International Data Transfer Agreement or the UK Addendum to the EU clauses, do the transfer risk assessment, and record both with their dates in the register. For a public body abroad look for a binding instrument, or an exception of Article 49 for the single case. If a mechanism exists, write its name and date in the column Transfer safeguard.`,
	FixEU: `Stop the transfer or put a mechanism in place before any more data goes: sign the EU's standard contractual clauses of 2021 (Decision 2021/914) with the recipient, in the module that fits (1 between controllers, 2 to a processor, 3 to a sub-processor, 4 from a processor back to its controller outside), do the transfer impact assessment of Clause 14, and record both with their dates in the register. For a public body abroad look for a binding instrument, or an exception of Article 49 for the single case. If a mechanism exists, write its name and date in the column Transfer safeguard.`,
	Law:   []law.Citation{ukGDPRNow("44A", "44A"), ukGDPRThen("44", "44"), ukGDPR("46", "46"), euGDPR("44, 46"), icoTransfers()},
	Check: func(p *Pass) {
		for i := range p.Flows() {
			if p.toldOnward(i) {
				continue
			}
			p.reportLegs(i, p.legs(i, func(leg Leg) bool { return leg.Verdict == Unprotected && len(leg.faults) == 0 }))
		}
	},
}
