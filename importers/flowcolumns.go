package importers

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/importers/cell"
	"dpmap/importers/column"
	"dpmap/importers/words"
)

// transferred reads how data goes abroad: the mechanism, and the country where
// it stands in the same cell.
func transferred(r *record, f *graph.Flow, v value, at graph.Ref) {
	saysNoTransfer(r, f, v, at)
	text := underMechanism(at.Heading, v.text)
	if _, mapped := r.t.byField[graph.FieldRecipientCountry]; f.RecipientCountry.Text == "" && (!mapped || column.AsksAbroad(at.Heading)) {
		to, _ := r.t.abroad.under(at.Heading, v.text, func(heading, text string) (destined, []cell.Doubt) {
			return destinationUnder(r.t.book, heading, text), nil
		})
		if text = to.rest; to.named {
			f.RecipientCountry = to.place
		}
		if f.RecipientCountry.Text != "" {
			r.readAt(graph.FieldRecipientCountry, at)
		} else if column.AsksAbroad(at.Heading) {
			r.seatsAbroad(f, v.text, at)
		}
	}
	found, doubts := r.t.safeguardsIn(text, at)
	r.scopeOf(v.text, at)
	f.Safeguards = found
	r.t.problems.doubts(at, doubts)
	if e, open := r.t.assessed.read(text, cell.AssessmentIn); e.Text != "" {
		f.RiskAssessment = e
		r.readAt(graph.FieldRiskAssessment, at)
		r.t.problems.doubts(at, open)
	}
}

// underMechanism is what a yes says under a heading that names one mechanism and
// asks whether it is there: "Yes" under "IDTA in place?" is the IDTA. Any other
// cell is what it says.
func underMechanism(heading, text string) string {
	if bareAddendum.MatchString(text) && besideIDTA.MatchString(heading) {
		return "UK " + text
	}
	state, rest := cell.ParseState(text)
	if state != graph.Yes || !inPlaceHeading.MatchString(heading) {
		return text
	}
	named := cell.NamedIn(heading, nil, nil)
	if len(named) != 1 || cell.NamedIn(rest, nil, nil) != nil {
		return text
	}
	return strings.TrimSpace(heading[named[0].From:named[0].To] + " " + rest)
}

var (
	// bareAddendum is the Addendum beneath a heading that offers it beside the IDTA.
	bareAddendum = words.Regexp(`^addendum( (signed|dated|in place|of|from)?\s*[\d/. -]*)?$`)
	besideIDTA   = words.Regexp(`\bidta\b.*\baddendum\b|\baddendum\b.*\bidta\b`)
)

var inPlaceHeading = words.Regexp(`\b(signed|in place|agreed|held|completed|executed)( (y/n|yes/no|\(y/n\)))?\s*\??\s*$`)

// safeguardsIn are the mechanisms that a cell's text names.
func (r *reader) safeguardsIn(text string, at graph.Ref) ([]graph.Safeguard, []cell.Doubt) {
	kept, doubts := r.safeguards.read(text, func(s string) ([]graph.Safeguard, []cell.Doubt) {
		return cell.ParseSafeguards(s, r.book.LaidMechanisms(), cell.Carriers(r.book))
	})
	found := slices.Clone(kept)
	for i := range found {
		found[i].At = at
	}
	return found, doubts
}

// toolsBeside takes the mechanisms of a transfer that a cell about an agreement names
// as in place, where the row has no cell for them: "DPA with the UK Addendum".
func (r *record) toolsBeside(f *graph.Flow, text string, at graph.Ref) {
	if _, _, has := r.cell(graph.FieldSafeguard); has || f.Agreement.State != graph.Yes || len(f.Safeguards) > 0 || cell.NamedIn(text, nil, nil) == nil {
		return
	}
	found, doubts := r.t.safeguardsIn(text, at)
	if doubts != nil {
		return
	}
	for _, s := range found {
		switch s.ID {
		case graph.SafeguardNone, graph.SafeguardOther, graph.SafeguardDoubtful:
		default:
			f.Safeguards = append(f.Safeguards, s)
			r.readAt(graph.FieldSafeguard, at)
		}
	}
}

// roleBeside takes the recipient's role from a cell that says why there is no
// agreement: "n/a, they're a controller".
func (r *record) roleBeside(f *graph.Flow, text string, at graph.Ref) {
	if f.Role != 0 || f.RoleText != "" || f.Agreement.State == graph.Yes || f.Agreement.State == 0 {
		return
	}
	if state, rest := cell.ParseState(text); state == graph.No {
		text = rest // the "no" is the agreement's
	}
	text = strings.Trim(unneededFirst.ReplaceAllString(text, ""), " ()[]")
	if role, _ := cell.ParseRole(text); role == graph.Controller || role == graph.JointController {
		f.Role, f.RoleText = role, text
		f.Implied = append(f.Implied, graph.Implied{Field: graph.FieldRole, Value: role.String(), Why: words.Quote(at.Value) + " in " + at.Cell()})
		r.readAt(graph.FieldRole, at)
	}
}

// unneededFirst is what a cell says of the agreement before it says why: "not
// required (own controller)".
var unneededFirst = words.Regexp(`^(not (a )?(needed|required|necessary|applicable)|n/a|none (needed|required)|no \w+ (needed|required)|exempt)\b[\s,.:;–—-]*(as|because|since)?`)

// location reads where data is: a country or region is where it is hosted, any
// other answer is the system or the cabinet that holds it.
func location(r *record, f *graph.Flow, v value, at graph.Ref) {
	p, doubts := r.t.located.read(v.text, func(s string) (graph.Place, []cell.Doubt) { return cell.ParsePlace(r.t.book, s) })
	_, vague := words.List("open").Whole(v.text)
	vague = vague || len(p.Open) > 0 && words.List("open").Has(v.text) && words.List("placehedge").Has(v.text) // "Google cloud - not sure where"
	switch {
	case f.Hosting.Text == "" && (len(p.Countries) > 0 || vague):
		f.Hosting = p
		r.t.problems.doubts(at, doubts)
		r.readAt(graph.FieldHosting, at)
	case len(p.Countries) > 0:
		alsoPlace(graph.FieldHosting, hostingOf)(r, f, v, at)
		f.Extra = append(f.Extra, graph.Extra{Heading: at.Heading, Value: v.text, At: at})
	case cell.IsUnknown(v.text), cell.IsNotApplicable(v.text):
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
		if !cell.IsUnknown(v.text) {
			*to(f) = v.text
		}
	}
}

func places(what string, to func(*graph.Flow) *graph.Place) func(*record, *graph.Flow, value, graph.Ref) {
	return func(r *record, f *graph.Flow, v value, at graph.Ref) {
		p, kept := r.t.located.read(v.text, func(s string) (graph.Place, []cell.Doubt) { return cell.ParsePlace(r.t.book, s) })
		doubts := slices.Clone(kept)
		*to(f) = p
		for i := range doubts {
			doubts[i].Message = strings.Replace(doubts[i].Message, "country \"", what+" \"", 1)
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
		e, doubts := r.t.documents.read(v.text, cell.ParseEvidence)
		*to(f) = e
		r.t.problems.doubts(at, doubts)
	}
}

// dueDocuments reads a column of documents that must be there.
func dueDocuments(to func(*graph.Flow) *graph.Evidence) func(*record, *graph.Flow, value, graph.Ref) {
	read := evidences(to, cell.ParseDocument)
	return func(r *record, f *graph.Flow, v value, at graph.Ref) {
		read(r, f, v, at)
		if to(f).State == graph.Yes && !to(f).Date.IsZero() && reviewHeading.MatchString(at.Heading) {
			r.t.assume("A day in the column " + words.Quote(at.Heading) + " is taken to say that there is such a document to review; a column that says whether it is done is certain")
		}
	}
}

var reviewHeading = words.Regexp(`\breview`)

func assessments(to func(*graph.Flow) *graph.Evidence) func(*record, *graph.Flow, value, graph.Ref) {
	read := evidences(to, cell.ParseAssessment)
	return func(r *record, f *graph.Flow, v value, at graph.Ref) {
		r.readAt(graph.FieldRiskAssessment, at) // and not in the safeguard's cell
		read(r, f, v, at)
	}
}

func evidences(to func(*graph.Flow) *graph.Evidence, parse func(string) (graph.Evidence, []cell.Doubt)) func(*record, *graph.Flow, value, graph.Ref) {
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

// addGrounds adds what a cell states to a flow; covers are the categories it
// was stated for, nil for all.
func addGrounds(f *graph.Flow, g cell.Grounds, covers []string, at graph.Ref) {
	add := func(to []graph.Stated, from []cell.Provision) []graph.Stated {
		for _, p := range from {
			to = append(to, graph.Stated{ID: p.ID, Text: p.Text, Covers: covers, At: at})
		}
		return to
	}
	f.Bases = add(f.Bases, g.Bases)
	f.Conditions = add(f.Conditions, g.Conditions)
	f.Schedule1 = add(f.Schedule1, g.Schedule1)
}

// categories reads a cell of data categories, by the file's own definitions
// where it has them.
func (r *reader) categories(owner *register, text string, at graph.Ref) []graph.Category {
	var out []graph.Category
	named, _ := r.listed.read(text, func(s string) ([]graph.Category, []cell.Doubt) {
		return cell.ParseCategories(r.book, s, graph.Ref{}), nil
	})
	for _, c := range named {
		for _, name := range owner.split(c.Name) {
			kind, _ := r.kinds.read(name, func(s string) (graph.Category, []cell.Doubt) { return cell.Category(r.book, s, graph.Ref{}), nil })
			kind.At = at
			out = append(out, owner.defined(kind))
		}
	}
	return out
}
