package importers

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/importers/cell"
	"dpmap/importers/column"
	"dpmap/importers/words"
)

// stays reads such a column: yes is hosting in the UK, no is hosting nobody
// knows where. Neither says where the recipient is.
func stays(r *record, f *graph.Flow, v value, at graph.Ref) {
	state, rest := cell.ParseState(v.text)
	if state != graph.Yes && state != graph.No {
		return
	}
	said := saidUnder(at, v)
	switch {
	case f.Hosting.Text != "" && state == graph.No && len(f.Hosting.Open) == 0:
		f.Hosting = alsoIn(f.Hosting, nil, []string{said}, said)
		return
	case f.Hosting.Text != "":
		return
	case rest != "":
		f.Hosting, _ = cell.ParsePlace(r.t.book, rest)
	case state == graph.Yes:
		f.Hosting = graph.Place{Countries: []string{"GB"}, Text: said}
	}
	if f.Hosting.IsBlank() {
		f.Hosting = graph.Place{Open: []string{said}, Text: said}
	}
	r.readAt(graph.FieldHosting, at)
}

// saidUnder is an answer with the heading that asked for it: "Leaves the UK: Y".
func saidUnder(at graph.Ref, v value) string {
	return strings.TrimRight(at.Heading, "? ") + ": " + v.text
}

// saysNoTransfer keeps the cell that says that nothing goes abroad: "No", "None",
// "N/A", "No - UK only". What adds a doubt or another country says no such thing.
func saysNoTransfer(r *record, f *graph.Flow, v value, at graph.Ref) {
	state, rest := cell.ParseState(v.text)
	if f.NoTransfer.Text == "" && noneDue.MatchString(words.Fold(v.text)) && r.isHostedHere() {
		f.NoTransfer = graph.Value{Text: v.text, At: at}
		return
	}
	if f.NoTransfer.Text != "" || state != graph.No && state != graph.NotApplicable || !column.AsksAbroad(at.Heading) && !(transfersOnly.MatchString(words.Fold(at.Heading)) && r.isHostedHere()) {
		return
	}
	if !cell.OnlyHere(rest) {
		if asksWhether(r, at) {
			r.t.problems.warn(at, words.Quote(v.text)+" says no of transfers abroad and then more, so it is not taken for a plain no", "write the countries in columns Recipient country, Hosting country and Access countries")
		}
		return
	}
	f.NoTransfer = graph.Value{Text: v.text, At: at}
}

// noneDue finds the cells that say that a transfer, or a safeguard for one, is not
// called for: "None required". Beside hosting in the UK that is to say that
// nothing goes abroad; elsewhere it may be a safeguard that somebody did without.
var noneDue = words.Regexp(`^(none|not|no transfers?|no safeguards?|nothing)( is| are)? (required|needed|necessary|due)( (as|since|because) (all |data )?(is |stays )?(in |within )?(the )?uk( only| based)?)?$|^uk (only |based )?(none|not) (required|needed|necessary)$`)

// transfersOnly finds the headings that name transfers and do not say to where.
var transfersOnly = words.Regexp(`^(data |personal data )?transfers?( made)?( y n)?$`)

// isHostedHere reports whether a row's own cell of hosting says the UK and nothing
// else.
func (r *record) isHostedHere() bool {
	v, _, ok := r.cell(graph.FieldHosting)
	if !ok {
		return false
	}
	p, doubts := cell.ParsePlace(r.t.book, v.text)
	return len(doubts) == 0 && len(p.Open) == 0 && len(p.Countries) == 1 && p.Countries[0] == "GB"
}

// asksWhether reports whether a cell stands in a column of yes and no.
func asksWhether(r *record, at graph.Ref) bool {
	i, ok := r.t.byCol[at.Col]
	return ok && r.t.cols[i].Field == column.FieldLeaves
}

// leaves reads a column that asks whether data goes abroad: what stands behind
// its yes is read as a cell of safeguards is, unless the row has one.
func leaves(r *record, f *graph.Flow, v value, at graph.Ref) {
	if cell.OnlyHere(v.text) {
		f.NoTransfer = graph.Value{Text: v.text, At: at}
		return
	}
	saysNoTransfer(r, f, v, at)
	state, rest := cell.ParseState(v.text)
	_, _, has := r.cell(graph.FieldSafeguard)
	_, names := column.PlacesAbroad(r.t.book, v.text)
	switch {
	case cell.IsUnknown(v.text):
		if strings.Trim(v.text, " -–—._/") != "" && !f.RecipientCountry.IsBlank() {
			leavesFor(r, f, v, at) // somebody asked, and does not know
		}
		return
	case has && f.NoTransfer.Text != "":
		return
	case state == graph.Yes && rest == "":
	case has:
		f.Extra = append(f.Extra, graph.Extra{Heading: at.Heading, Value: v.text, At: at})
	case names && f.RecipientCountry.Text != "" && cell.NamedIn(v.text, nil, cell.Carriers(r.t.book)) == nil:
	default:
		transferred(r, f, v, at)
	}
	if f.NoTransfer.Text == "" && (state != graph.No || names && !f.RecipientCountry.IsBlank()) {
		leavesFor(r, f, v, at)
	}
}

// leavesFor keeps that data leaves the UK, or may, where nothing else in the row
// says to which country: what says that all is in the UK (GB) is then not all
// there is.
func leavesFor(r *record, f *graph.Flow, v value, at graph.Ref) {
	said := saidUnder(at, v)
	abroad := func(p graph.Place) bool {
		return len(p.Open) > 0 || slices.ContainsFunc(p.Countries, func(c string) bool { return c != "GB" })
	}
	there, _ := destination(r.t.book, v.text)
	switch {
	case f.RecipientCountry.IsBlank() && abroad(there):
		f.RecipientCountry = there
		f.RecipientCountry.Text = v.text
		r.readAt(graph.FieldRecipientCountry, at)
	case f.RecipientCountry.IsBlank():
		f.RecipientCountry = graph.Place{Open: []string{v.text}, Text: said}
	case abroad(there) && f.RecipientCountry.Text != v.text:
		f.Access = alsoIn(f.Access, there.Countries, nil, said)
		r.readAt(graph.FieldAccess, at)
	case !abroad(f.RecipientCountry) && !abroad(f.Hosting) && !abroad(f.Access) && f.RecipientCountry.Text != v.text:
		f.Access = alsoIn(f.Access, nil, []string{said}, said)
		r.readAt(graph.FieldAccess, at)
	}
}

// alsoIn adds to a place what another cell says of it.
func alsoIn(p graph.Place, countries, open []string, said string) graph.Place {
	for _, c := range countries {
		if !slices.Contains(p.Countries, c) {
			p.Countries = append(slices.Clip(p.Countries), c)
		}
	}
	p.Open = append(slices.Clip(p.Open), open...)
	p.Text = strings.TrimPrefix(p.Text+"; "+said, "; ")
	return p
}
