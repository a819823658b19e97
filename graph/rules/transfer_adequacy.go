package rules

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
)

var transferAdequacyUnevidenced = Rule{
	Code:     "transfer-adequacy-unevidenced",
	Title:    "Adequacy depends on a condition that the register does not evidence",
	Severity: Medium,
	Doc: `Fires when a country is adequate only for some recipients, and the register does not record that this recipient is one of them: for the United States an active listing with the UK Extension (under EU law: a listing) and the day on which somebody looked; for Canada that the recipient is subject to PIPEDA; for Japan, a private-sector operator under APPI; for Korea, subject to PIPA; for Brazil, under EU law, subject to the LGPD. A listing counts for a year from the day on which it was checked, since firms certify for a year at a time, and for data about staff only where it is recorded as covering HR data. Adequacy that the register merely claims is checked, never believed.

Does not fire when the evidence is recorded or when another mechanism carries the transfer. Where the register says outright that there is no safeguard for a recipient in the United States, transfer-none-stated tells it.`,
	Fix: `Check the condition for the recipient's legal entity and record it. For the United States look on dataprivacyframework.gov and fill the columns DPF status ("active, UK Extension, non-HR") and DPF checked. For Canada, Japan, Korea and Brazil ask the recipient which law it is under, and write "subject to PIPEDA" (APPI, PIPA, LGPD) in the column Notes of its row on the sheet Organisations. If the condition is not met, a transfer agreement is due.`,
	Law: []law.Citation{ukGDPRNow("45A", "45A"), ukGDPRThen("45", "45"), euGDPR("45"), icoTransfers()},
	Check: func(p *Pass) {
		for i := range p.Flows() {
			legs := p.legs(i, func(leg Leg) bool { return leg.Verdict == Conditional && !slices.Contains(leg.faults, faultNone) })
			if len(legs) == 0 {
				continue
			}
			p.reportLegs(i, legs)
			if decisions := p.turnOn(i, legs); len(decisions) > 0 {
				p.last().Fix = evidenceRemedy(decisions)
			}
		}
	},
}

// evidenceRemedy says how to evidence the conditions of some decisions, each
// way once.
func evidenceRemedy(decisions []law.Instrument) string {
	var ways []string
	for _, in := range decisions {
		if way := evidenceWay(in); !slices.Contains(ways, way) {
			ways = append(ways, way)
		}
	}
	agreement := "the International Data Transfer Agreement or the UK Addendum"
	if decisions[0].Regime == law.EU {
		agreement = "the EU's standard contractual clauses of 2021"
	}
	return strings.Join(ways, " ") + " If the condition is not met, a transfer agreement is due: " + agreement + "."
}

func evidenceWay(in law.Instrument) string {
	switch in.Needs {
	case law.EvidenceDPFExtension:
		return `Look the recipient's legal entity up on dataprivacyframework.gov, and fill the columns DPF status ("active, UK Extension, non-HR") and DPF checked on the sheet Organisations.`
	case law.EvidenceDPF:
		return `Look the recipient's legal entity up on dataprivacyframework.gov, and fill the columns DPF status ("active, non-HR") and DPF checked on the sheet Organisations.`
	}
	return "Ask the recipient whether it is " + asked(in) + `, and if so write "subject to ` + strings.ToUpper(string(in.Needs)) + `" in the column Notes of its row on the sheet Organisations.`
}

var transferAdequacyOutOfScope = Rule{
	Code:     "transfer-adequacy-out-of-scope",
	Title:    "The adequacy decision does not reach this recipient",
	Severity: High,
	Doc: `Fires when the country has an adequacy decision that cannot reach the recipient: a public body, university or school where the decision covers only businesses (Canada, Japan, the United States), or data beyond the recorded cover of a Data Privacy Framework listing, such as staff data for a recipient listed for non-HR data only.

Does not fire when another valid mechanism carries the transfer, nor when the recipient's kind is not recorded: the condition is then told as not evidenced.

It stands beside transfer-no-safeguard, which tells that nothing carries the transfer: this one tells why the decision that seems to help does not, so that nobody goes looking for a listing that cannot exist.`,
	Fix:   `Do not look for a listing: use the International Data Transfer Agreement or the UK Addendum where the recipient can sign one, a binding instrument with a public body, or for a single case an exception of Article 49. If the recipient's kind or cover is recorded wrongly, mend it on the sheet Organisations.`,
	FixEU: `Do not look for a listing: use the EU's standard contractual clauses of 2021 where the recipient can sign them, a binding instrument with a public body, or for a single case an exception of Article 49. If the recipient's kind or cover is recorded wrongly, mend it on the sheet Organisations.`,
	Law:   []law.Citation{ukGDPRNow("45A", "45A"), ukGDPRThen("45", "45"), euGDPR("45"), icoTransfers()},
	Check: func(p *Pass) {
		for i, f := range p.Flows() {
			legs := p.legs(i, func(leg Leg) bool { return leg.beyond != "" && leg.Verdict >= Unknown })
			if len(legs) == 0 {
				continue
			}
			p.ReportTransfer(i, at(f, graph.FieldRecipientCountry), "%s: %s", p.export(i, legs), beyond(legs))
			p.concern(legs)
			p.headBy(p.turnOn(i, legs)...)
			p.relateCountry(f)
		}
	},
}

// beyond is why no decision reaches the recipient, each reason once.
func beyond(legs []Leg) string {
	text := legs[0].beyond
	for i, leg := range legs {
		if i > 0 && leg.beyond != legs[i-1].beyond {
			text += "; " + leg.beyond
		}
	}
	return text
}
