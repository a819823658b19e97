package rules

import (
	"dpmap/graph"
	"dpmap/graph/law"
)

var roleUnknown = Rule{
	Code:     "role-unknown",
	Title:    "The recipient's role is not recorded",
	Severity: Medium,
	Doc: `Fires when neither the flow nor the recipient's own entry records whether the recipient is a controller, a joint controller, a processor or a sub-processor, so that nobody can tell whether a data processing agreement is due.

Does not fire for data subjects and those who act for them, for data that comes from them, within one legal entity, for data that comes to the register's own controller, or where the table of well-known bodies implies the role (a local authority is a controller); it is then shown as implied.`,
	Fix: `Ask who decides why and how the data is used. A supplier that works only on your instructions is a processor; a body that uses the data for its own duties (a council, the DfE, an awarding body, the police) is a controller. Write it in the column Recipient role.`,
	Law: []law.Citation{ukGDPR("4", "4(7) and (8)"), ukGDPR("28", "28"), ico("Controllers and processors", "controllers-and-processors/")},
	Check: func(p *Pass) {
		for i, f := range p.Flows() {
			if p.role(f) != 0 || p.within(f) || p.toSubject(f) || p.fromSubject(f) || p.isOwnParty(f.To) || p.anothers(f) {
				continue
			}
			p.Report([]int{i}, at(f, graph.FieldRole, graph.FieldTo), "the role of %s is not recorded%s", p.name(f.To), said(f.RoleText))
		}
	},
}
