package rules

import (
	"dpmap/graph"
	"dpmap/graph/law"
)

var roleUnknown = Rule{
	Code:     "role-unknown",
	Title:    "The recipient's role is not recorded",
	Severity: Medium,
	Doc: `Fires when neither the flow nor the recipient's own entry records whether the recipient is a controller, a joint controller, a processor or a sub-processor, so that nobody can tell whether a data processing agreement is due. Where the agreement is recorded as absent, unsigned or not applicable, the message says what that would mean if the recipient were a processor.

Does not fire for data subjects and those who act for them, for data that comes from them, within one legal entity, for data that comes to the register's own controller, or where the table of well-known bodies implies the role (a local authority is a controller); it is then shown as implied.

That a recipient is recorded as a supplier does not make it a processor: many suppliers decide for themselves. So a missing agreement is a breach only once the role is known, and dpa-missing tells it then.`,
	Fix: `Ask who decides why and how the data is used. A supplier that works only on your instructions is a processor, and needs a data processing agreement; a body that uses the data for its own duties (a council, the DfE, an awarding body, the police) is a controller. Write it in the column Recipient role.`,
	Law: []law.Citation{ukGDPR("4", "4(7) and (8)"), ukGDPR("28", "28"), ico("Controllers and processors", "controllers-and-processors/")},
	Check: func(p *Pass) {
		for i, f := range p.Flows() {
			if p.role(f) != 0 || p.within(f) || p.toSubject(f) || p.fromSubject(f) || p.isOwnParty(f.To) || p.anothers(f) {
				continue
			}
			p.Report([]int{i}, at(f, graph.FieldRole, graph.FieldTo), "the role of %s is not recorded%s%s", p.name(f.To), said(f.RoleText), p.ifProcessor(f))
			if ref, ok := f.Reads.At(graph.FieldAgreement); ok && p.ifProcessor(f) != "" {
				p.last().Related = append(p.last().Related, ref)
			}
		}
	},
}

// ifProcessor says what the recorded lack of an agreement comes to if the
// recipient, whose role nobody recorded, is the sender's processor.
func (p *Pass) ifProcessor(f *graph.Flow) string {
	mostly := ""
	if p.Map.KindOf(f.To) == law.Supplier {
		mostly = ", as a supplier mostly is"
	}
	switch f.Agreement.State {
	case graph.No:
		return "; no agreement is in place (the cell says " + quote(first(f.Agreement.Text, "no")) + "): if " + p.name(f.To) + " is a processor" + mostly + ", that breaks Art 28(3)"
	case graph.NotApplicable:
		return "; the agreement is recorded as not applicable: if " + p.name(f.To) + " is a processor" + mostly + ", Art 28(3) asks for one"
	}
	return ""
}
