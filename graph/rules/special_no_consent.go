package rules

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
)

var specialNoConsent = Rule{
	Code:     "special-no-consent",
	Title:    "Special-category data with neither explicit consent nor another condition",
	Severity: Critical,
	Doc: `Fires when a flow carries special-category data and for one of those categories neither explicit consent nor another condition of Article 9(2) is recorded. A party's own use is checked like a disclosure. The message names the categories, the words that put them in Article 9, and what was perhaps taken for a condition: a lawful basis of Article 6, such as legal obligation, is none, nor is vital interests as a lawful basis: the condition of that name, 9(2)(c), holds only where the person cannot give consent, and has to be stated. A paragraph of Schedule 1 without the condition of Article 9 that it completes is none either.

Does not fire when a condition is stated for the whole flow or for that category, when consent is recorded as given (if it is not shown to be explicit, special-consent-not-explicit tells that), or when consent was the condition and has been withdrawn, which special-consent-withdrawn tells.

Article 9 forbids the processing of such data unless one of its ten conditions is met. Consent is one of them and for a state school often the wrong one.`,
	Fix:   `Decide with the DPO which condition of Article 9(2) applies: for safeguarding and many school duties it is substantial public interest, 9(2)(g), with a condition of Schedule 1 and an appropriate policy document; for staff health 9(2)(b); for care 9(2)(h); for statistics 9(2)(j). Record it in the column Article 9 condition. If none applies, ask for explicit consent or stop sharing that category.`,
	FixEU: `Decide with the DPO which condition of Article 9(2) applies: for many duties of a school it is substantial public interest, 9(2)(g), on the basis of Union or national law; for staff health 9(2)(b); for care 9(2)(h). Record it in the column Article 9 condition. If none applies, ask for explicit consent or stop sharing that category.`,
	Law:   []law.Citation{ukGDPR("9", "9(1) and (2)"), euGDPR("9(1), (2)"), dpaSection("10"), icoSpecial()},
	Check: func(p *Pass) {
		for group := range p.Activities(func(f *graph.Flow) bool { return len(p.uncoveredSpecials(f)) > 0 }) {
			f := p.flow(group[0])
			p.Report(group, at(f, graph.FieldCondition, graph.FieldBasis, graph.FieldCategories), "%s: no condition of Art 9(2) is recorded for %s%s%s",
				p.who(group), texts(p.uncoveredSpecials(f)), p.takenForCondition(f), p.elsewhere(f))
		}
	},
}

// uncoveredSpecials lists the special categories of a flow that no condition
// covers.
func (p *Pass) uncoveredSpecials(f *graph.Flow) []protected {
	var list []protected
	for _, of := range p.specials(f) {
		if len(p.conditionsFor(f, of)) == 0 {
			list = append(list, of)
		}
	}
	return list
}

// takenForCondition tells which bases of Article 6 are recorded in its place.
func (p *Pass) takenForCondition(f *graph.Flow) string {
	var names []string
	for _, s := range f.Bases {
		if name := p.basisName(s.ID); !strings.Contains(strings.Join(names, "\n"), name) {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return ""
	}
	are := " is a basis"
	if len(names) > 1 {
		are = " are bases"
	}
	return ", and " + strings.Join(names, ", ") + are + " of Art 6 and no condition of Art 9"
}

// elsewhere tells what conditions are recorded for other categories, and what
// the cell says that is no condition.
func (p *Pass) elsewhere(f *graph.Flow) string {
	var parts []string
	for _, s := range f.Conditions {
		if len(s.Covers) > 0 {
			parts = append(parts, p.conditionName(s.ID)+" is recorded for "+strings.Join(s.Covers, ", ")+" only")
		}
	}
	if ref, ok := f.Reads.At(graph.FieldCondition); ok && len(f.Conditions) == 0 && recorded(ref.Value) {
		parts = append(parts, "the cell says "+quote(ref.Value))
	}
	if len(f.Conditions) == 0 {
		parts = append(parts, p.paragraphsAlone(f)...)
	}
	if f.Consent.State == graph.No {
		parts = append(parts, "consent is recorded as refused, withdrawn or not asked for"+said(f.Consent.Text))
	}
	if len(parts) == 0 {
		return ""
	}
	return "; " + strings.Join(parts, "; ")
}

// paragraphsAlone tells which Schedule 1 conditions are recorded without the
// Article 9 condition that they complete.
func (p *Pass) paragraphsAlone(f *graph.Flow) []string {
	var parts []string
	for _, s := range f.Schedule1 {
		c, ok := p.Book.Schedule1Condition(s.ID)
		if !ok || len(c.Serves) == 0 || !p.underUK(f) {
			continue
		}
		if text := paragraph(c) + " of Schedule 1 is recorded, which only completes " + either(c.Serves); !slices.Contains(parts, text) {
			parts = append(parts, text)
		}
	}
	return parts
}
