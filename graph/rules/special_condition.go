package rules

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
)

var specialOtherCondition = Rule{
	Code:     "special-other-condition",
	Title:    "Special-category data rests on a condition other than consent",
	Severity: Low,
	Doc: `Fires when a special category rests on a condition of Article 9(2) other than explicit consent, and lists it, so that everything that is shared without consent can be reviewed in one place. It is no breach in itself.

Does not fire when consent covers the same category too, or when no condition is recorded, which is told by special-no-consent.`,
	Fix: `Check that the condition fits the purpose and is stated in the privacy notice. If it does, accept the finding on the sheet Accepted with the reason and the date of the next review.`,
	Law: []law.Citation{ukGDPR("9", "9(2)"), dpaSection("10"), icoSpecial()},
	Check: func(p *Pass) {
		for group := range p.Activities(func(f *graph.Flow) bool { return len(p.otherConditions(f)) > 0 }) {
			f := p.flow(group[0])
			var names []string
			for _, id := range p.otherConditions(f) {
				names = append(names, p.conditionName(id))
			}
			p.Report(group, at(f, graph.FieldCondition, graph.FieldBasis), "%s: %s, not consent, is the condition for %s", p.who(group), strings.Join(names, ", "), texts(p.specials(f)))
		}
	},
}

// otherConditions lists the conditions other than consent on which some special
// category of a flow rests that consent does not cover.
func (p *Pass) otherConditions(f *graph.Flow) []string {
	var list []string
	for _, of := range p.specials(f) {
		ids := p.conditionsFor(f, of)
		if slices.Contains(ids, consentCondition) {
			continue
		}
		for _, id := range ids {
			if !slices.Contains(list, id) {
				list = append(list, id)
			}
		}
	}
	return list
}

var specialNoPolicyDocument = Rule{
	Code:     "special-no-policy-document",
	Title:    "An appropriate policy document is due, and none is recorded",
	Severity: High,
	Doc: `Fires under UK law when special-category or criminal-offence data rests on a condition that asks for an appropriate policy document (employment law; most of substantial public interest), and none is recorded, or it is recorded as absent.

Does not fire for consent, vital interests, health care, public health or research, nor where the Schedule 1 condition is one that asks for none, or that asks for none of a disclosure to the police (paragraph 10(2)).

The document says how the principles are kept and how long the data is held; it must be kept, reviewed and shown to the ICO on request, and the record of processing must name the condition (Schedule 1 paragraphs 38 to 41).`,
	Fix: `Write the policy document (the ICO has a template; one document can serve the whole school), and record its name or date in the column Policy document.`,
	Law: []law.Citation{dpaSchedule(1, "paras 5 and 38 to 41"), icoSpecial()},
	Check: func(p *Pass) {
		holds := func(f *graph.Flow) bool { return !p.done(f.Policy) && len(p.needPolicy(f)) > 0 }
		for group := range p.Activities(holds) {
			f := p.flow(group[0])
			p.Report(group, at(f, graph.FieldPolicy, graph.FieldSchedule1, graph.FieldCondition), "%s: %s needs an appropriate policy document, which is %s",
				p.who(group), strings.Join(p.needPolicy(f), ", "), p.evidenced(f.Policy))
		}
	},
}

// needPolicy lists the conditions of a flow that ask for a policy document.
// Where that depends on the Schedule 1 condition, its own row decides.
func (p *Pass) needPolicy(f *graph.Flow) []string {
	if !p.underUK(f) || p.answeredElsewhere(f) || !f.IsSpecial() && !isCriminal(f) {
		return nil
	}
	var list []string
	for _, s := range f.Schedule1 {
		c, ok := p.Book.Schedule1Condition(s.ID)
		if ok && c.PolicyDocument && !slices.Contains(c.NoPolicyTo, p.Map.KindOf(f.To)) {
			list = append(list, c.Name+" ("+c.Law.Cite+")")
		}
	}
	for _, s := range f.Conditions {
		c, ok := p.Book.Condition(s.ID)
		if ok && c.PolicyDocument && !p.served(f, c.ID) && !slices.Contains(list, p.conditionName(c.ID)) {
			list = append(list, p.conditionName(c.ID))
		}
	}
	return list
}

// served reports whether a Schedule 1 condition is recorded that completes an
// Article 9 condition, for whatever data: its own row then says whether it asks
// for a policy document.
func (p *Pass) served(f *graph.Flow, condition string) bool {
	return slices.ContainsFunc(f.Schedule1, func(s graph.Stated) bool {
		c, ok := p.Book.Schedule1Condition(s.ID)
		return ok && slices.Contains(c.Serves, condition)
	})
}
