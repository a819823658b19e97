package importers

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/importers/words"
)

// sharedCountries says so where one cell of countries serves several
// recipients: which is whose is not recorded.
func (r *record) sharedCountries(f *graph.Flow, to []int) bool {
	p := f.RecipientCountry
	if len(to) < 2 || len(p.Countries)+len(p.Open) < 2 {
		return false
	}
	at, _ := f.Reads.At(graph.FieldRecipientCountry)
	r.t.problems.warn(at, "the row names several recipients and "+words.Quote(p.Text)+" does not say which is where, so each is taken to be in all",
		"give each recipient a row of its own")
	return true
}

// facts takes what a row of flows records of its parties themselves.
func (r *record) facts(from, to int) {
	g := r.t.parties
	if to != own {
		p := &g.parties[to]
		p.Subject = addEvidence(p.Subject, r.subject)
		for _, set := range partyFields {
			switch set.field {
			case graph.FieldDPF, graph.FieldDPFChecked, graph.FieldKind:
				r.fact(p, set.field, set.field, set.read)
			}
		}
	}
	if from != own {
		for _, set := range partyFields {
			if set.field == graph.FieldKind {
				r.fact(&g.parties[from], "sender-kind", graph.FieldKind, set.read)
			}
		}
	}
}

func (r *record) fact(p *graph.Party, column, field graph.Field, read func(*record, *graph.Party, value, graph.Ref)) {
	v, at, ok := r.cell(column)
	if !ok {
		return
	}
	if _, had := p.Reads.At(field); had {
		return
	}
	p.Reads = append(p.Reads, graph.Read{Field: field, At: at})
	read(r, p, v, at)
}

// againstName adds the country that a recipient's own name ends in to those of a
// cell that has another: which of them is so, only the register's keeper knows.
func (r *record) againstName(d *draft) {
	if d.to == own || len(d.RecipientCountry.Countries) == 0 {
		return
	}
	name := r.t.parties.parties[d.to].Name
	code, _ := r.t.parties.countryInName(name)
	if code == "" || slices.Contains(d.RecipientCountry.Countries, code) {
		return
	}
	at, _ := r.reads.At(graph.FieldRecipientCountry)
	r.t.problems.warn(at, "recipient country "+words.Quote(d.RecipientCountry.Text)+" goes against the name "+words.Quote(name)+", so both countries count", "write the country of the company that the contract is with, and take the other out of the name")
	d.RecipientCountry.Countries = append(slices.Clone(d.RecipientCountry.Countries), code)
}

// key is the row's text, in column order: what tells it from other rows.
func (r *record) key() string {
	var b strings.Builder
	for _, v := range r.line.cells {
		b.WriteString(v.text)
		b.WriteByte('\x1f')
	}
	return b.String()
}

// clone copies a flow, so that two flows of one row share no slice.
func clone(f graph.Flow) graph.Flow {
	f.Subjects = slices.Clone(f.Subjects)
	f.Categories = slices.Clone(f.Categories)
	f.Bases = slices.Clone(f.Bases)
	f.Conditions = slices.Clone(f.Conditions)
	f.Schedule1 = slices.Clone(f.Schedule1)
	f.Safeguards = slices.Clone(f.Safeguards)
	f.Implied = slices.Clone(f.Implied)
	f.Extra = slices.Clone(f.Extra)
	f.Reads = slices.Clone(f.Reads)
	return f
}
