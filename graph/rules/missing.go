package rules

import (
	"slices"
	"strconv"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
)

var basisMissing = Rule{
	Code:     "basis-missing",
	Title:    "No lawful basis is recorded",
	Severity: High,
	Doc: `Fires when no lawful basis of Article 6(1) is recorded for a flow or a party's own use of data, or the cell holds words that name none, or the only basis recorded is one that the law of the sender does not have at the date: recognised legitimate interest, 6(1)(ea), is of UK law alone and since 5 February 2026. The message tells a blank from words that were not understood.

Does not fire when at least one basis is recorded (whether it fits is asked by other rules), nor from a processor to its sub-processor, where the controller's own flow holds the basis. Nor where a recipient that is a controller itself sends the data on: it answers for that in its own record. The same holds for every rule that asks what a record must hold; transfers are judged all the same.

Without a basis any use of personal data is unlawful, and a privacy notice cannot be written.`,
	Fix: `Record the basis in the column Lawful basis: for a state school mostly public task, 6(1)(e), or legal obligation, 6(1)(c); for an independent school often contract, 6(1)(b), or legitimate interests, 6(1)(f).`,
	Law: []law.Citation{ukGDPR("6", "6(1)"), euGDPR("6(1)"), ico("A guide to lawful basis", "lawful-basis/a-guide-to-lawful-basis/")},
	Check: func(p *Pass) {
		p.eachMissing(graph.FieldBasis, "lawful basis", func(f *graph.Flow) bool { return len(f.Bases) == 0 && !p.answeredElsewhere(f) })
		for group := range p.Activities(func(f *graph.Flow) bool { return p.noSuchBasis(f) != "" && !p.answeredElsewhere(f) }) {
			f := p.flow(group[0])
			p.Report(group, graph.FieldBasis, "%s: %s", p.who(group), p.noSuchBasis(f))
		}
	},
}

// noSuchBasis says why none of the bases that a flow records exists in its law
// at the date, "" when one does or none is recorded.
func (p *Pass) noSuchBasis(f *graph.Flow) string {
	why := ""
	for _, s := range f.Bases {
		b, ok := p.Book.Basis(s.ID)
		switch {
		case !ok:
			return ""
		case b.Regime == law.UK && !p.underUK(f):
			why = p.basisName(b.ID) + " is a basis of UK law only"
		case p.Book.AsAt().Before(b.From):
			why = p.basisName(b.ID) + " exists only from " + b.From.Long()
		default:
			return ""
		}
	}
	return why
}

var purposeMissing = Rule{
	Code:     "purpose-missing",
	Title:    "No purpose is recorded",
	Severity: Medium,
	Doc: `Fires when the purpose of a flow is blank or says that it is not known.

Does not fire when any words are recorded: whether they say enough is for a reader to judge.

The record of processing must give the purposes, and everything else (basis, necessity, retention) is measured against them.`,
	Fix: `Write in a few words what the data is sent for ("statutory school census", "cashless catering"), in the column Purpose.`,
	Law: []law.Citation{ukGDPR("30", "30(1)(b)"), euGDPR("30(1)(b)"), icoDocumentation()},
	Check: func(p *Pass) {
		p.eachMissing(graph.FieldPurpose, "purpose", func(f *graph.Flow) bool { return !recorded(f.Purpose) && !p.anothers(f) })
	},
}

var categoriesMissing = Rule{
	Code:     "categories-missing",
	Title:    "No categories of personal data are recorded",
	Severity: Medium,
	Doc: `Fires when a flow records no category of personal data.

Does not fire when at least one is recorded.

The record of processing must describe the categories of data. Without them nobody can tell whether special-category data goes.`,
	Fix: `List what is sent in the column Data categories ("names; dates of birth; attendance; SEN status").`,
	Law: []law.Citation{ukGDPR("30", "30(1)(c)"), euGDPR("30(1)(c)"), icoDocumentation()},
	Check: func(p *Pass) {
		p.eachMissing(graph.FieldCategories, "category of personal data", func(f *graph.Flow) bool {
			if p.anothers(f) {
				return false
			}
			for _, c := range f.Categories {
				if recorded(c.Name) {
					return false
				}
			}
			return true
		})
	},
}

var subjectsMissing = Rule{
	Code:     "subjects-missing",
	Title:    "Whose data it is is not recorded",
	Severity: Medium,
	Doc: `Fires when a flow records no category of data subjects: pupils, staff, parents, applicants and so on.

Does not fire when at least one is recorded, nor from a processor to its sub-processor, whose record (Article 30(2)) needs none.

The record of processing must describe the categories of people. Children's data asks for more care, so whose it is matters.`,
	Fix: `Write whose data it is in the column Data subjects ("pupils; parents").`,
	Law: []law.Citation{ukGDPR("30", "30(1)(c)"), euGDPR("30(1)(c)"), icoDocumentation()},
	Check: func(p *Pass) {
		p.eachMissing(graph.FieldSubjects, "category of data subjects", func(f *graph.Flow) bool {
			return !recorded(strings.Join(f.Subjects, " ")) && !p.answeredElsewhere(f)
		})
	},
}

var retentionMissing = Rule{
	Code:     "retention-missing",
	Title:    "No time limit is recorded",
	Severity: Medium,
	Doc: `Fires when a flow or a party's own use of data records no retention period, or says that there is none, that it is not known or yet to be decided.

Does not fire when any other words are recorded ("date of birth + 25 years", "see retention schedule", "indefinitely"), when the data goes to the data subject or those who act for them, or from a processor to its sub-processor.

The record of processing must give the envisaged time limits where possible, and data must not be kept longer than it is needed.`,
	Fix: `Take the period from your retention schedule (the IRMS toolkit for schools has one), and write it in the column Retention. For a processor it is what the contract says of deletion or return.`,
	Law: []law.Citation{ukGDPR("30", "30(1)(f)"), ukGDPR("5", "5(1)(e)"), euGDPR("30(1)(f)"), icoDocumentation()},
	Check: func(p *Pass) {
		p.eachMissing(graph.FieldRetention, "retention period", func(f *graph.Flow) bool { return !describes(f.Retention) && !p.toSubject(f) && !p.answeredElsewhere(f) })
	},
}

var securityMissing = Rule{
	Code:     "security-missing",
	Title:    "No security measures are described",
	Severity: Low,
	Doc: `Fires when a flow describes no security measures, or says that there are none ("None", "Not encrypted"), that they are not known or yet to come.

Does not fire when any other words are recorded.

The record of processing should hold a general description of the technical and organisational measures where possible.`,
	Fix: `Write in a few words how the data is protected ("encrypted in transit; role-based access; two-factor sign-in") in the column Security measures.`,
	Law: []law.Citation{ukGDPR("30", "30(1)(g)"), ukGDPR("32", "32(1)"), euGDPR("30(1)(g)"), icoDocumentation()},
	Check: func(p *Pass) {
		p.eachMissing(graph.FieldSecurity, "description of security measures", func(f *graph.Flow) bool { return !describes(f.Security) && !p.anothers(f) })
	},
}

// eachMissing reports, once for each row, the flows that lack a fact.
func (p *Pass) eachMissing(field graph.Field, what string, missing func(f *graph.Flow) bool) {
	for group := range p.Activities(missing) {
		f := p.flow(group[0])
		p.Report(group, field, "%s: no %s is recorded%s", p.who(group), what, unread(f, field))
	}
}

// subjectOf names a flow for readers: by who sends and who receives.
func (p *Pass) subjectOf(f *graph.Flow) string {
	if f.IsOwnUse() {
		return "own use by " + p.name(f.From)
	}
	return p.between(f)
}

// who names the flows of a row for readers: by who sends and who receives, the
// recipients past the second counted.
func (p *Pass) who(group []int) string {
	const named = 2
	first := p.flow(group[0])
	if len(group) == 1 || first.IsOwnUse() {
		return p.subjectOf(first)
	}
	var names []string
	for _, i := range group {
		f := p.flow(i)
		if f.From != first.From || f.IsOwnUse() {
			return p.subjectOf(first) + " and " + strconv.Itoa(len(group)-1) + " more"
		}
		if !slices.Contains(names, p.name(f.To)) {
			names = append(names, p.name(f.To))
		}
	}
	if more := len(names) - named; more > 0 {
		names = append(names[:named], strconv.Itoa(more)+" more")
	}
	return p.name(first.From) + " to " + listed(names)
}

// listed is a list in words: a, b and c.
func listed(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}

// unread quotes a cell that says something which was not understood.
func unread(f *graph.Flow, field graph.Field) string {
	if ref, ok := f.Reads.At(field); ok && strings.TrimSpace(ref.Value) != "" {
		return "; the cell says " + quote(ref.Value)
	}
	return ""
}
