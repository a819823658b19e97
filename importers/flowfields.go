package importers

import (
	"dpmap/graph"
	"dpmap/importers/cell"
	"dpmap/importers/column"
	"dpmap/importers/words"
)

// flowField is how one column of a flow is read. The cell is never blank.
type flowField struct {
	field graph.Field
	read  func(r *record, f *graph.Flow, v value, at graph.Ref)
}

// fill reads a row's cells into a flow.
func (r *record) fill(f *graph.Flow, fields []flowField) {
	for _, set := range fields {
		take := r.take
		if set.field == column.FieldLocation || set.field == fieldDPIANeed || set.field == column.FieldJoint {
			take = r.cell // these are read into other fields
		}
		if v, at, ok := take(set.field); ok {
			set.read(r, f, v, at)
		}
		for _, i := range r.t.also[set.field] {
			if v, at, ok := r.cellOf(r.t.cols[i]); ok {
				set.read(r, f, v, at)
			}
		}
	}
	r.marks(f)
}

func hostingOf(f *graph.Flow) *graph.Place { return &f.Hosting }

func assessmentOf(f *graph.Flow) *graph.Evidence { return &f.RiskAssessment }

func noticeOf(f *graph.Flow) *graph.Evidence { return &f.Notice }

func dpiaOf(f *graph.Flow) *graph.Evidence { return &f.DPIA }

// flowFields lists the columns of a flow in the order of the native workbook;
// those that complete another column come after it.
func flowFields() []flowField { return flowFieldTable }

var flowFieldTable = []flowField{
	{graph.FieldRef, texts(func(f *graph.Flow) *string { return &f.Ref })},
	{graph.FieldSenderCountry, places("sender country", func(f *graph.Flow) *graph.Place { return &f.SenderCountry })},
	{graph.FieldRecipientCountry, country},
	{graph.FieldPurpose, texts(func(f *graph.Flow) *string { return &f.Purpose })},
	{graph.FieldSubjects, func(r *record, f *graph.Flow, v value, at graph.Ref) { f.Subjects = cell.Subjects(v.text) }},
	{graph.FieldCategories, func(r *record, f *graph.Flow, v value, at graph.Ref) {
		f.Categories = r.t.categories(r.t.s.owner, v.text, at)
	}},
	{column.Also(graph.FieldSubjects), alsoSubjects},
	{column.Also(graph.FieldCategories), alsoCategories},
	{graph.FieldSpecial, func(r *record, f *graph.Flow, v value, at graph.Ref) {
		declared, doubts := cell.ParseSpecial(r.t.book, v.text)
		f.Special = declared
		r.t.problems.doubts(at, doubts)
	}},
	{column.Also(graph.FieldSpecial), alsoSpecial},
	{graph.FieldBasis, func(r *record, f *graph.Flow, v value, at graph.Ref) {
		g, doubts := r.t.bases.read(v.text, func(s string) (cell.Grounds, []cell.Doubt) { return cell.ParseBasis(r.t.book, s) })
		r.t.problems.doubts(at, doubts)
		addGrounds(f, g, nil, at)
	}},
	{column.Also(graph.FieldBasis), alsoBasis},
	{graph.FieldCondition, func(r *record, f *graph.Flow, v value, at graph.Ref) {
		r.conditions(f, v.text, at)
	}},
	{graph.FieldSchedule1, func(r *record, f *graph.Flow, v value, at graph.Ref) {
		g, doubts := cell.ParseSchedule1(r.t.book, v.text)
		r.t.problems.doubts(at, doubts)
		g.Bases = nil
		addGrounds(f, g, nil, at)
		deniedPolicy(r, f, v, at)
	}},
	{graph.FieldConsent, func(r *record, f *graph.Flow, v value, at graph.Ref) {
		c, doubts := r.t.consents.read(v.text, cell.ParseConsent)
		why := aboutAnother(f, v.text)
		if why == "" && c.State == graph.Yes {
			why = askedOfAnother(f, at.Heading)
		}
		if why != "" && c.State != graph.No {
			c = graph.Consent{Text: v.text}
			doubts = []cell.Doubt{{Message: "consent " + words.Quote(v.text) + " " + why + ", so it is not counted", Fix: "record the consent of the pupil or parent to this use of the data, with how and when it was given, or None"}}
		}
		f.Consent = c
		r.t.problems.doubts(at, doubts)
	}},
	{column.Also(graph.FieldConsent), alsoConsent},
	{graph.FieldRole, func(r *record, f *graph.Flow, v value, at graph.Ref) {
		role, doubts := r.t.roles.under(at.Heading, v.text, cell.ParseTheirs)
		f.Role, f.RoleText = role, v.text
		r.t.problems.doubts(at, doubts)
	}},
	{column.FieldJoint, jointAnswer},
	{graph.FieldAgreement, func(r *record, f *graph.Flow, v value, at graph.Ref) {
		if !v.date.IsZero() {
			f.Agreement = graph.Agreement{State: graph.Yes, Signed: v.date, Text: v.text}
			return
		}
		a, doubts := r.t.agreements.under(at.Heading, v.text, cell.AgreementUnder)
		f.Agreement = a
		r.t.problems.doubts(at, doubts)
		r.roleBeside(f, v.text, at)
		r.toolsBeside(f, v.text, at)
	}},
	{graph.FieldAgreementDate, func(r *record, f *graph.Flow, v value, at graph.Ref) {
		if r.unsignedYet(f, v, at) {
			return
		}
		d := r.date(v, at).From
		if datable, _ := r.t.datable.read(f.Agreement.Text, cell.IsDatable); d.IsZero() || !datable {
			return
		}
		if f.Agreement.State == 0 && f.Agreement.Text == "" && !saysSigned.MatchString(words.Fold(at.Heading)) {
			f.Extra = append(f.Extra, graph.Extra{Heading: at.Heading, Value: v.text, At: at}) // "Start date" is no agreement
			return
		}
		f.Agreement.Signed = d
		if f.Agreement.State == 0 && f.Agreement.Text == "" {
			f.Agreement.State = graph.Yes
		}
	}},
	{graph.FieldAgreementEnds, func(r *record, f *graph.Flow, v value, at graph.Ref) {
		switch _, endless := words.List("endless").Whole(v.text); {
		case endless:
			return
		case v.date.IsZero() && !hasDigit(v.text) && cell.RemarkOn(v.text).Remark == cell.Ended:
			f.Agreement.State = graph.No // "expired", whatever the day
			return
		}
		f.Agreement.Ends = r.lastDay(v, at)
	}},
	{column.Also(graph.FieldAgreement), alsoAgreement},
	{column.Also(graph.FieldAgreementEnds), alsoEnds},
	{column.FieldLacking, lacking},
	{column.FieldHere, here},
	{column.FieldAnyData, func(*record, *graph.Flow, value, graph.Ref) {}}, // its no makes no flow; its yes says nothing more
	{graph.FieldSafeguard, transferred},
	{graph.FieldSafeguardDate, func(r *record, f *graph.Flow, v value, at graph.Ref) { r.safeguardDate(f, v, at) }},
	{graph.FieldRiskAssessment, assessments(assessmentOf)},
	{column.Also(graph.FieldRiskAssessment), alsoEvidence(graph.FieldRiskAssessment, assessmentOf, cell.ParseAssessment)},
	{graph.FieldHosting, hosted},
	{graph.FieldAccess, places("access country", func(f *graph.Flow) *graph.Place { return &f.Access })},
	{graph.FieldMethod, texts(func(f *graph.Flow) *string { return &f.Method })},
	{graph.FieldSecurity, texts(func(f *graph.Flow) *string { return &f.Security })},
	{graph.FieldRetention, texts(func(f *graph.Flow) *string { return &f.Retention })},
	{graph.FieldFrequency, func(r *record, f *graph.Flow, v value, at graph.Ref) { f.Frequency = cell.ParseFrequency(v.text) }},
	{graph.FieldSystem, texts(func(f *graph.Flow) *string { return &f.System })},
	{column.FieldLocation, location},
	{column.FieldLeaves, leaves},
	{column.FieldStays, stays},
	{column.Also(graph.FieldRecipientCountry), alsoPlace(graph.FieldRecipientCountry, func(f *graph.Flow) *graph.Place { return &f.RecipientCountry })},
	{column.Also(graph.FieldHosting), alsoPlace(graph.FieldHosting, hostingOf)},
	{column.Also(graph.FieldAccess), alsoPlace(graph.FieldAccess, func(f *graph.Flow) *graph.Place { return &f.Access })},
	{column.FieldElsewhere, goesElsewhere},
	{column.FieldSubProcessors, goesElsewhere},
	{column.FieldSubPlaces, subPlaces},
	{graph.FieldNotice, documents(noticeOf)},
	{column.Also(graph.FieldNotice), alsoEvidence(graph.FieldNotice, noticeOf, cell.ParseEvidence)},
	{graph.FieldDPIA, dueDocuments(dpiaOf)},
	{column.Also(graph.FieldDPIA), alsoEvidence(graph.FieldDPIA, dpiaOf, cell.ParseDocument)},
	{fieldDPIANeed, func(r *record, f *graph.Flow, v value, at graph.Ref) {
		if state, _ := cell.ParseState(v.text); state == graph.No && f.DPIA.Text == "" {
			f.DPIA = graph.Evidence{State: graph.NotApplicable, Text: v.text}
			r.readAt(graph.FieldDPIA, at)
		}
	}},
	{graph.FieldPolicy, policies},
	{graph.FieldOwner, texts(func(f *graph.Flow) *string { return &f.Owner })},
	{graph.FieldReviewed, reviewed},
	{graph.FieldStatus, status},
	{graph.FieldSource, texts(func(f *graph.Flow) *string { return &f.Source })},
	{graph.FieldNotes, func(r *record, f *graph.Flow, v value, at graph.Ref) {
		texts(func(f *graph.Flow) *string { return &f.Notes })(r, f, v, at)
		r.scopeOf(v.text, at)
		r.notesAgainst(f, v, at)
	}},
}
