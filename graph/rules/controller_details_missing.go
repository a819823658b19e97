package rules

import (
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
)

var controllerDetailsMissing = Rule{
	Code:     "controller-details-missing",
	Title:    "The register lacks the controller's details",
	Severity: Medium,
	Doc: `Fires once for a register that does not record the controller's name, a way to contact it, or its data protection officer, and says which is lacking. The sheet Register holds them; the controller's own entry on the sheet Organisations counts too.

Does not fire when all three are recorded.

The record of processing must open with the name and contact details of the controller and of its data protection officer. Every school that is a public authority must have one.`,
	Fix: `Fill in the sheet Register: controller, address or email or telephone, DPO.`,
	Law: []law.Citation{ukGDPR("30", "30(1)(a)"), ukGDPR("37", "37(1)(a)"), euGDPR("30(1)(a)"), icoDocumentation()},
	Check: func(p *Pass) {
		if lacking, at := p.controllerLacks(); len(lacking) > 0 {
			p.ReportRegister(at, "the register does not record %s", strings.Join(lacking, ", nor "))
		}
	},
}

// controllerLacks lists what the register does not record of its controller,
// and the place nearest to where it belongs.
func (p *Pass) controllerLacks() (lacking []string, at graph.Ref) {
	r := p.Map.Register()
	own := p.Map.Own()
	if own == nil {
		own = &graph.Party{}
	}
	for _, v := range []graph.Value{r.Controller, r.DPO, r.Email, r.Address, r.Telephone} {
		if at.IsZero() {
			at = v.At
		}
	}
	if !recorded(r.Controller.Text) && !recorded(own.Name) {
		lacking = append(lacking, "the controller's name")
	}
	if !recorded(r.Address.Text+r.Email.Text+r.Telephone.Text) && !recorded(own.Contact) {
		lacking = append(lacking, "the controller's contact details")
	}
	if !recorded(r.DPO.Text) && !recorded(own.DPO) {
		lacking = append(lacking, "the data protection officer")
	}
	return lacking, at
}
