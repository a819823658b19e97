package rules

import (
	"slices"

	"dpmap/graph"
	"dpmap/graph/law"
)

var transferNoneStated = Rule{
	Code:     "transfer-none-stated",
	Title:    "The register says that no safeguard carries the transfer, and records no listing that could",
	Severity: High,
	Doc: `Fires when data goes to the United States, a cell says outright that there is no safeguard ("None", "No", "IDTA - draft"), and nothing is recorded of a listing in the Data Privacy Framework (from the UK: with the UK Extension).

Does not fire when the cell is blank, says that no safeguard is needed, or says that nothing is transferred: transfer-adequacy-unevidenced then asks for the evidence. Nor when a listing is recorded in any way. Where it is recorded that the recipient is not on the list, transfer-no-safeguard tells it. Nor for Canada, Japan, Korea and Brazil, whose decisions cover most companies without anybody having to sign up, so that "None" is what a careful register may say.

The verdict stays conditional, since the recipient may be on the list, which nobody can know from the register. Yet a firm is on it only if it signed up, the register itself says that there is nothing, and until somebody has looked the transfer has to be taken for one that nothing carries. So this is graver than a blank, and not yet the known breach that transfer-no-safeguard tells.`,
	Fix:   `Look the recipient's legal entity up on dataprivacyframework.gov today. If it shows the UK Extension as active, fill the columns DPF status ("active, UK Extension, non-HR") and DPF checked on the sheet Organisations. If not, stop the transfer until the International Data Transfer Agreement or the UK Addendum is signed and the transfer risk assessment is done, and record them.`,
	FixEU: `Look the recipient's legal entity up on dataprivacyframework.gov today. If it is listed as active, fill the columns DPF status ("active, non-HR") and DPF checked on the sheet Organisations. If not, stop the transfer until the EU's standard contractual clauses of 2021 are signed and the transfer impact assessment is done, and record them.`,
	Law:   []law.Citation{ukGDPRNow("44A", "44A"), ukGDPRThen("44", "44"), ukGDPRNow("45A", "45A"), ukGDPRThen("45", "45"), ukGDPR("46", "46"), euGDPR("44 to 46"), icoTransfers()},
	Check: func(p *Pass) {
		for i := range p.Flows() {
			p.reportLegs(i, p.faulty(i, faultNone))
		}
	},
}

// optedInto reports whether an adequacy decision reaches only recipients that
// signed up to it.
func optedInto(in law.Instrument) bool {
	return in.Needs == law.EvidenceDPF || in.Needs == law.EvidenceDPFExtension
}

// statesNone reports whether a flow records outright that it has no safeguard,
// and names none beside it. That none is needed, or that nothing is transferred,
// says another thing.
func statesNone(f *graph.Flow) bool {
	if len(f.Safeguards) == 0 {
		return false
	}
	return !slices.ContainsFunc(f.Safeguards, func(s graph.Safeguard) bool {
		unneeded := hasWord(s.Text, []string{"required", "needed", "necessary", "applicable", "due", "exempt", "adequate", "adequacy"})
		return s.ID != graph.SafeguardNone || unneeded || f.NoTransfer.Text != "" && s.At == f.NoTransfer.At
	})
}
