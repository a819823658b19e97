package dpia

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/reports"
	"dpmap/reports/dpia/docx"
	"dpmap/reports/wording"
)

// describe is step 2.
func (d *draft) describe(o Options) error {
	d.doc.Heading(1, "Step 2: Describe the processing")
	if len(o.Map) > 0 {
		if err := d.doc.Picture(o.Map, o.MapAlt, 170, 215); err != nil {
			return err
		}
		d.doc.Note(docx.Text("The flows assessed, and those that go on from their recipients. The tables below say the same in words."))
	}
	if d.isOwnUse() {
		d.doc.Paragraph(docx.Text("The data stays with the organisation that has it, so there is no diagram of where it goes."))
	}
	d.doc.Heading(2, "Nature of the processing")
	d.table(nature())
	d.questions("How will data be collected, used and deleted?", "Which kinds of processing are likely to be high risk?")
	d.doc.Heading(2, "Scope of the processing")
	d.table(scope())
	d.questions("How much data is there, and about how many people?", "Which area does it cover?")
	d.doc.Heading(2, "Context of the processing")
	d.table(context())
	d.questions("What control do people have? Would they expect this use?", "Do they include children or other vulnerable people?",
		"Are there earlier concerns, security flaws or public worries about this kind of processing?", "Is it new in any way? What is the state of the technology?",
		"Is a code of conduct or a certification scheme followed?")
	d.doc.Heading(2, "Purposes of the processing")
	d.table(purposes())
	d.questions("What is the intended effect on people?", "What are the benefits, for the controller and more widely?")
	return nil
}

// isOwnUse reports whether no flow of the assessment goes to somebody else.
func (d *draft) isOwnUse() bool {
	return !slices.ContainsFunc(d.chosen, func(i int) bool { return !d.flows[i].IsOwnUse() })
}

func nature() []fact {
	return []fact{
		{"Who sends the data", graph.FieldFrom, func(d *draft, i int) string { return d.name(d.flows[i].From) }, nil, ""},
		{"Who gets it", graph.FieldTo, recipient, nil, ""},
		{"Kind of body", "", kind, isKnownKind, graph.FieldKind},
		{"How it is shared", graph.FieldMethod, func(d *draft, i int) string { return d.flows[i].Method }, nil, ""},
		{"System", graph.FieldSystem, func(d *draft, i int) string { return d.flows[i].System }, nil, ""},
		{"Where the data comes from", graph.FieldSource, func(d *draft, i int) string { return d.flows[i].Source }, nil, ""},
		{"Where it is hosted", graph.FieldHosting, func(d *draft, i int) string { return reports.PlaceWords(d.book, d.flows[i].Hosting) }, nil, ""},
		{"From where it can be reached", graph.FieldAccess, func(d *draft, i int) string { return reports.PlaceWords(d.book, d.flows[i].Access) }, nil, ""},
		{"How it is kept safe", graph.FieldSecurity, func(d *draft, i int) string { return d.flows[i].Security }, nil, ""},
		{"Where it goes next", "", next, hasNext, ""},
		{"Status", graph.FieldStatus, func(d *draft, i int) string { return d.flows[i].Status.String() }, nil, ""},
	}
}

func scope() []fact {
	return []fact{
		{"Kinds of data", graph.FieldCategories, categories, nil, ""},
		{"Special-category data, as the register declares", graph.FieldSpecial, declared, nil, ""},
		{"Whose data it is", graph.FieldSubjects, func(d *draft, i int) string { return strings.Join(d.flows[i].Subjects, "\n") }, nil, ""},
		{"Country of the recipient", graph.FieldRecipientCountry, func(d *draft, i int) string { return reports.PlaceWords(d.book, d.m.Destination(&d.flows[i])) }, toOthers, graph.FieldCountry},
		{"How often", graph.FieldFrequency, func(d *draft, i int) string { return d.flows[i].Frequency.Text }, nil, ""},
		{"How long it is kept", graph.FieldRetention, func(d *draft, i int) string { return d.flows[i].Retention }, nil, ""},
	}
}

func context() []fact {
	return []fact{
		{"Consent", graph.FieldConsent, func(d *draft, i int) string { return consent(d.flows[i].Consent) }, nil, ""},
		{"Privacy notice", graph.FieldNotice, func(d *draft, i int) string { return evidence(d.flows[i].Notice) }, nil, ""},
		{"Owner", graph.FieldOwner, func(d *draft, i int) string { return d.flows[i].Owner }, nil, ""},
		{"Last reviewed", graph.FieldReviewed, func(d *draft, i int) string { return d.flows[i].Reviewed.Long() }, nil, ""},
		{"Notes", graph.FieldNotes, func(d *draft, i int) string { return d.flows[i].Notes }, func(d *draft, i int) bool { return d.flows[i].Notes != "" }, ""},
	}
}

func purposes() []fact {
	return []fact{{"Purpose", graph.FieldPurpose, func(d *draft, i int) string { return d.flows[i].Purpose }, nil, ""}}
}

func recipient(d *draft, i int) string {
	p := d.m.Party(d.flows[i].To)
	if p == nil {
		return d.flows[i].To
	}
	return wording.Phrase("\n", d.name(p.ID), before("legal entity: ", p.LegalEntity), before("part of: ", p.Parent), before("contact: ", p.Contact))
}

func kind(d *draft, i int) string { return string(d.m.KindOf(d.flows[i].To)) }

func isKnownKind(d *draft, i int) bool { return kind(d, i) != "" }

func toOthers(d *draft, i int) bool {
	f := &d.flows[i]
	return !f.IsOwnUse() && !d.m.ToSubject(f)
}

func categories(d *draft, i int) string {
	var out []string
	for _, c := range d.flows[i].Categories {
		out = add(out, category(c))
	}
	return strings.Join(out, "\n")
}

func declared(d *draft, i int) string {
	s := d.flows[i].Special
	text := wording.Phrase(": ", s.State.String(), strings.Join(s.Kinds, ", "))
	if s.State == graph.No && d.flows[i].Has(law.Special) {
		text += " (the words of the categories say otherwise)"
	}
	return text
}

// onward are the flows by which a flow's recipient passes data on.
func (d *draft) onward(i int) []int {
	f := &d.flows[i]
	var out []int
	if !toOthers(d, i) {
		return nil
	}
	for _, n := range d.m.From(f.To) {
		if next := &d.flows[n]; next.Status != graph.Ended && !next.IsOwnUse() && next.To != f.From {
			out = append(out, n)
		}
	}
	return out
}

func hasNext(d *draft, i int) bool { return len(d.onward(i)) > 0 }

func next(d *draft, i int) string {
	var out []string
	for _, n := range d.onward(i) {
		f := &d.flows[n]
		text := d.name(f.To)
		if place := reports.PlaceWords(d.book, d.m.Destination(f)); place != "" {
			text += " (" + place + ")"
		}
		out = add(out, wording.Phrase(": ", text, clip(f.Purpose, 80))+" – "+d.where(f.At))
	}
	return strings.Join(out, "\n")
}
