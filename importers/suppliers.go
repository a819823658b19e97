package importers

import (
	"slices"

	"dpmap/graph"
	"dpmap/importers/cell"
	"dpmap/importers/words"
)

// supplied is a row of a list of suppliers: what it records of one organisation
// without saying which data goes there.
type supplied struct {
	party int
	flow  graph.Flow // what the row records, as a flow would have it
	owner *register
	s     *source
	row   string
	used  bool
}

// supplierRows reads a list of suppliers, of their agreements, countries and
// safeguards. What it records serves the flows to them that other tables list.
func supplierRows(t *tableReader) func(*record) outcome {
	return func(r *record) outcome {
		if r.isNoEntry() {
			return other
		}
		to, ok := r.recipients()
		if !ok {
			return r.namesNo("organisation")
		}
		f := graph.Flow{At: r.at()}
		r.fill(&f, flowFields())
		r.finish(&f)
		for _, party := range to {
			if party == own {
				continue
			}
			r.facts(own, party)
			t.suppliers = append(t.suppliers, supplied{party: party, flow: clone(f), owner: t.s.owner, s: t.s, row: r.key()})
		}
		for _, d := range r.onward(f, to) {
			t.draft(d)
		}
		return gaveParty
	}
}

// joinSuppliers gives the flows what lists of suppliers record. A supplier to
// whom no flow of its controller goes is a flow of its own, since the list says
// that there is one and not which data it gets.
func (r *reader) joinSuppliers() {
	r.listedFlows()
	if len(r.suppliers) == 0 {
		return
	}
	byParty := map[int][]int{}
	for i := range r.suppliers {
		byParty[r.suppliers[i].party] = append(byParty[r.suppliers[i].party], i)
	}
	served := map[int]bool{}
	for i := range r.drafts {
		d := &r.drafts[i]
		if d.listed {
			continue
		}
		rows := slices.DeleteFunc(slices.Clone(byParty[d.to]), func(k int) bool { return !r.oneController(r.suppliers[k].owner, d.owner) })
		for _, k := range rows {
			served[k] = true
		}
		if s := r.supplierOf(d, rows); s != nil {
			s.used = true
			r.serve(s, &d.Flow)
		}
	}
	var alone []supplied
	firsts := r.firstsDescribed()
	for i := range r.suppliers {
		if served[i] {
			r.supplierFacts(&r.suppliers[i])
			continue
		}
		alone = append(alone, r.suppliers[i])
		r.tellAlike(firsts, r.suppliers[i].party, r.suppliers[i].owner, r.suppliers[i].flow.Where(graph.FieldTo))
	}
	r.suppliersAsFlows(alone)
}

// supplierOf is the list's row for a flow's recipient: of several, the one with
// the flow's system.
func (r *reader) supplierOf(d *draft, rows []int) *supplied {
	if len(rows) == 0 {
		return nil
	}
	for _, i := range rows {
		system := cell.NameKey(r.suppliers[i].flow.System)
		if system != "" && system == cell.NameKey(d.System) {
			return &r.suppliers[i]
		}
	}
	first := &r.suppliers[rows[0]]
	for _, i := range rows[1:] {
		if r.suppliers[i].flow.Agreement.State != first.flow.Agreement.State && !first.used {
			at, _ := r.suppliers[i].flow.Reads.At(graph.FieldAgreement)
			r.problems.warn(at, "the list has "+words.Quote(r.parties.parties[d.to].Name)+" more than once with different agreements, and the first serves its flows",
				"write the name of the system in the flows' System column, so that each finds its agreement")
		}
	}
	return first
}

// supplierFacts gives a party what its row records of the organisation itself.
// What contradicts an earlier entry is left for the rules to tell.
func (r *reader) supplierFacts(s *supplied) {
	p := &r.parties.parties[s.party]
	read := func(from, to graph.Field) {
		if at, ok := s.flow.Reads.At(from); ok && at.Value != "" {
			p.Reads = append(p.Reads, graph.Read{Field: to, At: at})
		}
	}
	if place := s.flow.RecipientCountry; !place.IsBlank() {
		if p.Country.IsBlank() || p.Country.Implied != "" {
			p.Country = place
		}
		read(graph.FieldRecipientCountry, graph.FieldCountry)
	}
	if s.flow.Role != 0 {
		if p.Role == 0 {
			p.Role, p.RoleText = s.flow.Role, s.flow.RoleText
		}
		read(graph.FieldRole, graph.FieldPartyRole)
	}
	keepFirst(&p.Notes, s.flow.Notes)
	p.Extra = append(p.Extra, s.flow.Extra...)
	if s.flow.System != "" {
		at := s.flow.Where(graph.FieldSystem)
		p.Extra = append(p.Extra, graph.Extra{Heading: at.Heading, Value: s.flow.System, At: at})
	}
}

// serve fills what a flow's own row leaves unknown, and lets a list that knows of
// no agreement outweigh a row that claims one. The places read are the list's
// cells.
func (r *reader) serve(s *supplied, f *graph.Flow) {
	from := &s.flow
	r.outweigh(from, f)
	take := func(blank bool, field graph.Field, set func()) {
		at, ok := from.Reads.At(field)
		if !blank || !ok || at.Value == "" {
			return
		}
		set()
		f.Reads = slices.DeleteFunc(f.Reads, func(r graph.Read) bool { return r.Field == field })
		f.Reads = append(f.Reads, graph.Read{Field: field, At: at})
	}
	noAgreement := f.Agreement.State == 0 && cell.IsUnknown(f.Agreement.Text)
	take(noAgreement, graph.FieldAgreement, func() { f.Agreement = from.Agreement })
	take(noAgreement && f.Agreement.Signed.IsZero(), graph.FieldAgreementDate, func() { f.Agreement.Signed, f.Agreement.State = from.Agreement.Signed, from.Agreement.State })
	take(f.Agreement.Signed == from.Agreement.Signed && f.Agreement.Ends.IsZero(), graph.FieldAgreementEnds, func() { f.Agreement.Ends = from.Agreement.Ends })
	noSafeguard := len(f.Safeguards) == 0
	take(noSafeguard, graph.FieldSafeguard, func() { f.Safeguards = slices.Clone(from.Safeguards) })
	take(noSafeguard, graph.FieldSafeguardDate, func() {})
	take(f.RiskAssessment.State == 0, graph.FieldRiskAssessment, func() { f.RiskAssessment = from.RiskAssessment })
	take(f.Hosting.IsBlank(), graph.FieldHosting, func() { f.Hosting = from.Hosting })
	take(f.Access.IsBlank(), graph.FieldAccess, func() { f.Access = from.Access })
	take(f.DPIA.State == 0, graph.FieldDPIA, func() { f.DPIA = from.DPIA })
	take(f.Security == "", graph.FieldSecurity, func() { f.Security = from.Security })
}

// outweigh takes the agreement that a list denies from a row that has it, and says
// so: of two that disagree the worse counts until somebody has looked.
func (r *reader) outweigh(list, f *graph.Flow) {
	was, now := f.Where(graph.FieldAgreement), list.Where(graph.FieldAgreement)
	if f.Agreement.State != graph.Yes || list.Agreement.State != graph.No || now.Value == "" {
		return
	}
	r.problems.warn(now, words.Quote(now.Value)+" of the agreement contradicts "+words.Quote(was.Value)+" in "+was.String()+", and the worse of the two is used",
		"look for the signed agreement, and write the same in both places")
	f.Agreement = list.Agreement
	f.Reads = slices.DeleteFunc(f.Reads, func(r graph.Read) bool {
		return r.Field == graph.FieldAgreement || r.Field == graph.FieldAgreementDate || r.Field == graph.FieldAgreementEnds
	})
	f.Reads = append(f.Reads, graph.Read{Field: graph.FieldAgreement, At: now})
}

// suppliersAsFlows makes a flow of each of these rows of lists.
func (r *reader) suppliersAsFlows(rows []supplied) {
	counted := map[*source]map[int]bool{}
	for _, s := range rows {
		r.drafts = append(r.drafts, draft{Flow: s.flow, from: own, to: s.party, owner: s.owner, row: s.row})
		s.s.count.Flows++
		if counted[s.s] == nil {
			counted[s.s] = map[int]bool{}
		}
		if row := s.flow.At.Row; !counted[s.s][row] {
			counted[s.s][row] = true
			s.s.count.PartyRows--
			s.s.count.FlowRows++
		}
	}
}
