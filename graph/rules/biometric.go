package rules

import (
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
)

var biometricNoParentalConsent = Rule{
	Code:     "biometric-no-parental-consent",
	Title:    "Pupils' biometric data without a parent's written consent",
	Severity: Critical,
	Doc: `Fires when a flow or a school's own use carries biometric data that identifies people, the data subjects are pupils, are not recorded or are not all recognised as adults ("Ps", "Everyone"), a school or trust (or a register's own controller whose kind is not recorded) is a party to it, and no written consent of a parent or carer is recorded.

Does not fire where all data subjects are recognised as adults (staff, parents, governors, visitors and the like), nor for a school that is recorded as outside England and Wales, where the Act does not reach: abroad, or written as Scotland or Northern Ireland. A school written as "UK" is taken to be in England or Wales. Nor when the consent is recorded as given by a parent in writing (a signed, paper or electronic form). A broad class of data whose definition mentions biometric data is not taken for a record that it is used, and a photograph is no biometric data unless faces are recognised.

Schools and colleges must tell every parent and have the written consent of one before they use a child's fingerprint or face, must stop when the child or a parent objects, and must offer another way.`,
	Fix: `Stop using the biometric data of every child without written consent, offer a card or PIN instead, collect the consents on a form, and record "Yes, parent, written form" with the date in the column Consent. A child's own refusal overrides the parent.`,
	Law: []law.Citation{
		{Cite: "Protection of Freedoms Act 2012 ss.26 to 28", URL: "https://www.legislation.gov.uk/ukpga/2012/9/section/26", Regime: law.UK},
		ukGDPR("9", "9(1)"), icoSpecial(),
	},
	Check: func(p *Pass) {
		holds := func(f *graph.Flow) bool {
			return biometrics(f) != "" && p.ofPupils(f) && !parentWrote(f.Consent) && !p.answeredElsewhere(f) && p.inEnglandOrWales(f)
		}
		for group := range p.Activities(holds) {
			f := p.flow(group[0])
			how := "no consent of a parent is recorded"
			if recorded(f.Consent.Text) {
				how = "the consent recorded is not a parent's in writing: " + quote(f.Consent.Text)
			}
			p.Report(group, at(f, graph.FieldConsent, graph.FieldCategories), "%s: %s of %s: %s", p.who(group), biometrics(f), subjects(f), how)
		}
	},
}

// biometrics names the biometric categories of a flow, "" when it has none. A
// broad class whose definition mentions biometric data beside much else is no
// record that any is used; the register's own column is.
func biometrics(f *graph.Flow) string {
	var names []string
	for _, c := range f.Categories {
		if c.Class == law.Special && strings.HasPrefix(c.Kind, "biometric") {
			names = append(names, decided(c))
		}
	}
	if ref, ok := f.Reads.At(graph.FieldSpecial); ok && len(names) == 0 && hasWord(ref.Value, []string{"biometric", "biometrics", "fingerprint", "fingerprints"}) {
		return "the special-category data " + quote(ref.Value)
	}
	return strings.Join(names, ", ")
}

// ofPupils reports whether data is, or may be, about pupils of a school that is
// a party to the flow.
func (p *Pass) ofPupils(f *graph.Flow) bool {
	w := whoseData(f)
	if !p.mayTeach(f.From) && !p.mayTeach(f.To) {
		return w.children
	}
	return w.children || w.taught || w.unread
}

// inEnglandOrWales reports whether the school of a flow may be where the
// Protection of Freedoms Act reaches.
func (p *Pass) inEnglandOrWales(f *graph.Flow) bool {
	for _, party := range []string{f.From, f.To} {
		if !p.mayTeach(party) {
			continue
		}
		place := p.Map.Party(party).Country
		elsewhere := hasWord(place.Text, []string{"scotland", "scottish"}) || strings.Contains(strings.ToLower(place.Text), "northern ireland")
		if elsewhere || len(place.Countries) > 0 && !p.isUK(place) {
			return false
		}
	}
	return true
}

// mayTeach reports whether a party is a school or trust, or the register's own
// controller of no recorded kind, which is most probably one.
func (p *Pass) mayTeach(party string) bool {
	kind := p.Map.KindOf(party)
	return teaches(kind) || kind == "" && p.isOwnParty(party)
}

// teaches reports whether the students of such a party are children: an
// education group's may be grown up.
func teaches(kind law.Kind) bool {
	return kind == law.School || kind == law.IndependentSchool || kind == law.Trust
}

// parentWrote reports whether a parent's written consent is recorded.
func parentWrote(c graph.Consent) bool {
	parent := hasWord(c.By+" "+c.Text, []string{"parent", "parents", "parental", "carer", "carers", "guardian", "guardians", "mother", "father"})
	written := hasWord(c.How+" "+c.Text, []string{"written", "writing", "signed", "form", "forms", "letter", "email"})
	return c.State == graph.Yes && parent && written
}

// subjects names whose data it is, and says where that tells no children.
func subjects(f *graph.Flow) string {
	text := strings.Join(f.Subjects, ", ")
	switch w := whoseData(f); {
	case !recorded(text):
		return "people who are not recorded"
	case !w.children && !w.taught:
		return quote(text) + ", which does not say whether they are pupils"
	}
	return quote(text)
}
