package rules

import (
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
)

var specialUndeclared = Rule{
	Code:     "special-undeclared",
	Title:    "The register says no special-category data, its categories say otherwise",
	Severity: Medium,
	Doc: `Fires when the register's own column says that a flow carries no special-category data, and the words of its categories put it in Article 9. The message names each category and the word that decided.

Does not fire when the column is blank or says yes, or when the categories are merely sensitive (free school meals, nationality, safeguarding), which Article 9 does not name.

What is not declared as special is not protected as special. Words can mislead: if the category is not about an identifiable person's health, belief, origin and the like, say so in its name.`,
	Fix: `If the category is special, change the column to Yes and record the Article 9 condition. If it is not, name the category so that a reader can see it ("medical centre opening hours"), or accept the finding with the reason.`,
	Law: []law.Citation{ukGDPR("9", "9(1)"), euGDPR("9(1)"), icoSpecial()},
	Check: func(p *Pass) {
		holds := func(f *graph.Flow) bool { return f.Special.State == graph.No && f.Has(law.Special) }
		for group := range p.Activities(holds) {
			f := p.flow(group[0])
			var kinds []string
			for _, c := range f.Categories {
				if c.Class == law.Special {
					kinds = append(kinds, decided(c)+" is about "+first(c.Kind, "a special category"))
				}
			}
			p.Report(group, at(f, graph.FieldSpecial, graph.FieldCategories), "%s: special-category data is recorded as %s, but %s",
				p.who(group), quote(first(f.Special.Text, "no")), strings.Join(kinds, ", "))
		}
	},
}
