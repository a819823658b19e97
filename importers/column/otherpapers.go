package column

import (
	"regexp"
	"slices"

	"dpmap/graph"
	"dpmap/importers/cell"
	"dpmap/importers/words"
)

// A paper of another sort is an agreement, or a consent, and yet none about the
// data: a home-school agreement, a device loan, consent to medicine.
var (
	otherAgreement = words.Regexp(`\b(acceptable use|aup|users?|loans?|dbs|devices?|laptops?|i ?pads?|chromebooks?|tablets?|home school|behaviou?r|attendance|parent(al|s)?|family|pupils?|students?|learning|tenancy|lease|lettings?|hire|rental|funding|grant|purchase|employment|employees?|staff|teachers?|governors?|trustees?|volunteers?|visitors?|placement|apprenticeship|training|nursery|fees?|payment|credit|direct debit|pay|union|collective|recognition|insurance|finance|settlement|catering|cleaning|grounds|building|construction|photocopier|printer|phone|energy|boarding|sports?|confidentiality|non disclosure|nda|code of conduct|working time|flexible working|sponsorship|admission|supply|agency workers?) (loan |use |hire |contract of )?(agreements?|contracts?)\b|\b(agreements?|contracts?) (with|for|by|from|of) (the |our )?(pupils?|parents?|students?|children|staff|employees?|teachers?|governors?|volunteers?|famil(y|ies)|tenants?|employment|landlord)\b`)
	aboutData      = words.Regexp(`\b(data|gdpr|dpa|dsa|isa|sharing|processing|processors?|art(icle)? (28|26)|privacy|information|suppliers?)\b`)
	otherConsent   = words.Regexp(`\b(medic(al|ine|ines|ation)|treatment|first aid|paracetamol|calpol|plasters?|sun ?(cream|screen)|face ?paint(ing)?|food tasting|cookery|allergens?|walk(ing)?|transport|minibus|travel|emergency|vaccin\w+|immunis\w+|leave site|home alone|sleepover|activities|pg film)\b.*\b(consents?|permissions?|slips?)\b|\b(consents?|permissions?)\b.*\b(medic(al|ine|ines|ation)|treatment|first aid|leave site|walk home|travel)\b`)
	consentsPart   = words.Regexp(`\bconsents?( forms?)? (version|wording|template|deadline|age|expiry|expires|officer|lead|manager|owner|policy|withdrawal|withdrawn|number|review(ed)?( date| by)?)\b`)
)

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
		case otherAgreement.MatchString(folded) && !aboutData.MatchString(folded) && !words.PhraseList("parents said").Has(folded):
			out[i].Field, out[i].How, out[i].Why = "", byAside, "by its heading it is an agreement about something else than the data"
		case otherConsent.MatchString(folded) && !aboutData.MatchString(folded):
			out[i].Field, out[i].How, out[i].Why = "", byAside, "by its heading it is consent to something else than the use of data"
		case consentsPart.MatchString(folded):
			out[i].Field, out[i].How, out[i].Why = "", byAside, "it says something of a consent form, and not whether there is consent"
		}
	}
	return out
}

// otherThings finds, by field, headings that have its words and ask something of
// another thing: how often is backed up, how is paid, when is to be reviewed next.
var otherThings = map[graph.Field]*regexp.Regexp{
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
