package rules

import (
	"dpmap/graph/law"
)

var transferSCCRepealed = Rule{
	Code:     "transfer-scc-repealed",
	Title:    "The transfer rests on repealed standard contractual clauses",
	Severity: Critical,
	Doc: `Fires when what should carry a transfer is a set of standard contractual clauses whose life is over at the date: the clauses of 2001, 2004 and 2010, or "SCCs" dated before 27 June 2021, when the present EU set came into force. Under UK law the old clauses stopped counting on 21 March 2024, under EU law on 27 December 2022; a contract made after 21 September 2022 (UK) or 26 September 2021 (EU) could not use them at all. The UK Addendum beside old clauses fires too: it attaches to those of 2021 only.

Does not fire when a valid mechanism or adequacy carries the transfer, nor before those days for a contract made in time.

Old clauses look like protection in a register and are none: the transfer is as bare as if nothing had been signed.`,
	Fix: `Ask the recipient to sign the present documents: from the UK the International Data Transfer Agreement, or the UK Addendum with the EU clauses of 2021; from the EEA the EU clauses of 2021. Do a transfer risk assessment, then record the new mechanism and its date in place of the old one.`,
	Law: []law.Citation{
		dpaSchedule(21, "paras 7 and 8 (until 5 February 2026)"),
		euClausesDecision(" Art 4"),
		icoTransfers(),
	},
	Check: func(p *Pass) { p.eachFault(faultRepealed) },
}

var transferSCCNotUK = Rule{
	Code:     "transfer-scc-not-uk",
	Title:    "EU clauses alone do not carry a transfer from the UK",
	Severity: High,
	Doc: `Fires when the exporter is under UK law and the safeguard is expressly the EU's standard contractual clauses (Decision 2021/914), with neither the UK Addendum nor the International Data Transfer Agreement beside them.

Does not fire for an exporter under EU law, nor when the Addendum, the Agreement or adequacy carries the transfer.

The EU clauses are a tool of EU law. The ICO accepts them only with its Addendum, which is two pages that the recipient usually has ready.`,
	Fix:   `Ask the recipient for the UK Addendum to the clauses that are already signed (many suppliers publish it), sign it, and record it with its date in the column Transfer safeguard.`,
	Law:   []law.Citation{ukGDPR("46", "46(2)(d)"), dpaSection("119A"), icoTransfers()},
	Check: func(p *Pass) { p.eachFault(faultNotUK) },
}

var transferSCCUnspecified = Rule{
	Code:     "transfer-scc-unspecified",
	Title:    "The register leaves open which clauses or rules carry the transfer",
	Severity: Medium,
	Doc: `Fires when the exporter is under UK law and the safeguard says "SCCs" or "standard contractual clauses" without saying which, so that nobody can tell whether the transfer is carried: the EU clauses count only with the UK Addendum. Likewise for "BCRs" that may be the EU's, and, whoever exports, for words that leave open which instrument it is or whether it is in place ("SCCs and/or IDTA").

Does not fire when the Addendum, the International Data Transfer Agreement or adequacy carries the transfer, nor for clauses or rules of an exporter under EU law, which can only be the EU's. Clauses dated before 27 June 2021 are the repealed ones and are told as such.`,
	Fix:   `Look at the signed document and write what it is: "EU SCCs 2021 + UK Addendum", "IDTA", "UK BCRs" or "EU SCCs 2021" alone; with its date. If it is the EU clauses alone, ask the recipient for the UK Addendum.`,
	FixEU: `Look at the signed document and write what it is: "EU SCCs 2021" with its module, or "EU BCRs"; with its date. If nothing is signed, sign the clauses.`,
	Law:   []law.Citation{ukGDPR("46", "46(2)(d)"), icoTransfers()},
	Check: func(p *Pass) { p.eachFault(faultUnspecified) },
}

var transferDPFNoUKExtension = Rule{
	Code:     "transfer-dpf-no-uk-extension",
	Title:    "The Data Privacy Framework without its UK Extension does not carry a transfer from the UK",
	Severity: Critical,
	Doc: `Fires when the exporter is under UK law, the recipient is in the United States, and the register records the Data Privacy Framework without the UK Extension, or Privacy Shield, which never counts.

Does not fire when another valid mechanism carries the transfer, nor when the register records the UK Extension.

The UK-US data bridge reaches only organisations that the framework's list shows as taking part in the UK Extension. A listing for the EU alone does nothing for data from the UK.`,
	Fix: `Look the recipient's legal entity up on dataprivacyframework.gov. If it shows the UK Extension as active, record that and the day on which you looked (columns DPF status and DPF checked). If not, ask for the International Data Transfer Agreement or the UK Addendum.`,
	Law: []law.Citation{
		dataBridgeRegulations(),
		icoTransfers(),
	},
	Check: func(p *Pass) { p.eachFault(faultDPF) },
}

var transferSafeguardEnded = Rule{
	Code:     "transfer-safeguard-ended",
	Title:    "The safeguard of the transfer has ended",
	Severity: High,
	Doc: `Fires when the mechanism recorded for a transfer would be valid but is recorded as over or has an end date that is past, or stands in an agreement that has ended: the register says that it is in the agreement, names it there, or records both in one cell.

Does not fire when a valid mechanism stands beside it or adequacy carries the transfer, nor on the last day itself.`,
	Fix:   `Renew the agreement or the clauses with the recipient, or stop the transfer, and record the new date and end. If the agreement renews by itself, record the end of the present term.`,
	Law:   []law.Citation{ukGDPR("46", "46"), euGDPR("46"), icoTransfers()},
	Check: func(p *Pass) { p.eachFault(faultEnded) },
}

// eachFault reports every flow that has legs left uncarried by a fault, unless
// it is told as an onward transfer.
func (p *Pass) eachFault(f fault) {
	for i := range p.Flows() {
		if !p.toldOnward(i) {
			p.reportLegs(i, p.faulty(i, f))
		}
	}
}
