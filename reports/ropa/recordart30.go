package ropa

import (
	"strings"

	"dpmap/graph"
	"dpmap/graph/rules"
	"dpmap/reports"
	"dpmap/reports/wording"
)

func always(*draft, int) bool { return true }

// recordFacts are the columns of the record: those of the ICO's template for
// controllers that dpmap holds, in its order and wording, then our own.
func recordFacts() []fact {
	facts := append(article30(), grounds()...)
	return append(facts, additions()...)
}

// article30 is what UK GDPR Art 30(1) asks for.
func article30() []fact {
	return []fact{
		{col: col{"No.", 11.5, "Article 30 record of processing activities"}, cell: func(_ *draft, act int) cell { return counted(act + 1) }},
		{col: col{"Purpose of processing", 24, ""}, field: graph.FieldPurpose, due: always, union: true,
			value: func(d *draft, i int) string { return d.flows[i].Purpose }},
		{col: col{"Name and contact details of joint controller (if applicable)", 14, ""}, union: true, value: (*draft).jointController},
		{col: col{"Categories of individuals", 15, ""}, field: graph.FieldSubjects, due: always,
			value: func(d *draft, i int) string { return strings.Join(unique(d.flows[i].Subjects), "\n") }},
		{col: col{"Categories of personal data", 25, ""}, field: graph.FieldCategories, due: always,
			value: func(d *draft, i int) string { return categories(&d.flows[i]) }},
		{col: col{"Categories of recipients", 24, ""}, union: true, value: (*draft).recipient},
		{col: col{"Link to contract with processor", 15, ""}, field: graph.FieldAgreement, due: (*draft).toProcessor,
			value: (*draft).contract},
		{col: col{"Names of third countries or international organisations that personal data are transferred to (if applicable)", 16, ""},
			value: (*draft).thirdCountries},
		{col: col{"Safeguards for exceptional transfers of personal data to third countries or international organisations (if applicable)", 24, ""},
			value: (*draft).protection, look: func(d *draft, act int) style { return ofVerdict(d.worst(d.acts[act].flows)) }},
		{col: col{"Retention schedule (if possible)", 18, ""}, field: graph.FieldRetention, due: always,
			value: func(d *draft, i int) string { return d.flows[i].Retention }},
		{col: col{"General description of technical and organisational security measures (if possible)", 19, ""}, field: graph.FieldSecurity, due: always,
			value: func(d *draft, i int) string { return d.flows[i].Security }},
	}
}

// jointController is the recipient, where it decides together with the
// controller.
func (d *draft) jointController(i int) string {
	f := &d.flows[i]
	if d.m.Role(f) != graph.JointController || d.toOwn(f) {
		return ""
	}
	contact := "contact " + notRecorded
	if p := d.m.Party(f.To); p != nil && p.Contact != "" {
		contact = p.Contact
	}
	return d.partyName(f.To) + " – " + contact
}

// recipient is who receives, with the kind of body it is.
func (d *draft) recipient(i int) string {
	f := &d.flows[i]
	switch {
	case f.IsOwnUse():
		return "the controller's own use"
	case d.toOwn(f):
		return "received by the controller"
	}
	p := d.m.Party(f.To)
	if p == nil || p.Kind == "" {
		return d.partyName(f.To)
	}
	if mark := impliedOf(p.Implied, graph.FieldKind); mark != "" {
		return d.partyName(f.To) + " (" + string(p.Kind) + "; " + strings.TrimPrefix(mark, " (")
	}
	return d.partyName(f.To) + " (" + string(p.Kind) + ")"
}

func (d *draft) toProcessor(i int) bool {
	f := &d.flows[i]
	return d.toOthers(f) && d.m.Role(f).IsProcessor()
}

// contract is the agreement with a processor, or with somebody whose role the
// register leaves open: that one may be what the law asks for.
func (d *draft) contract(i int) string {
	text := d.agreementIf(i, !d.toKnownOther(i))
	if text != "" && !d.toProcessor(i) {
		text += " (role " + orElse(d.role(i), notRecorded) + ")"
	}
	return text
}

// toKnownOther reports whether a flow is recorded as one to somebody who is no
// processor.
func (d *draft) toKnownOther(i int) bool {
	f := &d.flows[i]
	return !d.toOthers(f) || d.m.Role(f) != 0 && !d.m.Role(f).IsProcessor()
}

func (d *draft) agreementIf(i int, wanted bool) string {
	if !wanted {
		return ""
	}
	return reports.AgreementWords(d.flows[i].Agreement)
}

// hasEnded stands where a transfer would, of a flow that is over.
const hasEnded = "the flow has ended: not judged"

// thirdCountries is where a flow goes beyond the exporter's own area.
func (d *draft) thirdCountries(i int) string {
	f, t := &d.flows[i], d.transfer(i)
	if t.Verdict == 0 {
		return orElse(d.place(d.m.Destination(f)), notRecorded)
	}
	if f.Status == graph.Ended {
		return wording.Phrase("\n", d.place(d.m.Destination(f)), hasEnded)
	}
	if !t.Restricted {
		return "none"
	}
	var codes, out []string
	for _, leg := range t.Legs {
		switch {
		case leg.Verdict == rules.Home:
		case leg.Country != "":
			codes = append(codes, leg.Country)
		case leg.Open != "":
			out = append(out, reports.OpenPlace(leg.Open))
		default:
			out = append(out, notRecorded)
		}
	}
	out = append(d.countries(codes), out...)
	if len(out) == 0 {
		return orElse(d.place(d.m.Destination(f)), notRecorded)
	}
	text := strings.Join(unique(out), ", ")
	if text == notRecorded {
		return text
	}
	return text + impliedBy(d.m.Destination(f).Implied)
}

// protection is how a transfer stands, what carries it and what the register
// records of mechanisms.
func (d *draft) protection(i int) string {
	f, t := &d.flows[i], d.transfer(i)
	if t.Verdict == 0 && len(f.Safeguards) == 0 {
		return verdictText(0)
	}
	if f.Status == graph.Ended {
		return wording.Phrase("\n", hasEnded, after2("recorded: ", d.safeguards(i)))
	}
	if !t.Restricted {
		return wording.Phrase("\n", "none needed: no restricted transfer", after2("recorded: ", d.safeguards(i)))
	}
	var out []string
	ways := d.ways(i)
	for n := range ways {
		w := &ways[n]
		text := wording.Phrase(": ", verdictText(w.leg.Verdict), reports.InstrumentWords(d.book, t.Regime, w.leg.Instrument))
		if len(ways) > 1 {
			text = wording.Phrase(": ", orElse(d.where(w), "country "+notRecorded), text)
		}
		out = append(out, text)
	}
	out = append(out, after2("recorded: ", orElse(d.safeguards(i), "nothing")))
	return strings.Join(out, "\n")
}
