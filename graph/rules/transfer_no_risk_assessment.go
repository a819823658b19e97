package rules

import (
	"dpmap/graph"
	"dpmap/graph/law"
)

var transferNoRiskAssessment = Rule{
	Code:     "transfer-no-risk-assessment",
	Title:    "No transfer risk assessment is recorded beside the safeguard",
	Severity: High,
	Doc: `Fires when a transfer is carried by a safeguard of Article 46 and no transfer risk assessment is recorded, or it is recorded as absent or not applicable, or bears a date that is still to come. UK law calls its test the data protection test: protection after the transfer must not be materially lower. EU law asks for a transfer impact assessment.

Does not fire when adequacy or an exception of Article 49 carries the transfer, which need none, nor for a hop whose exporter is under neither law: the duty is not its own.

The safeguard counts only if the exporter, acting reasonably and proportionately, considers the test met. An assessment made before 5 February 2026 under the old test stays good.`,
	Fix:   `Do the assessment (the ICO has a tool; for the United States its analysis by the government can be relied on), keep it, and record its date in the column Transfer risk assessment. Where a processor exports, ask it for its own assessment.`,
	FixEU: `Do the transfer impact assessment that Clause 14 of the EU's clauses asks for (what the law and practice of the country let its authorities do, and what protects the data against it), keep it for the supervisory authority, and record its date in the column Transfer risk assessment. Where a processor exports, ask it for its own assessment.`,
	Law:   []law.Citation{ukGDPRNow("46", "46(1A), (6) and (7)"), ukGDPRThen("46", "46(1)"), euGDPR("46(1)"), euClausesDecision(", Clause 14"), icoTransfers()},
	Check: func(p *Pass) {
		for i, f := range p.Flows() {
			if p.done(f.RiskAssessment) || p.Transfers[i].Behalf != "" {
				continue
			}
			legs := p.legs(i, p.needsAssessment(p.Transfers[i].Regime))
			if len(legs) == 0 {
				continue
			}
			p.ReportTransfer(i, at(f, graph.FieldRiskAssessment, graph.FieldSafeguard), "%s: %s, and a transfer risk assessment is %s",
				p.export(i, legs), p.reasons(legs), p.evidenced(f.RiskAssessment))
			p.concern(legs)
			p.headBy(p.turnOn(i, legs)...)
		}
	},
}

// needsAssessment tells which legs rest on an instrument that needs one.
func (p *Pass) needsAssessment(regime law.Regime) func(Leg) bool {
	return func(leg Leg) bool {
		in, ok := p.Book.InstrumentFor(regime, leg.Instrument)
		return ok && leg.Verdict == Safeguarded && in.TRA
	}
}
