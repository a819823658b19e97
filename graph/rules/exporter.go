package rules

import (
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
)

// exporter is the party that initiates a transfer: the sender. Where a sender
// that is no processor is recorded as sending to a sub-processor, the contract
// chain decides, not the cable: the exporter is then the one processor of the
// sender that is itself recorded as sending to that sub-processor.
func (d decider) exporter(f *graph.Flow) string {
	if d.m.Role(f) != graph.SubProcessor || d.actsForOthers(f.From) {
		return f.From
	}
	found := ""
	flows := d.m.Flows()
	for _, i := range d.m.To(f.To) {
		between := flows[i].From
		if between == f.From || !d.processesFor(between, f.From) {
			continue
		}
		if found != "" && found != between {
			return f.From
		}
		found = between
	}
	if found == "" {
		return f.From
	}
	return found
}

// actsForOthers reports whether a party is recorded as somebody's processor.
func (d decider) actsForOthers(party string) bool {
	flows := d.m.Flows()
	for _, i := range d.m.To(party) {
		f := &flows[i]
		if !f.IsOwnUse() && f.Status != graph.Ended && d.m.Role(f).IsProcessor() {
			return true
		}
	}
	return false
}

// processesFor reports whether a processor is recorded as receiving data from a
// controller in that role.
func (d decider) processesFor(processor, controller string) bool {
	flows := d.m.Flows()
	for _, i := range d.m.Between(controller, processor) {
		if flows[i].Status != graph.Ended && d.m.Role(&flows[i]).IsProcessor() {
			return true
		}
	}
	return false
}

// origin is where the exporter of a flow is.
func (d decider) origin(f *graph.Flow, exporter string) graph.Place {
	if exporter == f.From {
		return d.m.Origin(f)
	}
	return d.m.Party(exporter).Country
}

// exempt says why a flow is no transfer whatever the law of its exporter, ""
// when it may be one.
func (d decider) exempt(f *graph.Flow) string {
	switch {
	case f.Status == graph.Ended:
		return "The flow is recorded as ended"
	case f.IsOwnUse():
		return "The data stays with " + d.name(f.From)
	case d.sameEntity(f):
		return d.name(f.From) + " and " + d.name(f.To) + " are recorded as one legal entity"
	case d.m.ToSubject(f) && d.aboutRecipient(f):
		return "The recipient is the person whom the data is about, or acts for them"
	case d.toOwnPeople(f):
		return "The recipients are staff and part of whom they work for: no other organisation receives the data"
	case d.m.KindOf(f.From).IsSubject():
		return "The sender is the person whom the data is about, or acts for them"
	}
	return ""
}

// sameEntity reports whether sender and recipient are recorded as one legal
// entity. A separate company of the same group is another entity.
func (d decider) sameEntity(f *graph.Flow) bool {
	from, to := d.m.Party(f.From), d.m.Party(f.To)
	if from.LegalEntity == "" && to.LegalEntity == "" {
		return false
	}
	return strings.EqualFold(entity(from), entity(to))
}

func entity(p *graph.Party) string {
	name := p.LegalEntity
	if name == "" {
		name = p.Name
	}
	return strings.Join(strings.Fields(name), " ")
}

// handsBack reports whether a processor returns data to its own controller,
// which the ICO does not count as a transfer; the EU has module 4 of its
// clauses for it.
func (d decider) handsBack(c crossing) bool {
	return c.regime == law.UK && !d.m.Role(c.flow).IsProcessor() && d.processesFor(c.flow.From, c.flow.To)
}
