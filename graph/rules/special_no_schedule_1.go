package rules

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
)

var specialNoSchedule1 = Rule{
	Code:     "special-no-schedule-1",
	Title:    "The Article 9 condition needs a Schedule 1 condition, and none that fits is recorded",
	Severity: High,
	Doc: `Fires under UK law when special-category data rests on 9(2)(b), (g), (h), (i) or (j) and no condition of DPA 2018 Schedule 1 that completes it is recorded for that category. The paragraph must fit the article: paragraph 1 completes (b), 2 completes (h), 3 completes (i), 4 completes (j), and those of Part 2 (6 to 28) complete (g); Part 3 is for criminal-offence data. It must also serve that sort of data: equality of opportunity (8), for one, serves only ethnic origin, belief, health and sexual orientation. The message says what is wrong with what is recorded.

Does not fire for explicit consent, vital interests, not-for-profit bodies, data made public or legal claims, which stand by themselves, nor for exporters under EU law. A category that is only inferred to be special is served by every paragraph that fits the article.

The UK lets those five conditions count only through Schedule 1 (DPA 2018 s.10).`,
	Fix: `Record the paragraph in the column Schedule 1 condition: for 9(2)(b) paragraph 1; for 9(2)(h) paragraph 2; for 9(2)(i) paragraph 3; for 9(2)(j) paragraph 4; for 9(2)(g) one of paragraphs 6 to 28, in schools mostly 18 (safeguarding), 8 (equality), 6 (statutory purposes) or 17 (counselling). If the paragraph is right and the article is not, mend the column Article 9 condition.`,
	Law: []law.Citation{dpaSection("10"), dpaSchedule(1, "Parts 1 and 2"), icoSpecial()},
	Check: func(p *Pass) {
		for group := range p.Activities(func(f *graph.Flow) bool { return len(p.incomplete(f)) > 0 }) {
			f := p.flow(group[0])
			p.Report(group, at(f, graph.FieldSchedule1, graph.FieldCondition), "%s: %s, and %s", p.who(group), p.lackSchedule1(f), p.schedule1Told(f))
		}
	},
}

// gap is an Article 9 condition that no Schedule 1 condition completes for a
// category that rests on it.
type gap struct {
	condition law.Condition
	of        protected
}

// incomplete lists the gaps of a flow, by category and then by condition.
func (p *Pass) incomplete(f *graph.Flow) []gap {
	if !p.underUK(f) {
		return nil
	}
	var list []gap
	for _, of := range p.specials(f) {
		for _, s := range f.Conditions {
			c, ok := p.Book.Condition(s.ID)
			met := slices.ContainsFunc(list, func(g gap) bool { return g.condition.ID == s.ID && g.of == of })
			if ok && c.NeedsSchedule1 && covers(s, of) && !met && !p.completed(f, c.ID, of) {
				list = append(list, gap{c, of})
			}
		}
	}
	return list
}

// completed reports whether a Schedule 1 condition is recorded that completes
// an Article 9 condition for a category.
func (p *Pass) completed(f *graph.Flow, condition string, of protected) bool {
	return slices.ContainsFunc(f.Schedule1, func(s graph.Stated) bool {
		c, ok := p.Book.Schedule1Condition(s.ID)
		return ok && slices.Contains(c.Serves, condition) && c.ReachesKind(of.kind) && covers(s, of)
	})
}

// lackSchedule1 names the conditions that are not completed and, where another
// category's is, or there are several, for which data.
func (p *Pass) lackSchedule1(f *graph.Flow) string {
	gaps := p.incomplete(f)
	var names, data []string
	for _, g := range gaps {
		if name := p.conditionName(g.condition.ID); !slices.Contains(names, name) {
			names = append(names, name)
		}
		if !slices.Contains(data, g.of.text) {
			data = append(data, g.of.text)
		}
	}
	text := strings.Join(names, ", ") + " needs a condition of DPA 2018 Schedule 1"
	if len(data) < len(p.specials(f)) {
		text += " for " + strings.Join(data, ", ")
	}
	return text
}

// schedule1Told says what is recorded in place of the paragraph that is lacking.
func (p *Pass) schedule1Told(f *graph.Flow) string {
	gaps := p.incomplete(f)
	var told []string
	for _, s := range f.Schedule1 {
		if why := p.unfitFor(s, gaps); why != "" && !slices.Contains(told, why) {
			told = append(told, why)
		}
	}
	if told == nil {
		return "none is recorded"
	}
	return strings.Join(told, "; ")
}

// unfitFor says why a recorded Schedule 1 condition leaves gaps open.
func (p *Pass) unfitFor(s graph.Stated, gaps []gap) string {
	c, ok := p.Book.Schedule1Condition(s.ID)
	if !ok {
		return ""
	}
	name := paragraph(c)
	for _, g := range gaps {
		switch {
		case len(c.Serves) == 0:
			return name + " is recorded, which is for criminal-offence data only"
		case !slices.Contains(c.Serves, g.condition.ID):
			return name + " is recorded, which completes " + strings.Join(c.Serves, ", ") + " and not " + g.condition.ID
		case !covers(s, g.of):
			return name + " is recorded for " + strings.Join(s.Covers, ", ") + " only"
		case !c.ReachesKind(g.of.kind):
			return name + " is recorded, which serves only data on " + either(c.Reaches) + unverified(c.Verified)
		}
	}
	return ""
}

// paragraph names a Schedule 1 condition: paragraph 18 (safeguarding ...).
func paragraph(c law.Schedule1Condition) string {
	return "paragraph " + strings.TrimPrefix(c.ID, "sch1-") + " (" + c.Name + ")"
}

// either joins a list as a choice.
func either(list []string) string {
	if len(list) < 2 {
		return strings.Join(list, "")
	}
	return strings.Join(list[:len(list)-1], ", ") + " or " + list[len(list)-1]
}
