package rules

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
)

var dpaIDTAOnly = Rule{
	Code:     "dpa-idta-only",
	Title:    "The only agreement with a processor is a transfer agreement",
	Severity: Medium,
	Doc: `Fires when the recipient is the sender's processor and the only agreement recorded is the International Data Transfer Agreement, which has not the terms that Article 28(3) asks for.

Does not fire when a data processing agreement or a contract is recorded, when no agreement is recorded at all (dpa-missing tells that), or when the transfer agreement is the EU clauses, with or without the UK Addendum: their modules 2 and 3 hold the terms of Article 28.`,
	Fix: `Ask the processor for its data processing agreement, sign it, and record it beside the transfer agreement. The IDTA refers to it as the linked agreement.`,
	Law: []law.Citation{ukGDPR("28", "28(3)"), ukGDPR("46", "46(2)(d)"), icoContracts()},
	Check: func(p *Pass) {
		for i, f := range p.Flows() {
			if p.isProcessing(f) && p.inPlace(f.Agreement) && f.Agreement.Kind == graph.TransferAgreement && !hasClauses(f) {
				p.Report([]int{i}, at(f, graph.FieldAgreement), "%s is a processor of %s, and the only agreement recorded is %s",
					p.name(f.To), p.name(f.From), quote(first(f.Agreement.Text, f.Agreement.Kind.String())))
			}
		}
	},
}

// inPlace reports whether an agreement is recorded as signed and has not ended.
func (p *Pass) inPlace(a graph.Agreement) bool {
	signed := a.State == graph.Yes || a.State == 0 && !a.Signed.IsZero()
	return signed && !p.over(a.Ends) && !a.Signed.After(p.Book.AsAt())
}

// hasClauses reports whether standard contractual clauses stand in a flow's
// agreement or beside it.
func hasClauses(f *graph.Flow) bool {
	return hasWord(f.Agreement.Text, []string{"scc", "sccs", "clauses", "addendum"}) ||
		slices.ContainsFunc(f.Safeguards, func(s graph.Safeguard) bool {
			return s.ID == euClauses || s.ID == graph.SafeguardSCC || s.ID == "uk-addendum"
		})
}

var subprocessorNoTerms = Rule{
	Code:     "subprocessor-no-terms",
	Title:    "A sub-processor without terms or authorisation",
	Severity: Medium,
	Doc: `Fires when a processor passes data to another processor, or a recipient is recorded as a sub-processor, and neither an agreement nor an authorisation of the controller is recorded, or they are recorded as absent.

Does not fire when either is recorded. An agreement that has ended is told by dpa-ended.

A processor may use another only with the controller's specific or general written authorisation and under the same terms, and stays liable for it.`,
	Fix: `Ask the processor for its list of sub-processors and the terms it has with them; check that your agreement authorises them and gives you notice of changes; record the agreement or "authorised" with its date in the column Agreement.`,
	Law: []law.Citation{ukGDPR("28", "28(2) and (4)"), euGDPR("28(2), (4)"), icoContracts()},
	Check: func(p *Pass) {
		for i, f := range p.Flows() {
			if !p.isSubprocessing(f) || p.inPlace(f.Agreement) || p.over(f.Agreement.Ends) || isAuthorised(f.Agreement) {
				continue
			}
			how := "not recorded"
			if f.Agreement.State == graph.No {
				how = "recorded as absent"
			}
			p.Report([]int{i}, at(f, graph.FieldAgreement), "%s is a sub-processor of %s, and terms or an authorisation are %s%s",
				p.name(f.To), p.name(f.From), how, said(f.Agreement.Text))
		}
	},
}

// isSubprocessing reports whether the recipient of a flow is another
// processor's processor.
func (p *Pass) isSubprocessing(f *graph.Flow) bool {
	return !p.within(f) && (p.role(f) == graph.SubProcessor || p.onBehalf(f))
}

// isAuthorised reports whether the agreement's cell records an authorisation.
func isAuthorised(a graph.Agreement) bool {
	text := strings.ToLower(a.Text)
	denied := hasWord(text, []string{"not", "no", "without", "unauthorised", "pending"})
	return a.State != graph.No && !denied && (strings.Contains(text, "authoris") || strings.Contains(text, "authoriz"))
}

var jointNoArrangement = Rule{
	Code:     "joint-no-arrangement",
	Title:    "Joint controllers without an arrangement",
	Severity: Medium,
	Doc: `Fires when the recipient is a joint controller and no arrangement under Article 26 is recorded, or it is recorded as absent or has ended, or what is recorded is an agreement of another sort.

Does not fire when an arrangement is recorded, or an agreement of a kind that is not named.

Joint controllers must settle between them, and tell people, who answers requests and gives the privacy information.`,
	Fix: `Write a short arrangement with the other controller (who informs people, who answers requests, who reports breaches), publish its essence, and record it as "Joint controller arrangement" in the column Agreement. If each decides for itself, record the role as controller.`,
	Law: []law.Citation{ukGDPR("26", "26"), euGDPR("26"), ico("Controllers and processors", "controllers-and-processors/")},
	Check: func(p *Pass) {
		for i, f := range p.Flows() {
			if p.role(f) != graph.JointController || p.within(f) {
				continue
			}
			if why := p.noArrangement(f.Agreement); why != "" {
				p.Report([]int{i}, at(f, graph.FieldAgreement), "%s and %s are joint controllers, and %s", p.name(f.From), p.name(f.To), why)
			}
		}
	},
}

func (p *Pass) noArrangement(a graph.Agreement) string {
	switch {
	case p.over(a.Ends):
		return "their arrangement ended " + onDay(a.Ends)
	case a.State == graph.No:
		return "an arrangement is recorded as absent or unsigned" + said(a.Text)
	case !p.inPlace(a):
		return "no arrangement is recorded" + said(a.Text)
	case a.Kind == graph.ProcessingAgreement || a.Kind == graph.SharingAgreement || a.Kind == graph.TransferAgreement:
		return "what is recorded is a " + a.Kind.String() + ", which is no arrangement under Art 26"
	}
	return ""
}

var sharingNoAgreement = Rule{
	Code:     "sharing-no-agreement",
	Title:    "Regular sharing between controllers without an agreement",
	Severity: Low,
	Doc: `Fires when data goes regularly from one controller to another, no data sharing agreement is recorded or it has ended, and the basis is not a legal obligation.

Does not fire for one-off sharing or where the frequency is not recorded, for data subjects and their representatives, nor when the law itself requires the sharing (6(1)(c)), as with the school census.

An agreement is good practice under the ICO's data sharing code and not a duty.`,
	Fix: `Agree on one page what is shared, why, on what basis, how it is protected, how long it is kept and when it is reviewed, and record it as "Data sharing agreement" in the column Agreement.`,
	Law: []law.Citation{
		{Cite: "ICO, Data sharing: a code of practice (DPA 2018 s.121)", URL: "https://ico.org.uk/for-organisations/uk-gdpr-guidance-and-resources/data-sharing/data-sharing-a-code-of-practice/", Regime: law.UK},
		ukGDPR("5", "5(2)"),
	},
	Check: func(p *Pass) {
		for i, f := range p.Flows() {
			if !p.isSharing(f) || p.inPlace(f.Agreement) || hasBasis(f, "6(1)(c)") {
				continue
			}
			how := "no data sharing agreement is recorded" + said(f.Agreement.Text)
			if p.over(f.Agreement.Ends) {
				how = "their agreement ended " + onDay(f.Agreement.Ends)
			}
			p.Report([]int{i}, at(f, graph.FieldAgreement), "%s shares data with %s regularly (%s), and %s",
				p.name(f.From), p.name(f.To), quote(f.Frequency.Text), how)
		}
	},
}

// isSharing reports whether a flow is regular sharing between two controllers.
func (p *Pass) isSharing(f *graph.Flow) bool {
	return p.role(f) == graph.Controller && f.Frequency.Regular && !p.within(f) && !p.toSubject(f) && !p.fromSubject(f)
}

func hasBasis(f *graph.Flow, id string) bool {
	return slices.ContainsFunc(f.Bases, func(s graph.Stated) bool { return s.ID == id })
}
