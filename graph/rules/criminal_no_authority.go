package rules

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
)

var criminalNoAuthority = Rule{
	Code:     "criminal-no-authority",
	Title:    "Criminal-offence data without official authority or a Schedule 1 condition",
	Severity: Critical,
	Doc: `Fires when a flow carries data about criminal convictions, offences, allegations or related security measures, such as the result of a DBS check, and neither a condition of DPA 2018 Schedule 1 nor official authority is recorded. Official authority is recorded when a cell of the lawful basis or of the conditions says so, or when the sender is the police or a court. A condition of any of Parts 1 to 3 will do, but for those that name other sorts of data as the only ones they serve, such as equality of opportunity (paragraph 8). The authority of a recipient is its own: a school that sends to the police needs a condition for sending.

Does not fire for safeguarding records or exclusions as such, which are sensitive and not criminal.

Article 10 lets such data be used only under official authority or where domestic law allows it, which in the UK means Schedule 1. A lawful basis of Article 6, or consent of Article 9, is not enough by itself.`,
	Fix:   `Record the condition in the column Schedule 1 condition: for checks of staff paragraph 1 (employment), for safeguarding paragraph 18, for preventing unlawful acts paragraph 10, for consent paragraph 29. Most of them need an appropriate policy document too.`,
	FixEU: `Find the provision of Union or national law that authorises the use of such data, or stop it. Record official authority in the column Lawful basis where it is the ground.`,
	Law:   []law.Citation{ukGDPR("10", "10"), dpaSection("10"), dpaSection("11"), dpaSchedule(1, "Parts 1 to 3"), ico("Criminal offence data", "lawful-basis/criminal-offence-data/")},
	Check: func(p *Pass) {
		for group := range p.Activities(func(f *graph.Flow) bool { return isCriminal(f) && !p.authorised(f) && !p.answeredElsewhere(f) }) {
			f := p.flow(group[0])
			p.Report(group, at(f, graph.FieldSchedule1, graph.FieldCondition, graph.FieldBasis, graph.FieldCategories),
				"%s: neither official authority nor %s is recorded for %s%s", p.who(group), p.authorisation(f), criminalTexts(f), p.takenForAuthority(f))
		}
	},
}

// authorisation is what else may allow such data by the law of a flow.
func (p *Pass) authorisation(f *graph.Flow) string {
	if p.underUK(f) {
		return "a condition of DPA 2018 Schedule 1"
	}
	return "an authorisation by law"
}

// isCriminal reports whether a flow carries criminal-offence data: by the words
// of its categories, or because the register's special-category column names it.
func isCriminal(f *graph.Flow) bool {
	return f.Has(law.Criminal) || f.Special.State == graph.Yes && slices.ContainsFunc(f.Special.Kinds, isCriminalKind)
}

func isCriminalKind(kind string) bool { return law.IsCriminalKind(kind) }

func criminalTexts(f *graph.Flow) string {
	var list []string
	for _, c := range f.Categories {
		if c.Class == law.Criminal {
			list = append(list, decided(c))
		}
	}
	if len(list) == 0 {
		return "criminal-offence data that the register declares"
	}
	return strings.Join(list, ", ")
}

// authorised reports whether official authority or a Schedule 1 condition is
// recorded for the criminal-offence data of a flow.
func (p *Pass) authorised(f *graph.Flow) bool {
	if hasAuthority(p.Map.KindOf(p.decides(f))) {
		return true
	}
	for _, s := range f.Schedule1 {
		if c, known := p.Book.Schedule1Condition(s.ID); known && coversCriminal(s, f) && c.ReachesKind(criminalKind) {
			return true
		}
	}
	return slices.ContainsFunc(slices.Concat(f.Bases, f.Conditions, f.Schedule1), func(s graph.Stated) bool {
		return strings.Contains(strings.ToLower(s.Text), "official authority")
	})
}

// hasAuthority reports whether bodies of a kind use such data under official
// authority.
func hasAuthority(kind law.Kind) bool { return kind == law.Police || kind == law.Court }

// coversCriminal reports whether what is stated holds for every criminal
// category of a flow.
func coversCriminal(s graph.Stated, f *graph.Flow) bool {
	for _, c := range f.Categories {
		if c.Class == law.Criminal && !covers(s, protected{name: c.Name}) {
			return false
		}
	}
	return true
}

// criminalKind is the vocabulary's kind of criminal-offence data: a Schedule 1
// condition that names the only sorts of data it serves never names this one.
const criminalKind = "criminal offence data"

// takenForAuthority tells what is recorded for that data in its place.
func (p *Pass) takenForAuthority(f *graph.Flow) string {
	var names []string
	add := func(s graph.Stated, name string) {
		if coversCriminal(s, f) && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	for _, s := range f.Bases {
		add(s, p.basisName(s.ID))
	}
	for _, s := range f.Conditions {
		add(s, "Art "+p.conditionName(s.ID))
	}
	for _, s := range f.Schedule1 {
		if c, known := p.Book.Schedule1Condition(s.ID); known && !c.ReachesKind(criminalKind) {
			add(s, paragraph(c)+", which serves only data on "+either(c.Reaches)+unverified(c.Verified))
		}
	}
	recipients := ""
	if hasAuthority(p.Map.KindOf(f.To)) {
		recipients = "; the official authority of " + p.name(f.To) + " is its own and not the sender's"
	}
	if len(names) == 0 {
		return recipients
	}
	return ", and such data needs more than " + strings.Join(names, " or ") + recipients
}
