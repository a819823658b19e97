package rules

import (
	"dpmap/graph"
	"dpmap/graph/law"
)

var transferDerogationRoutine = Rule{
	Code:     "transfer-derogation-routine",
	Title:    "An exception for single cases carries a regular flow",
	Severity: High,
	Doc: `Fires when an exception of Article 49 carries a transfer that is not recorded as one-off or occasional: it is recorded as regular (termly, annual, continuous), or its frequency is not recorded. The message tells which.

Does not fire for a one-off or occasional transfer, nor when adequacy or a safeguard carries it.

The exceptions are for what cannot be arranged otherwise. The ICO steers regular and predictable transfers to a safeguard, and contracts and claims are for occasional transfers only.`,
	Fix:   `Put a safeguard in place (the International Data Transfer Agreement or the UK Addendum) for what happens regularly. If it really happens only now and then, record that in the column Frequency.`,
	FixEU: `Put a safeguard in place (the EU's standard contractual clauses of 2021, with a transfer impact assessment) for what happens regularly. If it really happens only now and then, record that in the column Frequency.`,
	Law:   []law.Citation{ukGDPR("49", "49(1)"), euGDPR("49(1), recital 111"), icoTransfers()},
	Check: func(p *Pass) {
		for i, f := range p.Flows() {
			legs := p.legs(i, func(leg Leg) bool { return leg.Verdict == Derogation })
			if len(legs) == 0 || f.Frequency.OneOff {
				continue
			}
			often := "its frequency is not recorded"
			if recorded(f.Frequency.Text) {
				often = "it is recorded as " + quote(f.Frequency.Text)
			}
			p.ReportTransfer(i, at(f, graph.FieldSafeguard, graph.FieldFrequency), "%s: %s, and %s", p.export(i, legs), p.reasons(legs), often)
			p.concern(legs)
			p.headBy(p.turnOn(i, legs)...)
		}
	},
}

var transferDerogationPublicAuthority = Rule{
	Code:     "transfer-derogation-public-authority",
	Title:    "A public authority relies on an exception that is closed to it",
	Severity: High,
	Doc: `Fires when the exporter is a public authority and a transfer rests on an exception of Article 49 that public authorities may not use for what they do as such: explicit consent (a), the contract exceptions (b) and (c), or compelling legitimate interests.

Fires for a university or a group of colleges too, and asks: those that are publicly funded are public authorities.

Does not fire for an independent school, a company or an exporter whose kind is not recorded, nor for the exceptions of public interest, legal claims, vital interests and public registers.

Article 49(3) closes those exceptions to public authorities in the exercise of their public powers. State-funded schools are public authorities for their tasks.`,
	Fix:   `Use a safeguard of Article 46. If the transfer serves an important public interest that UK law recognises, 49(1)(d) may fit a single case: ask the DPO and record it. An independent university or college records its kind as such or accepts the finding with the reason.`,
	FixEU: `Use a safeguard of Article 46. If the transfer serves an important public interest that Union or national law recognises, 49(1)(d) may fit a single case: ask the DPO and record it. An independent university or college records its kind as such or accepts the finding with the reason.`,
	Law:   []law.Citation{ukGDPR("49", "49(3)"), dpaSection("7"), icoTransfers()},
	Check: func(p *Pass) {
		for i, f := range p.Flows() {
			legs := p.legs(i, p.closedToPublic(i))
			if len(legs) == 0 {
				continue
			}
			exporter := p.Transfers[i].Exporter
			question := ""
			if mayBePublic(p.Map.KindOf(exporter)) {
				question = ": is it publicly funded? Universities and colleges that are count as public authorities"
			}
			p.ReportTransfer(i, at(f, graph.FieldSafeguard), "%s: %s, which is not open to a public authority (%s is %s%s)",
				p.export(i, legs), p.reasons(legs), p.name(exporter), kindOf(p.Map.Party(exporter)), question)
			p.concern(legs)
			p.headBy(p.turnOn(i, legs)...)
		}
	},
}

// closedToPublic tells which legs rest on an exception that the exporter, being
// a public authority, may not use.
func (p *Pass) closedToPublic(flow int) func(Leg) bool {
	t := p.Transfers[flow]
	return func(leg Leg) bool {
		in, ok := p.Book.InstrumentFor(t.Regime, leg.Instrument)
		return ok && leg.Verdict == Derogation && in.NotForPublicAuthority && (p.isPublic(t.Exporter) || mayBePublic(p.Map.KindOf(t.Exporter)))
	}
}

// mayBePublic reports whether bodies of a kind are public authorities where they
// are publicly funded (Freedom of Information Act 2000 Sch 1; DPA 2018 s.7).
func mayBePublic(kind law.Kind) bool { return kind == law.University || kind == law.EducationGroup }
