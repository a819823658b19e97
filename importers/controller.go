package importers

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/importers/cell"
	"dpmap/importers/words"
)

// thisOrganisation names a controller that no file names.
const thisOrganisation = "This organisation"

// settleControllers finds each register's own controller and gives it the flows
// that name no sender.
func (r *reader) settleControllers() {
	named := r.namedControllers()
	r.tellControllers()
	var unnamed []string
	for i := range r.drafts {
		d := &r.drafts[i]
		if d.from != own && d.to != own {
			continue
		}
		if d.owner.party < 0 {
			switch {
			case r.o.Controller != "":
				d.owner.party = r.parties.meet(r.o.Controller, d.At)
				r.parties.parties[d.owner.party].Own = true
				d.owner.Controller.Text = r.o.Controller
			case len(named) == 1:
				d.owner.party = named[0]
			default:
				d.owner.party = r.parties.meet(thisOrganisation, d.At)
				r.parties.parties[d.owner.party].Own = true
				if !slices.Contains(unnamed, d.At.File) {
					unnamed = append(unnamed, d.At.File)
				}
			}
		}
		if d.from == own {
			d.from = d.owner.party
		}
		if d.to == own {
			d.to = d.owner.party
		}
	}
	if len(unnamed) > 0 {
		r.assume("No sender is named in " + strings.Join(unnamed, ", ") + ": its flows are taken to be " + words.Quote(thisOrganisation) + "'s own; --controller or a sheet Register can name it")
	}
	r.parties.home = r.keptIn()
	for i := range r.parties.parties {
		r.parties.imply(i)
	}
	r.tellMerges()
	r.tellPlacesInNames()
	r.senderAsOwn()
}

// keptIn is the country in which the registers are kept: what is recorded of a
// controller's own, else the one that was given.
func (r *reader) keptIn() string {
	for _, o := range r.owners {
		if o.party >= 0 && len(r.parties.parties[o.party].Country.Countries) > 0 {
			return r.parties.parties[o.party].Country.Countries[0]
		}
	}
	for i := range r.drafts {
		d := &r.drafts[i]
		if d.owner.party == d.from && len(d.SenderCountry.Countries) > 0 {
			return d.SenderCountry.Countries[0]
		}
	}
	return r.parties.home
}

// tellMerges says which names were taken for one organisation although they are
// written differently. Names that are only alike are never merged.
func (r *reader) tellMerges() {
	names := map[int][]string{}
	for _, m := range r.parties.merged {
		if !slices.Contains(names[m.party], words.Quote(m.name)) {
			names[m.party] = append(names[m.party], words.Quote(m.name))
		}
	}
	for i := range r.parties.parties {
		if names[i] != nil {
			r.assume(strings.Join(names[i], ", ") + " and " + words.Quote(r.parties.parties[i].Name) + " are taken for one organisation")
		}
	}
}

// namedControllers makes parties of the controllers that Register sheets name.
func (r *reader) namedControllers() []int {
	var out []int
	for _, o := range r.owners {
		if o.Controller.Text == "" {
			continue
		}
		o.party = r.parties.meet(o.Controller.Text, o.Controller.At)
		p := &r.parties.parties[o.party]
		p.Own = true
		r.describe(p, o)
		if !slices.Contains(out, o.party) {
			out = append(out, o.party)
		}
	}
	return out
}

// describe gives the controller what its Register sheet records of it.
func (r *reader) describe(p *graph.Party, o *register) {
	for _, alias := range words.CommaItems(strings.ReplaceAll(o.aliases.Text, ";", ",")) {
		r.parties.alias(o.party, alias)
	}
	keepFirst(&p.DPO, o.DPO.Text)
	keepFirst(&p.ICO, o.ICO.Text)
	keepFirst(&p.Contact, o.Email.Text)
	if o.kind.Text != "" && p.Kind == "" {
		kind, ok := cell.ParseKind(o.kind.Text)
		if !ok {
			r.problems.warn(o.kind.At, "kind of organisation "+words.Quote(o.kind.Text)+" is not one that is known", "write one of "+cell.KindList())
		}
		p.Kind = kind
		p.Reads = append(p.Reads, graph.Read{Field: graph.FieldKind, At: o.kind.At})
	}
	if o.country.Text != "" && p.Country.IsBlank() {
		place, doubts := cell.ParsePlace(r.book, o.country.Text)
		r.problems.doubts(o.country.At, doubts)
		p.Country = place
		p.Reads = append(p.Reads, graph.Read{Field: graph.FieldCountry, At: o.country.At})
	}
}

// senderAsOwn takes the senders that are nobody's recipients for registers' own
// controllers where no register names one. What the people themselves send, and
// what a party keeps, does not count as receiving.
func (r *reader) senderAsOwn() {
	ps := r.parties.parties
	if slices.ContainsFunc(ps, func(p graph.Party) bool { return p.Own }) {
		return
	}
	sends, receives := make([]int, len(ps)), make([]bool, len(ps))
	for _, d := range r.drafts {
		if d.from != d.to && !ps[d.from].Kind.IsSubject() {
			receives[d.to] = true
		}
		sends[d.from]++
	}
	var found []int
	for i := range ps {
		if sends[i] > 0 && !receives[i] && !ps[i].Kind.IsSubject() {
			found = append(found, i)
		}
	}
	if unknown := slices.DeleteFunc(slices.Clone(found), func(i int) bool { return ps[i].IsImplied(graph.FieldKind) }); len(unknown) > 0 {
		found = unknown
	}
	if len(found) == 0 {
		found = busiest(sends, ps)
	}
	for _, i := range found {
		ps[i].Own = true
	}
}

// busiest is the one sender with more flows than any other, if there is one.
func busiest(sends []int, ps []graph.Party) []int {
	best, count := -1, 0
	for i, n := range sends {
		if ps[i].Kind.IsSubject() || n == 0 {
			continue
		}
		switch {
		case best < 0 || n > sends[best]:
			best, count = i, 1
		case n == sends[best]:
			count++
		}
	}
	if count != 1 {
		return nil
	}
	return []int{best}
}
