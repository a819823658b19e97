package dpia

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/graph/rules"
	"dpmap/reports"
	"dpmap/reports/dpia/docx"
	"dpmap/reports/wording"
)

// consult is step 3.
func (d *draft) consult() {
	d.doc.Heading(1, "Step 3: Consultation process")
	d.questions("When and how will people be asked for their views? If they will not be, why is that right?",
		"Who else in the organisation must be involved?", "Must processors help?", "Will security or other experts be asked?")
}

// necessity is step 4.
func (d *draft) necessity() {
	d.doc.Heading(1, "Step 4: Assess necessity and proportionality")
	d.doc.Heading(2, "Lawful basis and conditions")
	d.table([]fact{
		{"Lawful basis (Art 6)", graph.FieldBasis, bases, nil, ""},
		{"Condition for special-category data (Art 9)", graph.FieldCondition, conditions, isSpecial, ""},
		{"Condition of DPA 2018 Schedule 1", graph.FieldSchedule1, schedule1, needsSchedule1, ""},
		{"Appropriate policy document", graph.FieldPolicy, func(d *draft, i int) string { return evidence(d.flows[i].Policy) }, needsSchedule1, ""},
	})
	d.doc.Heading(2, "Processors and agreements")
	d.table([]fact{
		{"The recipient’s role", graph.FieldRole, func(d *draft, i int) string { return d.m.Role(&d.flows[i]).String() }, toOthers, graph.FieldPartyRole},
		{"Agreement", graph.FieldAgreement, func(d *draft, i int) string { return reports.AgreementWords(d.flows[i].Agreement) }, toOthers, ""},
	})
	d.questions("How do you make sure that processors comply?")
	d.doc.Heading(2, "Transfers abroad")
	d.table([]fact{
		{"Verdict", "", verdict, nil, ""},
		{"Who sends it abroad", "", func(d *draft, i int) string { return d.name(d.transfer(i).Exporter) }, isRestricted, ""},
		{"What it rests on", "", restsOn, isRestricted, ""},
		{"Why", "", func(d *draft, i int) string { return sentence(d.transfer(i).Reason) }, func(d *draft, i int) bool { return d.transfer(i).Reason != "" }, ""},
		{"Safeguard on record", graph.FieldSafeguard, safeguards, isRestricted, ""},
		{"Transfer risk assessment", graph.FieldRiskAssessment, func(d *draft, i int) string { return evidence(d.flows[i].RiskAssessment) }, needsAssessment, ""},
	})
	d.doc.Note(docx.Text("Verdicts are dpmap’s, from what the register records and the law as at " + d.book.AsAt().Long() + "."))
	d.doc.Heading(2, "Further questions")
	d.questions("Does the processing achieve the purpose? Is there another way to do so?", "How will the data not come to be used for other ends?",
		"How will the data be kept right and no more than is needed?", "What will people be told?", "How will people’s rights be supported?")
}

func bases(d *draft, i int) string {
	return stated(&d.flows[i], d.flows[i].Bases, func(id string) string { b, _ := d.book.Basis(id); return b.Name })
}

func conditions(d *draft, i int) string {
	return stated(&d.flows[i], d.flows[i].Conditions, func(id string) string { c, _ := d.book.Condition(id); return c.Name })
}

func schedule1(d *draft, i int) string {
	return stated(&d.flows[i], d.flows[i].Schedule1, func(id string) string { c, _ := d.book.Schedule1Condition(id); return c.Name })
}

// stated is provisions that cells state, one a line.
func stated(f *graph.Flow, list []graph.Stated, name func(id string) string) string {
	var out []string
	for _, s := range list {
		doubt := reports.ConsentNotShown(f, s)
		text := doubt
		if text == "" {
			text = provision(s.ID, name(s.ID), s.Text)
		}
		if len(s.Covers) > 0 {
			text += ", for " + wording.Joined(s.Covers) + " only"
		}
		if s.Inferred && doubt == "" {
			text += ", read from " + wording.Quote(s.Text)
		}
		out = add(out, text)
	}
	return strings.Join(out, "\n")
}

func isSpecial(d *draft, i int) bool {
	return d.flows[i].IsSpecial() || len(d.flows[i].Conditions) > 0
}

// needsSchedule1 reports whether the flow states a Schedule 1 condition, or an
// Art 9 condition that is complete only with one; or carries criminal data.
func needsSchedule1(d *draft, i int) bool {
	f := &d.flows[i]
	for _, s := range f.Conditions {
		if c, ok := d.book.Condition(s.ID); ok && c.NeedsSchedule1 && d.transfer(i).Regime != law.EU {
			return true
		}
	}
	return len(f.Schedule1) > 0 || f.Has(law.Criminal)
}

func isRestricted(d *draft, i int) bool { return d.transfer(i).Restricted }

func needsAssessment(d *draft, i int) bool {
	in, ok := d.book.Instrument(d.transfer(i).Instrument)
	return isRestricted(d, i) && (ok && in.TRA || d.flows[i].RiskAssessment.State != 0)
}

func verdict(d *draft, i int) string {
	t := d.transfer(i)
	if d.flows[i].Status == graph.Ended {
		return sentence(reports.EndedWords().Means)
	}
	if !t.Restricted && t.Verdict == rules.Home {
		return "Not a restricted transfer"
	}
	w := reports.VerdictWords(t.Verdict)
	if t.Verdict == rules.Unknown && isPlaced(t) {
		return sentence(w.Label + ": the countries are recorded, but not what would settle how the transfer stands")
	}
	return sentence(w.Label + ": " + w.Means)
}

// isPlaced reports whether each leg of a transfer has its country.
func isPlaced(t rules.Transfer) bool {
	return len(t.Legs) > 0 && !slices.ContainsFunc(t.Legs, func(l rules.Leg) bool { return l.Country == "" })
}

const onNothing = "nothing that the law accepts is recorded"

// restsOn is what a transfer rests on: each instrument with its countries, and
// the countries that rest on none.
func restsOn(d *draft, i int) string {
	t := d.transfer(i)
	if len(t.Legs) == 0 && t.Instrument != "" {
		return reports.InstrumentWords(d.book, t.Regime, t.Instrument)
	}
	var carriers []string
	places := map[string][]string{}
	for _, leg := range t.Legs {
		text := d.carrier(t, leg)
		carriers = add(carriers, text)
		places[text] = append(places[text], leg.Country)
	}
	if len(carriers) == 0 {
		return onNothing
	}
	var out []string
	for _, text := range carriers {
		if len(t.Legs) > 1 {
			text = d.legPlaces(places[text]) + ": " + text
		}
		out = append(out, text)
	}
	return strings.Join(out, "\n")
}

// carrier is what a leg of a transfer rests on.
func (d *draft) carrier(t rules.Transfer, leg rules.Leg) string {
	switch {
	case leg.Verdict == rules.Home:
		return "the rules on sending data abroad do not apply"
	case leg.Instrument == "":
		return onNothing
	}
	text := reports.InstrumentWords(d.book, t.Regime, leg.Instrument)
	if leg.Verdict == rules.Conditional {
		text += ", if its condition is met"
	}
	return text
}

// legPlaces names countries, one of which may not be recorded.
func (d *draft) legPlaces(codes []string) string {
	names := reports.CountryNames(d.book, slices.DeleteFunc(slices.Clone(codes), func(c string) bool { return c == "" }))
	if slices.Contains(codes, "") {
		names = append(names, "a country that is not recorded")
	}
	return strings.Join(names, ", ")
}
