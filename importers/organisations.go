package importers

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/importers/cell"
	"dpmap/importers/words"
)

// partyRows reads a sheet of organisations, one a row.
func partyRows(t *tableReader) func(*record) outcome {
	return func(r *record) outcome {
		if r.isTotal() || r.isExample() {
			return other
		}
		name, at, ok := r.cell(graph.FieldName)
		if !ok || cell.IsUnknown(name.text) {
			if n, _ := r.line.ownCells(); n == 1 {
				return other
			}
			t.problems.reject(at, "the row names no organisation", "fill in "+words.Quote(at.Heading)+" or empty the row")
			return rejected
		}
		if n, only := r.line.ownCells(); n == 1 && len(strings.Fields(only.text)) > 12 {
			t.keepNote(r)
			return other
		}
		r.party(name.text, at)
		return gaveParty
	}
}

// party reads a row into the party of that name. What an earlier row recorded
// stays; a country that contradicts it is a problem.
func (r *record) party(name string, at graph.Ref) {
	g := r.t.parties
	i, met := g.called(name)
	if !met {
		i = g.add(name, at)
	}
	g.entered[i] = true
	r.take(graph.FieldName)
	p := &g.parties[i]
	for _, set := range partyFields {
		v, where, ok := r.cell(set.field)
		if where.Row == 0 {
			continue
		}
		if _, had := p.Reads.At(set.field); !had || ok {
			r.reads = append(r.reads, graph.Read{Field: set.field, At: where})
		}
		if ok {
			set.read(r, p, v, where)
		}
	}
	p.Reads = append(p.Reads, r.reads...)
	p.Implied = append(p.Implied, r.implied...)
	p.Extra = append(p.Extra, r.extras()...)
	for _, alias := range p.Aliases {
		g.index(i, alias)
	}
}

// keepFirst sets a text that no earlier row recorded.
func keepFirst(to *string, text string) {
	if *to == "" && !cell.IsUnknown(text) {
		*to = text
	}
}

// partyFields is how each column of an organisation is read.
var partyFields = []struct {
	field graph.Field
	read  func(r *record, p *graph.Party, v value, at graph.Ref)
}{
	{graph.FieldAliases, func(r *record, p *graph.Party, v value, at graph.Ref) {
		for _, item := range words.Items(v.text) {
			for _, alias := range aliasNames(item) {
				if !slices.Contains(p.Aliases, alias) && cell.NameKey(alias) != cell.NameKey(p.Name) {
					p.Aliases = append(p.Aliases, alias)
				}
			}
		}
	}},
	{graph.FieldKind, func(r *record, p *graph.Party, v value, at graph.Ref) {
		kind, ok := cell.ParseKind(v.text)
		if !ok {
			r.t.problems.warn(at, "kind of organisation "+words.Quote(v.text)+" is not one that is known"+words.DidYouMean(v.text, "kind"), "write one of "+cell.KindList())
			return
		}
		if p.Kind == "" {
			p.Kind = kind
		}
	}},
	{graph.FieldPartyRole, func(r *record, p *graph.Party, v value, at graph.Ref) {
		role, doubts := cell.ParseRole(v.text)
		r.t.problems.doubts(at, doubts)
		if p.Role == 0 {
			p.Role, p.RoleText = role, v.text
		}
	}},
	{graph.FieldCountry, func(r *record, p *graph.Party, v value, at graph.Ref) {
		place, doubts := cell.ParsePlace(r.t.book, v.text)
		r.t.problems.doubts(at, doubts)
		if !p.Country.IsBlank() && !place.IsBlank() && !slices.Equal(p.Country.Countries, place.Countries) {
			was, _ := p.Reads.At(graph.FieldCountry)
			r.t.problems.warn(at, "country "+words.Quote(v.text)+" of "+p.Name+" contradicts "+words.Quote(p.Country.Text)+" in "+was.String(), "let both say the same; the first is used")
			return
		}
		if p.Country.IsBlank() {
			p.Country = place
		}
	}},
	{graph.FieldEntity, func(r *record, p *graph.Party, v value, at graph.Ref) { keepFirst(&p.LegalEntity, v.text) }},
	{graph.FieldParent, func(r *record, p *graph.Party, v value, at graph.Ref) { keepFirst(&p.Parent, v.text) }},
	{graph.FieldDPF, func(r *record, p *graph.Party, v value, at graph.Ref) {
		dpf, doubts := cell.ParseDPF(v.text)
		r.t.problems.doubts(at, doubts)
		if p.DPF.Text == "" {
			p.DPF = dpf
		}
		r.subjectOf(p, v.text, at)
	}},
	{graph.FieldDPFChecked, func(r *record, p *graph.Party, v value, at graph.Ref) {
		if d := r.date(v, at); !d.From.IsZero() {
			p.DPF.Checked = d.From
		}
	}},
	{graph.FieldContact, func(r *record, p *graph.Party, v value, at graph.Ref) { keepFirst(&p.Contact, v.text) }},
	{graph.FieldDPO, func(r *record, p *graph.Party, v value, at graph.Ref) { keepFirst(&p.DPO, v.text) }},
	{graph.FieldICO, func(r *record, p *graph.Party, v value, at graph.Ref) { keepFirst(&p.ICO, v.text) }},
	{graph.FieldNotes, func(r *record, p *graph.Party, v value, at graph.Ref) {
		keepFirst(&p.Notes, v.text)
		r.subjectOf(p, v.text, at)
		r.partyNotesAgainst(p, v, at)
	}},
	{graph.FieldSource, func(r *record, p *graph.Party, v value, at graph.Ref) { keepFirst(&p.Source, v.text) }},
}

// aliasNames divides a list of short names at commas; a long name may hold one.
func aliasNames(item string) []string {
	parts := words.CommaItems(item)
	for _, part := range parts {
		if len(strings.Fields(part)) > 4 {
			return []string{item}
		}
	}
	return parts
}

func addEvidence(to []law.Evidence, more []law.Evidence) []law.Evidence {
	for _, e := range more {
		if !slices.Contains(to, e) {
			to = append(to, e)
		}
	}
	return to
}

// subjectOf takes the laws that a text records an organisation to be under.
func (r *record) subjectOf(p *graph.Party, text string, at graph.Ref) {
	found, doubts := cell.ScopeEvidence(text)
	p.Subject = addEvidence(p.Subject, found)
	r.t.problems.doubts(at, doubts)
}
