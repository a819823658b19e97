package rules

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
)

var basisContradicts = Rule{
	Code:     "basis-contradicts",
	Title:    "Two cells of one row state different lawful bases",
	Severity: Medium,
	Doc: `Fires when two columns of one row name lawful bases of Article 6 and do not name the same ones, as columns L and AA of the ICO's template may do for one activity, or a second column headed "Lawful basis" that dpmap keeps as an extra one.

Does not fire when both say the same, when one is blank, or for bases that continuation rows state for other categories of the activity.`,
	Fix: `Decide which basis is right and write it in both columns, or clear the second.`,
	Law: []law.Citation{ukGDPR("6", "6(1)"), dpaSchedule(1, "para 41"), icoDocumentation()},
	Check: func(p *Pass) {
		for group := range p.Activities(func(f *graph.Flow) bool { return p.contradiction(f) != "" }) {
			f := p.flow(group[0])
			p.Report(group, graph.FieldBasis, "%s: %s", p.who(group), p.contradiction(f))
		}
	},
}

// contradiction says how the cells of a row contradict each other, "" when they
// do not.
func (p *Pass) contradiction(f *graph.Flow) string {
	type cell struct {
		at  graph.Ref
		ids []string
	}
	var cells []cell
	for _, s := range f.Bases {
		if len(s.Covers) > 0 || s.At.IsZero() {
			continue
		}
		i := slices.IndexFunc(cells, func(c cell) bool { return c.at.Row == s.At.Row && c.at.Col == s.At.Col })
		if i < 0 {
			i = len(cells)
			cells = append(cells, cell{at: s.At})
		}
		cells[i].ids = append(cells[i].ids, s.ID)
	}
	for _, e := range f.Extra {
		if ids := p.basesIn(e.Value); isBasisHeading(e.Heading) && len(ids) > 0 {
			cells = append(cells, cell{e.At, ids})
		}
	}
	for i := 1; i < len(cells); i++ {
		if cells[i].at.Row == cells[0].at.Row && !sameSet(cells[0].ids, cells[i].ids) {
			return quote(cells[0].at.Value) + " under " + quote(cells[0].at.Heading) + " and " + quote(cells[i].at.Value) + " under " + quote(cells[i].at.Heading)
		}
	}
	return ""
}

func isBasisHeading(heading string) bool {
	h := strings.ToLower(heading)
	return strings.Contains(h, "lawful basis") || strings.Contains(h, "legal basis")
}

// basesIn lists the bases that a text names by number or by name.
func (p *Pass) basesIn(text string) []string {
	text = strings.ToLower(text)
	var ids []string
	for _, b := range p.Book.Bases() {
		if strings.Contains(text, strings.ToLower(b.ID)) || strings.Contains(text, strings.ToLower(b.Name)) {
			ids = append(ids, b.ID)
		}
	}
	return ids
}

func sameSet(a, b []string) bool {
	contains := func(list, of []string) bool {
		for _, id := range of {
			if !slices.Contains(list, id) {
				return false
			}
		}
		return true
	}
	return contains(a, b) && contains(b, a)
}

var basisUnfitPublicAuthority = Rule{
	Code:     "basis-unfit-public-authority",
	Title:    "A public authority rests its task on a basis that is closed to it",
	Severity: High,
	Doc: `Fires when the party that decides (the sender; for data that comes from the people themselves, the recipient) is a public authority, such as a maintained school, an academy trust or a council, and every basis recorded is one that public authorities may not use for their tasks: legitimate interests, 6(1)(f), or recognised legitimate interest, 6(1)(ea).

Does not fire for independent schools, companies and parties whose kind is not recorded, nor when another basis stands beside it.

The law closes those bases for tasks, not for what lies outside them: an alumni newsletter or the hire of the sports hall may rest on legitimate interests.`,
	Fix: `Record public task, 6(1)(e), or legal obligation, 6(1)(c), with the duty it rests on. If the activity lies outside the authority's tasks, accept the finding with that reason.`,
	Law: []law.Citation{ukGDPR("6", "6(1)"), dpaSection("7"), ico("Legitimate interests", "lawful-basis/legitimate-interests/")},
	Check: func(p *Pass) {
		for group := range p.Activities(p.unfit) {
			f := p.flow(group[0])
			p.Report(group, graph.FieldBasis, "%s is %s and rests %s on %s", p.name(p.decides(f)), kindOf(p.Map.Party(p.decides(f))),
				quote(first(f.Purpose, "a purpose that is not recorded")), strings.Join(p.basisNames(f), ", "))
		}
	},
}

// decides is the party whose basis a flow records.
func (p *Pass) decides(f *graph.Flow) string {
	if p.fromSubject(f) {
		return f.To
	}
	return f.From
}

func (p *Pass) unfit(f *graph.Flow) bool {
	if len(f.Bases) == 0 || !p.isPublic(p.decides(f)) || p.answeredElsewhere(f) {
		return false
	}
	for _, s := range f.Bases {
		if b, ok := p.Book.Basis(s.ID); !ok || !b.NotForPublicTasks {
			return false
		}
	}
	return true
}

// basisNames names the bases of a flow, each once.
func (p *Pass) basisNames(f *graph.Flow) []string {
	var names []string
	for _, s := range f.Bases {
		if name := p.basisName(s.ID); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

var interestsNotAssessed = Rule{
	Code:     "interests-not-assessed",
	Title:    "Legitimate interests without a recorded assessment",
	Severity: Low,
	Doc: `Fires when a flow rests on legitimate interests, 6(1)(f), and no assessment of them is recorded: no column headed "legitimate interests assessment" or "LIA" holds anything, and the basis and the notes do not mention one.

Does not fire when one is mentioned, or where a public authority should not use the basis at all, which basis-unfit-public-authority tells.

Whoever relies on legitimate interests must be able to show that they were weighed against the interests of the people concerned.`,
	Fix: `Do the three-step assessment (purpose, necessity, balance; the ICO has a form), and record its date in the notes or in a column "Legitimate interests assessment".`,
	Law: []law.Citation{ukGDPR("6", "6(1)(f)"), ukGDPR("5", "5(2)"), ico("Legitimate interests", "lawful-basis/legitimate-interests/")},
	Check: func(p *Pass) {
		holds := func(f *graph.Flow) bool {
			return hasBasis(f, "6(1)(f)") && !p.unfit(f) && !p.answeredElsewhere(f) && !assessed(f)
		}
		for group := range p.Activities(holds) {
			p.Report(group, graph.FieldBasis, "%s: rests on legitimate interests, and no assessment of them is recorded", p.who(group))
		}
	},
}

// assessed reports whether a legitimate interests assessment is recorded.
func assessed(f *graph.Flow) bool {
	speaks := func(text string) bool {
		return hasWord(text, []string{"lia"}) || strings.Contains(strings.ToLower(text), "interests assessment") || strings.Contains(strings.ToLower(text), "interest assessment")
	}
	for _, e := range f.Extra {
		if speaks(e.Heading) && recorded(e.Value) && !strings.EqualFold(strings.TrimSpace(e.Value), "no") {
			return true
		}
	}
	texts := []string{f.Notes}
	for _, s := range f.Bases {
		texts = append(texts, s.Text, s.At.Value)
	}
	return slices.ContainsFunc(texts, speaks)
}
