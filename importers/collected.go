package importers

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/importers/cell"
	"dpmap/importers/column"
	"dpmap/importers/words"
)

// withJoint are the joint controllers that a row names in a column of their own.
func (r *record) withJoint(f graph.Flow, from []int) []draft {
	v, at, ok := r.cell(column.FieldJoint)
	if !ok || cell.IsUnknown(v.text) || cell.IsNotApplicable(v.text) {
		return nil
	}
	if state, _ := cell.ParseState(v.text); state != 0 {
		return nil // an answer, and no name
	}
	var out []draft
	for _, item := range strings.Split(v.text, ";") {
		name, contact := nameAndContact(strings.TrimSpace(item))
		if words.Fold(name) == "" {
			continue
		}
		party := r.t.parties.meet(name, at)
		keepFirst(&r.t.parties.parties[party].Contact, contact)
		joint := ofData(f)
		joint.Role, joint.RoleText = graph.JointController, at.Heading
		joint.Reads = append(joint.Reads, graph.Read{Field: graph.FieldTo, At: at}, graph.Read{Field: graph.FieldRole, At: at})
		for _, sender := range from {
			if sender != party {
				out = append(out, draft{Flow: clone(joint), from: sender, to: party, owner: r.t.s.owner, row: r.key()})
			}
		}
	}
	return out
}

// jointAnswer hears a yes in a column about joint controllers: it is said of the
// recipient, unless its role is recorded.
func jointAnswer(r *record, f *graph.Flow, v value, at graph.Ref) {
	if state, _ := cell.ParseState(v.text); state != graph.Yes || f.Role == graph.JointController {
		return
	}
	said := saidUnder(at, v)
	if f.RoleText != "" {
		r.t.problems.warn(at, words.Quote(said)+" goes against the role "+words.Quote(f.RoleText)+", which is kept", "mend the one that is wrong")
		return
	}
	f.Role, f.RoleText = graph.JointController, said
	r.readAt(graph.FieldRole, at)
}

// collection are the flows from those who give the data to the controller.
func (r *record) collection(f graph.Flow, to []int) []draft {
	v, at, ok := r.cell(column.FieldCollected)
	if !ok || cell.IsUnknown(v.text) || cell.IsNotApplicable(v.text) {
		return nil
	}
	var out []draft
	for _, from := range r.givers(v.text, at) {
		in := ofData(f)
		in.Reads = append(in.Reads, graph.Read{Field: graph.FieldFrom, At: at})
		for _, recipient := range to {
			if recipient != from {
				out = append(out, draft{Flow: clone(in), from: from, to: recipient, owner: r.t.s.owner, row: r.key()})
			}
		}
	}
	return out
}

// givers are the parties that a cell says data comes from: names and groups of
// people, alone or within a sentence.
func (r *record) givers(text string, at graph.Ref) []int {
	var out []int
	add := func(name string) {
		if i := r.t.parties.meet(name, at); !slices.Contains(out, i) {
			out = append(out, i)
		}
	}
	for _, item := range words.Items(text) {
		if head, rest := cell.NameAt(item); rest != "" && len(strings.Fields(head)) > 4 {
			item = head // what follows are examples, and whether they gave it nobody says
		}
		for _, name := range words.CommaItems(item) {
			name = strings.TrimPrefix(name, "and ")
			switch {
			case cell.IsUnknown(name) || cell.IsOwnWord(name):
			case madeHere.MatchString(name):
				r.t.problems.tell(at, words.Quote(name)+" is taken for data that your own systems make, so no flow is made of it", "name who gives the data, such as Parents or Previous school")
			case len(strings.Fields(name)) <= 4:
				add(name)
			default:
				r.giversWithin(name, at, add)
			}
		}
	}
	return out
}

var (
	// madeHere finds sources that are the controller's own systems and nobody who
	// gives data: "System-generated", "Derived from the marks".
	madeHere = words.Regexp(`\b(system|auto(matically)?|computer|machine|server|app|application)[- ](generated|created|logged|recorded|collected|captured)\b|^(auto(matic(ally)?)?|self[- ]?registration|derived|calculated|computed|aggregated|generated|created) \S|^(automatic(ally)?|generated|derived|calculated|computed|aggregated)$|^(our |the |internal )*(systems?|database|application|logs?|records?|spreadsheets?)( records?| logs?| data| itself)?$`)
	// ownStaff are people who put data in as their work, where it is not about them.
	ownStaff = words.Regexp(`^(all )?(staff|teachers?|employees?|workforce|admin(istrators)?|governors?|tutors?)$`)
)

// isAbout reports whether the row's data is about people of a name.
func (r *record) isAbout(people string) bool {
	v, _, ok := r.cell(graph.FieldSubjects)
	return !ok || words.Contains(words.Fold(v.text), words.Fold(people))
}

func (r *record) giversWithin(text string, at graph.Ref, add func(string)) {
	ts := tokens(text)
	found := false
	for i := 0; i < len(ts); {
		if n := phraseAt(words.List("subject"), ts, i); n > 0 {
			if i > 0 && words.Fold(ts[i-1].word) == "another" {
				i += n // somebody, and nobody says who
				continue
			}
			if said := text[ts[i].start:ts[i+n-1].end]; !ownStaff.MatchString(said) || r.isAbout(said) {
				add(said) // else one's own people at work
			}
			found = true
			i += n
			continue
		}
		if m, ok := r.t.nameAt(text, ts, i); ok && !m.body.Generic {
			add(m.name)
			found = true
			i = m.to
			continue
		}
		i++
	}
	if !found {
		r.t.problems.warn(at, "the source "+words.Quote(text)+" names nobody that is known, so no flow is made of it", "name who gives the data, such as Parents or Previous school")
	}
}

// ofData is a flow with what is so of the data whoever gets it, and nothing of
// the row's recipient.
func ofData(f graph.Flow) graph.Flow {
	f = clone(f)
	f.RecipientCountry, f.Hosting, f.Access = graph.Place{}, graph.Place{}, graph.Place{}
	f.Role, f.RoleText, f.Agreement = 0, "", graph.Agreement{}
	f.Safeguards, f.RiskAssessment = nil, graph.Evidence{}
	about := []graph.Field{
		graph.FieldTo, graph.FieldFrom, graph.FieldRecipientCountry, graph.FieldHosting, graph.FieldAccess, graph.FieldRole, graph.FieldAgreement,
		graph.FieldAgreementDate, graph.FieldAgreementEnds, graph.FieldSafeguard, graph.FieldSafeguardDate, graph.FieldRiskAssessment,
	}
	f.Reads = slices.DeleteFunc(f.Reads, func(r graph.Read) bool { return slices.Contains(about, r.Field) })
	return f
}
