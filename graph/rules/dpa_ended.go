package rules

import (
	"dpmap/graph"
	"dpmap/graph/law"
)

var dpaEnded = Rule{
	Code:     "dpa-ended",
	Title:    "The agreement with a processor has ended",
	Severity: High,
	Doc: `Fires when the recipient is a processor or sub-processor, or nobody recorded its role and the agreement is not one between controllers, and the agreement's end lies before the date.

Does not fire on the last day itself, for a flow that has ended, or for a recipient that is a controller: an ended sharing agreement is told by sharing-no-agreement.

Processing after the contract has ended is processing without the contract that Article 28(3) asks for.`,
	Fix: `Renew the agreement, or have the data deleted or returned and record the flow as ended. If the agreement renews by itself, record the end of the present term.`,
	Law: []law.Citation{ukGDPR("28", "28(3)"), euGDPR("28(3)"), icoContracts()},
	Check: func(p *Pass) {
		for i, f := range p.Flows() {
			a := f.Agreement
			if !p.over(a.Ends) || p.within(f) || p.toSubject(f) || !bindsProcessor(p.role(f), a.Kind) {
				continue
			}
			p.Report([]int{i}, at(f, graph.FieldAgreementEnds, graph.FieldAgreement), "the agreement between %s and %s ended %s",
				p.name(f.From), p.name(f.To), onDay(a.Ends))
		}
	},
}

// onDay is a date with the word that leads to it: "on 31 August 2025", "in August
// 2025".
func onDay(d law.Date) string {
	if d.Day == 0 {
		return "in " + d.Long()
	}
	return "on " + d.Long()
}

// bindsProcessor reports whether an agreement is, or may be, with a processor.
func bindsProcessor(role graph.Role, kind graph.AgreementKind) bool {
	if role == 0 {
		return kind != graph.SharingAgreement && kind != graph.JointArrangement
	}
	return role.IsProcessor()
}
