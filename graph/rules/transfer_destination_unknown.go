package rules

import (
	"dpmap/graph"
	"dpmap/graph/law"
)

var transferDestinationUnknown = Rule{
	Code:     "transfer-destination-unknown",
	Title:    "Nobody can tell to which country the data goes",
	Severity: High,
	Doc: `Fires when the country of the recipient's legal entity is blank, is a word that dpmap does not know, or is a word such as "worldwide", "various" or "global" that names no country.

Does not fire when the recipient is the data subject or acts for them, when the exporter is under neither UK nor EU law and passes nothing on for a controller that is, or when the country is implied by the table of well-known bodies; it is then shown as implied.

Whether a transfer is restricted, and what it needs, depends on the country: an unknown one is not a safe one. Article 30 asks the record to identify it.`,
	Fix: `Find the recipient's legal entity (it is named in the contract or the supplier's privacy notice) and write its country in the column Recipient country, or Country on the sheet Organisations. For a recipient in several countries list them all. A recipient that stands for many ("insurers worldwide") should be split into those that are really used.`,
	Law: []law.Citation{ukGDPR("30", "30(1)(e)"), euGDPR("30(1)(e) and 44"), ukGDPRNow("44A", "44A"), ukGDPRThen("44", "44"), icoTransfers()},
	Check: func(p *Pass) {
		for i, f := range p.Flows() {
			legs := p.legs(i, func(leg Leg) bool { return leg.Country == "" })
			if len(legs) == 0 {
				continue
			}
			p.ReportTransfer(i, at(f, graph.FieldRecipientCountry), "%s exports data to %s: %s",
				p.name(p.Transfers[i].Exporter), p.name(f.To), p.reasons(legs))
			p.relateCountry(f)
		}
	},
}
