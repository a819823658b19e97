package rules

import (
	"dpmap/graph"
	"dpmap/graph/law"
)

var transferNoneClaimed = Rule{
	Code:     "transfer-none-claimed",
	Title:    "The register says that nothing goes abroad, but not where the recipient is",
	Severity: Medium,
	Doc: `Fires when the country of the recipient's legal entity is blank and a cell says that nothing is transferred outside the UK or the EEA: "No", "None" or "N/A" in a column such as "Transfers outside the UK" or "Names of third countries (if applicable)"; or, where the hosting is recorded as in the UK and nowhere else, that none is called for ("None required", "Not needed").

Does not fire when the country is recorded or implied: the transfer is then judged by it, whatever the cell says. Words that name no country ("worldwide") are told by transfer-destination-unknown.

The cell is the register's conclusion, and the country is what it must rest on. Data on servers in the UK is still transferred when the company that gets it, or reaches it to give support, is abroad. So the verdict stays unknown, though less is amiss than where nothing at all is recorded.`,
	Fix: `Find the recipient's legal entity (it is named in the contract or the supplier's privacy notice) and write its country in a column Recipient country. If it is the United Kingdom, the "No" is borne out and this finding goes.`,
	Law: []law.Citation{ukGDPR("30", "30(1)(e)"), euGDPR("30(1)(e) and 44"), ukGDPRNow("44A", "44A"), ukGDPRThen("44", "44"), icoTransfers()},
	Check: func(p *Pass) {
		for i, f := range p.Flows() {
			legs := p.legs(i, func(leg Leg) bool { return leg.Country == "" })
			if len(legs) == 0 || !p.claimsNone(f) {
				continue
			}
			p.ReportTransfer(i, graph.FieldRecipientCountry, "%s to %s: the register says %s of transfers abroad, and does not record in which country %s is established%s",
				p.name(p.Transfers[i].Exporter), p.name(f.To), quote(f.NoTransfer.Text), p.name(f.To), p.whereInstead(f))
			p.last().At = f.NoTransfer.At
			p.concern(legs)
			p.relate(f, graph.FieldHosting, f.Hosting)
			p.relate(f, graph.FieldAccess, f.Access)
		}
	},
}

// claimsNone reports whether a flow's country is blank and a cell says that
// nothing is transferred.
func (p *Pass) claimsNone(f *graph.Flow) bool {
	return f.NoTransfer.Text != "" && p.Map.Destination(f).IsBlank()
}
