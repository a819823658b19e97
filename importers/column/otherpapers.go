package column

import (
	"slices"

	"dpmap/graph"
	"dpmap/importers/cell"
	"dpmap/importers/lazyre"
	"dpmap/importers/words"
)

// A paper of another sort is an agreement, or a consent, and yet none about the
// data: a home-school agreement, a device loan, consent to medicine.

// ofOtherPapers sets aside the columns about such papers: a yes beneath says nothing
// of the data. Headings that the tables know are left as they are.
func ofOtherPapers(l *Layout, columns []graph.Column) []graph.Column {
	out := slices.Clone(columns)
	for i, c := range out {
		if c.How == cell.ByOption || c.How == ByHeading || c.How == byAside || len(c.Heading) > cell.LongestHeading || HeadingTable()[l.Scope].Knows(c.Heading) {
			continue
		}
		folded := words.Fold(c.Heading)
		switch {
		case otherAgreement(folded) && !aboutData(folded) && !words.PhraseList("parents said").Has(folded):
			out[i].Field, out[i].How, out[i].Why = "", byAside, "by its heading it is an agreement about something else than the data"
		case otherConsent(folded) && !aboutData(folded):
			out[i].Field, out[i].How, out[i].Why = "", byAside, "by its heading it is consent to something else than the use of data"
		case consentsPart(folded):
			out[i].Field, out[i].How, out[i].Why = "", byAside, "it says something of a consent form, and not whether there is consent"
		}
	}
	return out
}

// otherThings finds, by field, headings that have its words and ask something of
// another thing: how often is backed up, how is paid, when is to be reviewed next.
var otherThings = map[graph.Field]*lazyre.Regexp{
	graph.FieldAgreementEnds:  othersExpiry,
	graph.FieldAgreementDate:  othersExpiry,
	graph.FieldConsent:        words.Regexp(`\bsign(ed|s)? (in|out)\b`),
	graph.FieldBasis:          words.Regexp(`\b(special (cat\w*|data)|sensitive|scd?|art(icle)? 9|a9|retention|retain\w*|keeping)\b`),
	graph.FieldFrequency:      words.Regexp(`\b(pay(ment|ments|ing|roll)?|paid|back ?ups?|backed up|invoic\w*|bill\w*|meetings?|training|tests?|testing|patch\w*|audit\w*|lessons?|passwords?|maintenance|check\w*|contact|review\w*)\b`),
	graph.FieldMethod:         words.Regexp(`\b(payment|pay|paid|dispos\w*|destr\w*|delet\w*|teaching|collect\w*|obtained|registration|log ?in|authenticat\w*|contact|recruitment|assess\w*|consent|back ?ups?)\b`),
	graph.FieldSecurity:       words.Regexp(`\b(contact|incidents?|breach\w*|officer|lead|rating|score|questionnaire|review date|deposit|guards?|alarm|badge|gate|cost|training|team)\b`),
	graph.FieldReviewed:       words.Regexp(`\b(next|due|future|upcoming)\b`),
	graph.FieldRiskAssessment: words.Regexp(`\b(trips?|visits?|travel|pupils?)\b`),
	graph.FieldOwner:          words.Regexp(`\brole of (the )?(member of )?staff\b|\b(policy|budget|risk|action) owner\b`),
	graph.FieldNotice:         words.Regexp(`\b(board|quit|period|leave|termination|breach\w*|short|enforcement|statutory|ico)\b`),
	graph.FieldNotes:          words.Regexp(`\b(taken|written|author)\b`),
	graph.FieldStatus:         words.Regexp(`\b(pupils?|enrol\w*|on roll|attend\w*|accounts?|students?|employ\w*|marital|payment|registration|vaccin\w*|sen|send|fsm)\b`),
}

// othersExpiry finds the days of things that are no agreements.
var othersExpiry = words.Regexp(`\b(insurance|certificat\w*|cyber|iso|dbs|ico|passport|visa|training|password|warranty|cards?|qualifications?|first aid|mot|accreditation|registration|domain|ssl|offer|orders?|fees?|consents?|ids?|badge|vaccin\w*)\b`)

// both finds headings that ask for two things at once, of which the field is one.
var both = words.Regexp(`\b(art(icle)? 6|and|incl\w*|plus|with|or)\b`)

func ofOtherThing(f graph.Field, heading string) bool {
	other, folded := otherThings[f], words.Fold(heading)
	return other != nil && other.MatchString(folded) && !(f == graph.FieldBasis && both.MatchString(folded))
}

// otherAgreement reports whether a folded text has one of the phrases "other agreements".
func otherAgreement(folded string) bool { return words.PhraseList("other agreements").Has(folded) }

// aboutData reports whether a folded text has one of the phrases "about data".
func aboutData(folded string) bool { return words.PhraseList("about data").Has(folded) }

// otherConsent reports whether a folded text has one of the phrases "other consents".
func otherConsent(folded string) bool { return words.PhraseList("other consents").Has(folded) }

// consentsPart reports whether a folded text has one of the phrases "parts of consent".
func consentsPart(folded string) bool { return words.PhraseList("parts of consent").Has(folded) }
