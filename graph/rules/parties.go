package rules

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
)

var partyContradicts = Rule{
	Code:     "party-contradicts",
	Title:    "The register says different things of one organisation",
	Severity: Medium,
	Doc: `Fires when two cells, in one file or several, record different countries, roles or Data Privacy Framework standings of one organisation. A flow's own column for the recipient's country counts against the country of the organisation's entry; a flow's own role does not, since a body can be a processor in one flow and a controller in another.

Does not fire when one cell is blank, when both mean the same in other words, or when one cell lists every country that the others name.

Verdicts depend on these facts: dpmap uses what the flow's row records, and else the first entry.`,
	Fix: `Find out which is right and write it in every place; delete the rest, so that the sheet Organisations is the one place for it.`,
	Law: []law.Citation{ukGDPR("5", "5(1)(d) and (2)"), ukGDPR("30", "30(1)"), icoDocumentation()},
	Check: func(p *Pass) {
		for i := range p.Map.Parties() {
			for _, field := range []graph.Field{graph.FieldCountry, graph.FieldPartyRole, graph.FieldDPF} {
				p.reportContradiction(i, field)
			}
		}
	},
}

func (p *Pass) reportContradiction(party int, field graph.Field) {
	refs := p.statements(party, field)
	if len(refs) < 2 {
		return
	}
	fullest := slices.MaxFunc(refs, func(a, b graph.Ref) int { return len(p.countriesIn(a.Value)) - len(p.countriesIn(b.Value)) })
	at := slices.IndexFunc(refs, func(ref graph.Ref) bool { return !p.agree(field, fullest.Value, ref.Value) })
	if at < 0 {
		return
	}
	var values []string
	for _, ref := range refs {
		values = append(values, quote(ref.Value))
	}
	slices.Sort(values)
	of := p.Map.Parties()[party]
	p.ReportParty(party, field, "%s: %s is recorded as %s", of.Name, strings.ReplaceAll(string(field), "-", " "), strings.Join(slices.Compact(values), " and as "))
	p.last().about = append(p.last().about, string(field))
	p.last().At, p.last().Related = refs[at], slices.Delete(slices.Clone(refs), at, at+1)
}

// statements lists the cells that record a fact of a party.
func (p *Pass) statements(party int, field graph.Field) []graph.Ref {
	of := &p.Map.Parties()[party]
	var refs []graph.Ref
	add := func(ref graph.Ref) {
		if recorded(ref.Value) && !slices.Contains(refs, ref) {
			refs = append(refs, ref)
		}
	}
	for _, r := range of.Reads {
		if r.Field == field {
			add(r.At)
		}
	}
	if field != graph.FieldCountry {
		return refs
	}
	for _, i := range p.Map.To(of.ID) {
		if f := p.flow(i); len(f.RecipientCountry.Countries) > 0 && f.RecipientCountry.Implied == "" {
			add(f.Where(graph.FieldRecipientCountry))
		}
	}
	for _, i := range p.Map.From(of.ID) {
		if f := p.flow(i); len(f.SenderCountry.Countries) > 0 && f.SenderCountry.Implied == "" {
			add(f.Where(graph.FieldSenderCountry))
		}
	}
	return refs
}

// agree reports whether two cells mean the same, or one names part of what the
// other lists.
func (p *Pass) agree(field graph.Field, a, b string) bool {
	if field != graph.FieldCountry {
		return strings.EqualFold(strings.Join(strings.Fields(a), " "), strings.Join(strings.Fields(b), " "))
	}
	left, right := p.countriesIn(a), p.countriesIn(b)
	if len(left) == 0 || len(right) == 0 {
		return true // words that are no country are told elsewhere
	}
	within := func(list, of []string) bool {
		return !slices.ContainsFunc(of, func(c string) bool { return !slices.Contains(list, c) })
	}
	return within(left, right) || within(right, left)
}

// countriesIn lists the countries that a cell names.
func (p *Pass) countriesIn(text string) []string {
	var codes []string
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(",;\n/&", r) }) {
		for _, word := range strings.Split(part, " and ") {
			if code, ok := p.Book.FindCountry(word); ok {
				codes = append(codes, code)
			} else if members, ok := p.Book.FindBloc(word); ok {
				codes = append(codes, members...)
			}
		}
	}
	return codes
}

var partyUnused = Rule{
	Code:     "party-unused",
	Title:    "An organisation that no flow names",
	Severity: Low,
	Doc: `Fires when an organisation has an entry of its own and neither sends nor receives any flow.

Does not fire for the register's own controller, or for the parent of an organisation that is in a flow.

Either a flow is missing, or the entry is left over, or it is the same body under another name.`,
	Fix: `Add the flow, add the name as an alias of the organisation it belongs to, or delete the row.`,
	Law: []law.Citation{ukGDPR("30", "30(1)(d)"), icoDocumentation()},
	Check: func(p *Pass) {
		parties := p.Map.Parties()
		parents := map[string]bool{}
		for i := range parties {
			parents[strings.ToLower(strings.TrimSpace(parties[i].Parent))] = true
		}
		for i := range parties {
			of := &parties[i]
			if of.Own || len(p.Map.From(of.ID)) > 0 || len(p.Map.To(of.ID)) > 0 || parents[strings.ToLower(of.Name)] {
				continue
			}
			p.ReportParty(i, graph.FieldName, "%s is in no flow", of.Name)
		}
	},
}

var flowDuplicate = Rule{
	Code:     "flow-duplicate",
	Title:    "The same flow is recorded twice",
	Severity: Low,
	Doc: `Fires when two rows record the same sender, recipient, purpose, data subjects and categories of data.

Does not fire when any of these differs, for a flow that has ended, or for the several recipients of one row.`,
	Fix: `Delete one of the rows, or say in the purpose what tells them apart.`,
	Law: []law.Citation{ukGDPR("30", "30(1)"), icoDocumentation()},
	Check: func(p *Pass) {
		place := map[string]int{}
		var groups [][]int
		for i, f := range p.Flows() {
			at, met := place[likeness(f)]
			if !met {
				at = len(groups)
				place[likeness(f)] = at
				groups = append(groups, nil)
			}
			groups[at] = append(groups[at], i)
		}
		for _, group := range groups {
			p.reportAlike(group)
		}
	},
}

// reportAlike reports rows that are alike once, at the second of them.
func (p *Pass) reportAlike(group []int) {
	if len(group) < 2 {
		return
	}
	first, again := group[0], group[1:]
	f := p.flow(first)
	p.Report(append(slices.Clone(again), first), graph.FieldPurpose, "%s: %d rows record the same purpose, data subjects and categories", p.subjectOf(f), len(group))
	for _, i := range append([]int{first}, again[1:]...) {
		p.last().Related = append(p.last().Related, p.flow(i).At)
	}
	p.last().about = []string{likeness(f)}
}

// likeness is what two rows share that record one flow.
func likeness(f *graph.Flow) string {
	names := make([]string, len(f.Categories))
	for i, c := range f.Categories {
		names[i] = c.Name
	}
	return strings.Join([]string{f.From, f.To, alike(f.Purpose), alike(f.Subjects...), alike(names...)}, "\x00")
}

// alike is the form in which two lists of words are one: without regard to
// case, spacing, order or repetition.
func alike(words ...string) string {
	folded := make([]string, len(words))
	for i, w := range words {
		folded[i] = strings.ToLower(strings.Join(strings.Fields(w), " "))
	}
	slices.Sort(folded)
	return strings.Join(slices.Compact(folded), "\x01")
}
