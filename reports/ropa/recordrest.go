package ropa

import (
	"strings"

	"dpmap/graph"
	"dpmap/reports/wording"
)

// grounds is what the ICO's template holds beyond Art 30(1): lawfulness,
// privacy notices, consent, location, assessments.
func grounds() []fact {
	return []fact{
		{col: col{"Article 6 lawful basis for processing personal data", 23, "Lawfulness, consent, location and assessment"}, field: graph.FieldBasis, due: always,
			value: func(d *draft, i int) string { return d.bases(&d.flows[i]) }},
		{col: col{"Article 9 condition for processing special category data", 24, ""}, field: graph.FieldCondition,
			due:   func(d *draft, i int) bool { return d.flows[i].IsSpecial() },
			value: func(d *draft, i int) string { return d.conditions(&d.flows[i]) }},
		{col: col{"The source of the personal data (if applicable)", 15, ""}, union: true, value: (*draft).origin},
		{col: col{"Link to record of consent", 16, ""}, field: graph.FieldConsent,
			due:   func(d *draft, i int) bool { return restsOnConsent(&d.flows[i]) },
			value: func(d *draft, i int) string { return consent(d.flows[i].Consent) }},
		{col: col{"Location of personal data", 18, ""}, value: (*draft).location},
		{col: col{"Remote access from", 14, ""}, value: func(d *draft, i int) string { return d.place(d.flows[i].Access) }},
		{col: col{"Link to Data Protection Impact Assessment", 14, ""}, field: graph.FieldDPIA,
			value: func(d *draft, i int) string { return evidence(d.flows[i].DPIA) }},
		{col: col{"Data Protection Act 2018 Schedule 1 Condition for processing", 23, ""}, field: graph.FieldSchedule1, due: (*draft).needsSchedule1,
			value: func(d *draft, i int) string { return d.schedule1(&d.flows[i]) }},
		{col: col{"Link to appropriate policy document", 15, ""}, field: graph.FieldPolicy, due: (*draft).needsPolicy,
			value: func(d *draft, i int) string { return evidence(d.flows[i].Policy) }},
	}
}

// origin is from whom the controller has the data, where it is not the
// controller that sends.
func (d *draft) origin(i int) string {
	f := &d.flows[i]
	if p := d.m.Party(f.From); f.IsOwnUse() || p != nil && p.Own {
		return ""
	}
	return d.partyName(f.From)
}

// location is where the data is kept: the system and its countries.
func (d *draft) location(i int) string {
	f := &d.flows[i]
	system := f.System
	if system != "" {
		system += impliedOf(f.Implied, graph.FieldSystem)
	}
	return wording.Phrase("\n", system, after2("hosted in ", d.place(f.Hosting)))
}

// additions is what dpmap holds and no template asks for.
func additions() []fact {
	text := func(heading string, width float64, field graph.Field, value func(f *graph.Flow) string) fact {
		return fact{col: col{heading, width, ""}, field: field, value: func(d *draft, i int) string { return value(&d.flows[i]) }}
	}
	facts := []fact{
		{col: col{"Reference", 11, "Added by dpmap, not printed: how the data is shared"}, union: true, value: func(d *draft, i int) string { return d.flows[i].Ref }},
		{col: col{"Sent by", 18, ""}, union: true, value: func(d *draft, i int) string { return d.partyName(d.flows[i].From) }},
		{col: col{"Role of recipient", 17, ""}, due: func(d *draft, i int) bool { return d.toOthers(&d.flows[i]) }, value: (*draft).role},
		{col: col{"Agreement that is not with a processor", 20, ""}, field: graph.FieldAgreement,
			value: func(d *draft, i int) string { return d.agreementIf(i, d.toKnownOther(i)) }},
		{col: col{"Transfer risk assessment", 18, ""}, field: graph.FieldRiskAssessment, due: (*draft).needsAssessment,
			value: func(d *draft, i int) string { return evidence(d.flows[i].RiskAssessment) }},
		text("Sharing method", 20, graph.FieldMethod, func(f *graph.Flow) string { return f.Method }),
		text("Frequency", 13, graph.FieldFrequency, func(f *graph.Flow) string { return f.Frequency.Text }),
		text("Privacy notice", 16, graph.FieldNotice, func(f *graph.Flow) string { return evidence(f.Notice) }),
		text("Owner", 15, graph.FieldOwner, func(f *graph.Flow) string { return f.Owner }),
		text("Last reviewed", 12, graph.FieldReviewed, func(f *graph.Flow) string { return f.Reviewed.Long() }),
		text("Status", 10, graph.FieldStatus, func(f *graph.Flow) string { return f.Status.String() }),
		{col: col{"Rests on (source)", 40, "Added by dpmap, not printed: where it stands and what was found"}, field: graph.FieldSource,
			value: func(d *draft, i int) string { return d.flows[i].Source }},
		text("Notes", 60, graph.FieldNotes, func(f *graph.Flow) string { return f.Notes }),
		{col: col{"Findings", 60, ""}, cell: func(d *draft, act int) cell { return says(d.codes(d.foundIn(act))) }},
		{col: col{"See", 9, ""}, cell: func(d *draft, act int) cell { return d.toFinding(d.foundIn(act)) }},
		{col: col{"Where it was read", 40, ""}, cell: func(d *draft, act int) cell { return d.read(act) }},
	}
	return facts
}

// read is where an activity's flows were read.
func (d *draft) read(act int) cell {
	var out []string
	for _, i := range d.acts[act].flows {
		out = append(out, d.spot(d.flows[i].At))
	}
	return styled(strings.Join(unique(out), "; "), quiet)
}

// role is the recipient's role in a flow, and where it is taken from.
func (d *draft) role(i int) string {
	f := &d.flows[i]
	if f.Role != 0 {
		return f.Role.String() + impliedOf(f.Implied, graph.FieldRole)
	}
	p := d.m.Party(f.To)
	if p != nil && p.Role != 0 && !d.toOwn(f) {
		return p.Role.String() + impliedOf(p.Implied, graph.FieldPartyRole)
	}
	if words := strings.TrimSpace(f.RoleText); words != "" {
		return "not known: " + wording.Quote(words)
	}
	return ""
}

// needsAssessment reports whether the mechanism that carries a flow is one
// that needs a transfer risk assessment.
func (d *draft) needsAssessment(i int) bool {
	for _, leg := range d.transfer(i).Legs {
		if in, ok := d.book.Instrument(leg.Instrument); ok && in.TRA {
			return true
		}
	}
	return false
}

// foundIn lists the findings about an activity's flows, each once.
func (d *draft) foundIn(act int) []int {
	var out []int
	seen := map[int]bool{}
	for _, i := range d.acts[act].flows {
		for _, f := range d.found[i] {
			if !seen[f] {
				seen[f] = true
				out = append(out, f)
			}
		}
	}
	return out
}
