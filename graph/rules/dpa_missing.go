package rules

import (
	"dpmap/graph"
	"dpmap/graph/law"
)

var dpaMissing = Rule{
	Code:     "dpa-missing",
	Title:    "A processor without a data processing agreement",
	Severity: High,
	Doc: `Fires when the recipient is the sender's processor in a flow and no data processing agreement is recorded, or it is recorded as none or as not signed, or what is recorded is an agreement of another sort: a data sharing agreement or a joint arrangement has not the terms of Article 28(3).

Does not fire between controllers, for data subjects and their representatives, or within one legal entity, which cannot contract with itself. An agreement that has ended is told by dpa-ended, one that is a transfer agreement only by dpa-idta-only, and a processor's own sub-processor by subprocessor-no-terms.

The message tells whether the agreement is recorded as absent or not recorded at all: the first is a breach, the second may be a gap in the register.`,
	Fix: `Find the signed agreement (often an annex to the supplier's terms) and record it with its date. If there is none, ask the supplier for its data processing agreement, check it against Article 28(3), sign it, and record it. If the recipient decides for itself what it does with the data, record its role as controller.`,
	Law: []law.Citation{ukGDPR("28", "28(3)"), euGDPR("28(3)"), icoContracts()},
	Check: func(p *Pass) {
		for i, f := range p.Flows() {
			if !p.isProcessing(f) || p.over(f.Agreement.Ends) {
				continue
			}
			if why := p.noProcessingTerms(f.Agreement); why != "" {
				p.Report([]int{i}, at(f, graph.FieldAgreement), "%s is a processor of %s, and %s", p.name(f.To), p.name(f.From), why)
			}
		}
	},
}

// isProcessing reports whether the recipient of a flow is the sender's own
// processor.
func (p *Pass) isProcessing(f *graph.Flow) bool {
	return p.role(f) == graph.Processor && !p.within(f) && !p.toSubject(f) && !p.fromSubject(f) && !p.actsForOthers(f.From) && !p.anothers(f)
}

// noProcessingTerms says why an agreement is no data processing agreement, ""
// when it may be one. A plain "contract" counts: it can hold the terms.
func (p *Pass) noProcessingTerms(a graph.Agreement) string {
	switch {
	case a.State == graph.No:
		return "the agreement is recorded as absent or unsigned" + said(a.Text)
	case a.State == graph.NotApplicable:
		return "the agreement is recorded as not applicable" + said(a.Text)
	case a.State != graph.Yes && a.Signed.IsZero():
		return "no data processing agreement is recorded" + said(a.Text)
	case a.Signed.After(p.Book.AsAt()):
		return "the agreement is dated " + a.Signed.Long() + ", which is still to come"
	case a.Kind == graph.SharingAgreement || a.Kind == graph.JointArrangement:
		return "what is recorded is a " + a.Kind.String() + ", which is no contract under Art 28(3)"
	}
	return ""
}

// said quotes what a cell says, where it says something.
func said(text string) string {
	if text == "" {
		return ""
	}
	return ": " + quote(text)
}
