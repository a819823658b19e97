package rules

import (
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
)

var specialConsentWithdrawn = Rule{
	Code:     "special-consent-withdrawn",
	Title:    "Special-category data rests on a consent that was refused or withdrawn",
	Severity: Critical,
	Doc: `Fires when a special category of a flow rests on consent alone and the register records the consent as refused or withdrawn.

Does not fire when another condition of Article 9(2) covers the category too, or when nothing is recorded of the consent's fate.

A withdrawn consent makes earlier processing no less lawful, and every later use unlawful.`,
	Fix: `Stop the flow for those who refused or withdrew, tell the recipient, and have the data deleted where nothing else allows it to be kept. If the data is needed by law, consent was the wrong condition: record the right one and tell the people concerned.`,
	Law: []law.Citation{ukGDPR("7", "7(3)"), ukGDPR("9", "9(2)(a)"), icoSpecial()},
	Check: func(p *Pass) {
		holds := func(f *graph.Flow) bool { return f.Consent.State == graph.No && len(p.onlyConsent(f)) > 0 }
		for group := range p.Activities(holds) {
			f := p.flow(group[0])
			p.Report(group, at(f, graph.FieldConsent, graph.FieldCondition), "%s: consent is the condition for %s, and is recorded as refused or withdrawn%s",
				p.who(group), texts(p.onlyConsent(f)), said(f.Consent.Text))
		}
	},
}

var specialConsentNotExplicit = Rule{
	Code:     "special-consent-not-explicit",
	Title:    "Consent to special-category data is not shown to be explicit",
	Severity: Medium,
	Doc: `Fires when a special category rests on consent alone, and that consent is recorded as implied, opt-out, assumed or pre-ticked, or the register records neither how nor when it was given. A register that says only "Consent" as its lawful basis is such a case: the word was read as the condition too, and the message says so.

Does not fire when another condition covers the category, when the consent is recorded as explicit, or with how or when it was given, or when it was withdrawn, which special-consent-withdrawn tells.

Article 9 asks for explicit consent: an express statement that can be shown and withdrawn.`,
	Fix: `Find the form on which consent was given and record how and when ("explicit, signed form, 3/9/2025") in the column Consent. If there was no express statement, ask again with one, or use another condition of Article 9(2).`,
	Law: []law.Citation{ukGDPR("9", "9(2)(a)"), ukGDPR("7", "7(1)"), icoSpecial()},
	Check: func(p *Pass) {
		for group := range p.Activities(func(f *graph.Flow) bool { return p.notExplicit(f) != "" }) {
			f := p.flow(group[0])
			p.Report(group, at(f, graph.FieldConsent, graph.FieldCondition, graph.FieldBasis), "%s: the condition for %s is %s", p.who(group), texts(p.onlyConsent(f)), p.notExplicit(f))
		}
	},
}

// notExplicit names the consent that a flow rests on and is not shown to be
// explicit, with what is wrong with it; "" when it is, or when the flow does not
// rest on consent.
func (p *Pass) notExplicit(f *graph.Flow) string {
	c := f.Consent
	if c.State == graph.No || len(p.onlyConsent(f)) == 0 {
		return ""
	}
	switch {
	case c.Explicit == graph.No:
		return "consent that is recorded as not explicit" + said(c.Text)
	case c.Explicit == graph.Yes, recorded(c.How), !c.Date.IsZero():
		return ""
	case p.inferredConsent(f):
		return "only the word consent in the lawful basis, and the register records neither how nor when it was given"
	}
	return "consent, and the register records neither how nor when it was given" + said(c.Text)
}

// inferredConsent reports whether the condition of consent was only read from
// the words of another cell.
func (p *Pass) inferredConsent(f *graph.Flow) bool {
	for _, s := range f.Conditions {
		if s.ID == consentCondition {
			return s.Inferred
		}
	}
	return false
}

var specialConsentChild = Rule{
	Code:     "special-consent-child",
	Title:    "A young child's own consent is recorded for an online service",
	Severity: Low,
	Doc: `Fires when consent is recorded as given by the child alone, the data subjects are recorded as under 13 (early years, infant, primary or junior pupils, or an age or year group below 13), and the flow feeds an online service: its purpose, system or way of sharing names an app, website, platform, portal or online account.

Does not fire when a parent or carer gave the consent too, for older pupils, or where the age or the service is not recorded.

A child can consent to an online service from the age of 13 in the UK; below that a parent must.`,
	Fix: `Ask a parent or carer for the consent and record who gave it in the column Consent. Where the service is part of lessons, consent is rarely the right basis: see whether public task fits.`,
	Law: []law.Citation{ukGDPR("8", "8(1)"), ico("Children and the UK GDPR", "childrens-information/")},
	Check: func(p *Pass) {
		for group := range p.Activities(childConsent) {
			f := p.flow(group[0])
			p.Report(group, at(f, graph.FieldConsent), "%s: consent is recorded from %s alone, the data is about %s, and the flow feeds an online service",
				p.who(group), quote(f.Consent.By), quote(strings.Join(f.Subjects, ", ")))
		}
	},
}

func childConsent(f *graph.Flow) bool {
	byChild := hasWord(f.Consent.By, []string{"child", "children", "pupil", "pupils", "student", "students", "learner", "learners"})
	byParent := hasWord(f.Consent.By, []string{"parent", "parents", "parental", "carer", "carers", "guardian", "guardians", "mother", "father"})
	online := hasWord(f.Purpose+" "+f.System+" "+f.Method, []string{"app", "apps", "website", "online", "platform", "platforms", "portal", "account", "accounts"})
	return byChild && !byParent && online && underThirteen(f.Subjects)
}

// underThirteen reports whether data subjects are recorded as young children.
func underThirteen(subjects []string) bool {
	for _, s := range subjects {
		if hasWord(s, []string{"infant", "infants", "primary", "junior", "juniors", "nursery", "reception", "ks1", "ks2", "eyfs"}) ||
			youngYear(s) || strings.Contains(strings.ToLower(s), "under 13") || strings.Contains(strings.ToLower(s), "early years") {
			return true
		}
	}
	return false
}

// youngYear reports whether a text names one of the years 1 to 6.
func youngYear(text string) bool {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return r == ' ' || r == ',' || r == '-' || r == '(' || r == ')' })
	for i := 1; i < len(words); i++ {
		if (words[i-1] == "year" || words[i-1] == "years") && len(words[i]) == 1 && words[i] >= "1" && words[i] <= "6" {
			return true
		}
	}
	return false
}
