package importers

import (
	"slices"
	"strings"

	"dpmap/graph"
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
		if set.field == fieldLocation || set.field == fieldDPIANeed {
			take = r.cell // these are read into other fields
		}
		if v, at, ok := take(set.field); ok {
			set.read(r, f, v, at)
		}
	}
	r.marks(f)
}

// flowFields lists the columns of a flow in the order of the native workbook;
// those that complete another column come after it.
func flowFields() []flowField { return flowFieldTable }

var flowFieldTable = []flowField{
	{graph.FieldRef, texts(func(f *graph.Flow) *string { return &f.Ref })},
	{graph.FieldSenderCountry, places("sender country", func(f *graph.Flow) *graph.Place { return &f.SenderCountry })},
	{graph.FieldRecipientCountry, func(r *record, f *graph.Flow, v value, at graph.Ref) {
		saysNoTransfer(r, f, v, at)
		places("recipient country", func(f *graph.Flow) *graph.Place { return &f.RecipientCountry })(r, f, v, at)
	}},
	{graph.FieldPurpose, texts(func(f *graph.Flow) *string { return &f.Purpose })},
	{graph.FieldSubjects, func(r *record, f *graph.Flow, v value, at graph.Ref) { f.Subjects = subjects(v.text) }},
	{graph.FieldCategories, func(r *record, f *graph.Flow, v value, at graph.Ref) {
		f.Categories = r.t.categories(r.t.s.owner, v.text, at)
	}},
	{graph.FieldSpecial, func(r *record, f *graph.Flow, v value, at graph.Ref) {
		declared, doubts := parseSpecial(r.t.book, v.text)
		f.Special = declared
		r.t.problems.doubts(at, doubts)
	}},
	{graph.FieldBasis, func(r *record, f *graph.Flow, v value, at graph.Ref) {
		g, doubts := r.t.bases.read(v.text, func(s string) (grounds, []doubt) { return parseBasis(r.t.book, s) })
		r.t.problems.doubts(at, doubts)
		addGrounds(f, g, nil, at)
	}},
	{graph.FieldCondition, func(r *record, f *graph.Flow, v value, at graph.Ref) {
		r.conditions(f, v.text, at)
	}},
	{graph.FieldSchedule1, func(r *record, f *graph.Flow, v value, at graph.Ref) {
		g, doubts := parseSchedule1(r.t.book, v.text)
		r.t.problems.doubts(at, doubts)
		g.bases = nil
		addGrounds(f, g, nil, at)
	}},
	{graph.FieldConsent, func(r *record, f *graph.Flow, v value, at graph.Ref) {
		c, doubts := parseConsent(v.text)
		f.Consent = c
		r.t.problems.doubts(at, doubts)
	}},
	{graph.FieldRole, func(r *record, f *graph.Flow, v value, at graph.Ref) {
		role, doubts := r.t.roles.read(v.text, parseRole)
		f.Role, f.RoleText = role, v.text
		r.t.problems.doubts(at, doubts)
	}},
	{graph.FieldAgreement, func(r *record, f *graph.Flow, v value, at graph.Ref) {
		if !v.date.IsZero() {
			f.Agreement = graph.Agreement{State: graph.Yes, Signed: v.date, Text: v.text}
			return
		}
		a, doubts := r.t.agreements.read(v.text, parseAgreement)
		if a.Kind == 0 && a.State == graph.Yes {
			a.Kind = agreementIn(at.Heading)
		}
		if a.State == 0 && pointsAtContract(at.Heading, v.text) {
			a.State, a.Kind, doubts = graph.Yes, graph.OtherAgreement, nil
		}
		f.Agreement = a
		r.t.problems.doubts(at, doubts)
		r.roleBeside(f, v.text, at)
	}},
	{graph.FieldAgreementDate, func(r *record, f *graph.Flow, v value, at graph.Ref) {
		d := r.date(v, at).from
		if _, heard := agreementSaid(f.Agreement.Text); d.IsZero() || heard.remark == doubted {
			return
		}
		f.Agreement.Signed = d
		if f.Agreement.State == 0 && f.Agreement.Text == "" {
			f.Agreement.State = graph.Yes
		}
	}},
	{graph.FieldAgreementEnds, func(r *record, f *graph.Flow, v value, at graph.Ref) { f.Agreement.Ends = r.date(v, at).to }},
	{graph.FieldSafeguard, transferred},
	{graph.FieldSafeguardDate, func(r *record, f *graph.Flow, v value, at graph.Ref) { r.safeguardDate(f, r.date(v, at)) }},
	{graph.FieldRiskAssessment, assessments(func(f *graph.Flow) *graph.Evidence { return &f.RiskAssessment })},
	{graph.FieldHosting, places("hosting country", func(f *graph.Flow) *graph.Place { return &f.Hosting })},
	{graph.FieldAccess, places("access country", func(f *graph.Flow) *graph.Place { return &f.Access })},
	{graph.FieldMethod, texts(func(f *graph.Flow) *string { return &f.Method })},
	{graph.FieldSecurity, texts(func(f *graph.Flow) *string { return &f.Security })},
	{graph.FieldRetention, texts(func(f *graph.Flow) *string { return &f.Retention })},
	{graph.FieldFrequency, func(r *record, f *graph.Flow, v value, at graph.Ref) { f.Frequency = parseFrequency(v.text) }},
	{graph.FieldSystem, texts(func(f *graph.Flow) *string { return &f.System })},
	{fieldLocation, location},
	{fieldLeaves, leaves},
	{fieldStays, stays},
	{graph.FieldNotice, documents(func(f *graph.Flow) *graph.Evidence { return &f.Notice })},
	{graph.FieldDPIA, dueDocuments(func(f *graph.Flow) *graph.Evidence { return &f.DPIA })},
	{fieldDPIANeed, func(r *record, f *graph.Flow, v value, at graph.Ref) {
		if state, _ := parseState(v.text); state == graph.No && f.DPIA.Text == "" {
			f.DPIA = graph.Evidence{State: graph.NotApplicable, Text: v.text}
			r.readAt(graph.FieldDPIA, at)
		}
	}},
	{graph.FieldPolicy, dueDocuments(func(f *graph.Flow) *graph.Evidence { return &f.Policy })},
	{graph.FieldOwner, texts(func(f *graph.Flow) *string { return &f.Owner })},
	{graph.FieldReviewed, func(r *record, f *graph.Flow, v value, at graph.Ref) { f.Reviewed = r.date(v, at).from }},
	{graph.FieldStatus, func(r *record, f *graph.Flow, v value, at graph.Ref) {
		s, doubts := parseStatus(v.text)
		f.Status = s
		r.t.problems.doubts(at, doubts)
	}},
	{graph.FieldSource, texts(func(f *graph.Flow) *string { return &f.Source })},
	{graph.FieldNotes, func(r *record, f *graph.Flow, v value, at graph.Ref) {
		texts(func(f *graph.Flow) *string { return &f.Notes })(r, f, v, at)
		r.scopeOf(v.text, at)
	}},
}

// transferred reads how data goes abroad: the mechanism, and the country where
// it stands in the same cell.
func transferred(r *record, f *graph.Flow, v value, at graph.Ref) {
	saysNoTransfer(r, f, v, at)
	text := v.text
	if f.RecipientCountry.Text == "" {
		f.RecipientCountry, text = destination(r.t.book, v.text)
		if f.RecipientCountry.Text != "" {
			r.readAt(graph.FieldRecipientCountry, at)
		}
	}
	kept, doubts := r.t.safeguards.read(text, func(s string) ([]graph.Safeguard, []doubt) {
		return parseSafeguards(s, r.t.book.LaidMechanisms(), carriers(r.t.book))
	})
	found := slices.Clone(kept)
	r.scopeOf(v.text, at)
	for i := range found {
		found[i].At = at
	}
	f.Safeguards = found
	r.t.problems.doubts(at, doubts)
	if e, open := assessmentIn(text); e.Text != "" {
		f.RiskAssessment = e
		r.readAt(graph.FieldRiskAssessment, at)
		r.t.problems.doubts(at, open)
	}
}

// roleBeside takes the recipient's role from a cell that says why there is no
// agreement: "n/a, they're a controller".
func (r *record) roleBeside(f *graph.Flow, text string, at graph.Ref) {
	if f.Role != 0 || f.RoleText != "" || f.Agreement.State == graph.Yes || f.Agreement.State == 0 {
		return
	}
	if state, rest := parseState(text); state == graph.No {
		text = rest // the "no" is the agreement's
	}
	if role, _ := parseRole(text); role == graph.Controller || role == graph.JointController {
		f.Role, f.RoleText = role, text
		r.readAt(graph.FieldRole, at)
	}
}

// location reads where data is: a country or region is where it is hosted, any
// other answer is the system or the cabinet that holds it.
func location(r *record, f *graph.Flow, v value, at graph.Ref) {
	p, doubts := parsePlace(r.t.book, v.text)
	_, vague := words("open").whole(v.text)
	vague = vague || len(p.Open) > 0 && words("open").has(v.text) && words("placehedge").has(v.text) // "Google cloud - not sure where"
	switch {
	case f.Hosting.Text == "" && (len(p.Countries) > 0 || vague):
		f.Hosting = p
		r.t.problems.doubts(at, doubts)
		r.readAt(graph.FieldHosting, at)
	case isUnknown(v.text), isNotApplicable(v.text):
	case f.System == "":
		f.System = v.text
		r.readAt(graph.FieldSystem, at)
	default:
		f.Extra = append(f.Extra, graph.Extra{Heading: at.Heading, Value: v.text, At: at})
	}
}

// texts reads a column that is kept as written; words that mean "unknown" leave
// it blank.
func texts(to func(*graph.Flow) *string) func(*record, *graph.Flow, value, graph.Ref) {
	return func(r *record, f *graph.Flow, v value, at graph.Ref) {
		if !isUnknown(v.text) {
			*to(f) = v.text
		}
	}
}

func places(what string, to func(*graph.Flow) *graph.Place) func(*record, *graph.Flow, value, graph.Ref) {
	return func(r *record, f *graph.Flow, v value, at graph.Ref) {
		p, kept := r.t.located.read(v.text, func(s string) (graph.Place, []doubt) { return parsePlace(r.t.book, s) })
		doubts := slices.Clone(kept)
		*to(f) = p
		for i := range doubts {
			doubts[i].message = strings.Replace(doubts[i].message, "country \"", what+" \"", 1)
		}
		r.t.problems.doubts(at, doubts)
	}
}

func documents(to func(*graph.Flow) *graph.Evidence) func(*record, *graph.Flow, value, graph.Ref) {
	return func(r *record, f *graph.Flow, v value, at graph.Ref) {
		if !v.date.IsZero() {
			*to(f) = graph.Evidence{State: graph.Yes, Date: v.date, Text: v.text}
			return
		}
		e, doubts := r.t.documents.read(v.text, parseEvidence)
		*to(f) = e
		r.t.problems.doubts(at, doubts)
	}
}

// dueDocuments reads a column of documents that must be there.
func dueDocuments(to func(*graph.Flow) *graph.Evidence) func(*record, *graph.Flow, value, graph.Ref) {
	return evidences(to, parseDocument)
}

func assessments(to func(*graph.Flow) *graph.Evidence) func(*record, *graph.Flow, value, graph.Ref) {
	read := evidences(to, parseAssessment)
	return func(r *record, f *graph.Flow, v value, at graph.Ref) {
		r.readAt(graph.FieldRiskAssessment, at) // and not in the safeguard's cell
		read(r, f, v, at)
	}
}

func evidences(to func(*graph.Flow) *graph.Evidence, parse func(string) (graph.Evidence, []doubt)) func(*record, *graph.Flow, value, graph.Ref) {
	return func(r *record, f *graph.Flow, v value, at graph.Ref) {
		if !v.date.IsZero() {
			*to(f) = graph.Evidence{State: graph.Yes, Date: v.date, Text: v.text}
			return
		}
		e, doubts := parse(v.text)
		*to(f) = e
		r.t.problems.doubts(at, doubts)
	}
}

// safeguardDate dates the safeguards that have no date of their own.
func (r *record) safeguardDate(f *graph.Flow, d span) {
	for i := range f.Safeguards {
		s := &f.Safeguards[i]
		if !s.Date.IsZero() || s.ID == graph.SafeguardNone || s.ID == graph.SafeguardDoubtful {
			continue
		}
		s.Date = d.from
		if s.ID == "eu-scc-2021" && s.Date.Before(newClauses) {
			s.ID = "old-scc"
		}
	}
}

// subjects are the groups of people that a cell names.
func subjects(text string) []string {
	var out []string
	for _, item := range items(text) {
		for _, name := range commaItems(item) {
			if !isUnknown(name) && !isNotApplicable(name) {
				out = append(out, strings.TrimPrefix(name, "and "))
			}
		}
	}
	return out
}

// addGrounds adds what a cell states to a flow; covers are the categories it
// was stated for, nil for all.
func addGrounds(f *graph.Flow, g grounds, covers []string, at graph.Ref) {
	add := func(to []graph.Stated, from []provision) []graph.Stated {
		for _, p := range from {
			to = append(to, graph.Stated{ID: p.id, Text: p.text, Covers: covers, At: at})
		}
		return to
	}
	f.Bases = add(f.Bases, g.bases)
	f.Conditions = add(f.Conditions, g.conditions)
	f.Schedule1 = add(f.Schedule1, g.schedule1)
}

// categories reads a cell of data categories, by the file's own definitions
// where it has them.
func (r *reader) categories(owner *register, text string, at graph.Ref) []graph.Category {
	var out []graph.Category
	for _, c := range parseCategories(r.book, text, at) {
		for _, name := range owner.split(c.Name) {
			out = append(out, owner.defined(category(r.book, name, at)))
		}
	}
	return out
}
