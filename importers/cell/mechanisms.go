package cell

import (
	"dpmap/graph"
	"dpmap/importers/lazyre"
	"dpmap/importers/words"
)

// mechanism is one row of the table of words that safeguard columns use: rows
// above take their words before rows below.
type mechanism struct {
	id  string
	fit *lazyre.Regexp
}

// aside is what cells tell of beside mechanisms: "IDTA signed, TRA not done".
const aside = "aside"

var mechanisms = []mechanism{
	{"", words.Regexp(`\b(data|processing|contract|dpa|privacy|security|service|tenancy|licence|supplier|vendor|gdpr) addendum\b|\baddendum (to|of) (the |our |their )?(contract|agreement|tenancy|terms|dpa|dsa|licence|order|policy)\b`)}, // no mechanism, though one word of it is
	{aside, words.Regexp(`\b(transfer (risk|impact) assessments?|tras?|tias?|dpias?|data protection test|sub-?processors?)\b`)},
	{graph.SafeguardAdequacy, words.Regexp(`\b(subject to|covered by|under|bound by)\s+(the\s+)?(pipeda|appi|pipa|lgpd)\b`)},
	{"uk-us-data-bridge", words.Regexp(`(uk[- ]?us )?data\s*bridge|uk\s*ext(ension|n)?\b( to the (eu-?us )?(dpf|data privacy framework))?|extension to the (eu-?us )?(dpf|data privacy framework)`)},
	{"privacy-shield", words.Regexp(`privacy\s*shield`)},
	{graph.SafeguardDPF, words.Regexp(`\b(eu-?us )?dpf\b|(eu-?us )?data privacy framework`)},
	{"uk-idta", words.Regexp(`(uk )?\bi(dt|td)as?\b|\bint(ernational|['’]?l|\.)? data transfer agreements?|\bidt agreements?\b`)},
	{"uk-addendum", words.Regexp(`(\buk\s*(idt\s*)?addendum\b|(international data )?transfer addendum|ico addendum|\baddendum b1(\.0)?|\baddendum\b)( to the (eu )?(sccs?\b|standard contractual clauses))?( \(b1\.0\))?`)},
	{"old-scc", words.Regexp(`(\b(eu )?(sccs?|standard contractual clauses)\s*\(?)?(2010/87|2004/915|2001/497)(/e[uc])?|\b(old|legacy|2001|2004|2010) (eu )?(sccs?|clauses|standard contractual clauses)|\bsccs? \(?(2001|2004|2010)\b\)?|(clauses|controller to processor) \(?2010\b`)},
	{"eu-scc-2021", words.Regexp(`2021/914(/eu)?|\beu[- ]*(commission )?(sccs?|standard contractual clauses|model clauses)( \(?2021\b\)?)?|\bsccs? \(?2021\b\)?|\b2021 sccs?|\bmodules? ?[1-4]\b|\bmodule (one|two|three|four)|(specific contracts|clauses) approved by the european commission`)},
	{graph.SafeguardSCC, words.Regexp(`\bsccs?\b|(standard|std\.?) contractual clauses?|standard contract clauses|standard clauses|model (contract )?clauses|standard data protection clauses`)},
	{"eu-bcr", words.Regexp(`\b(eu|edpb)([- ]approved)? (bcrs?\b|binding corporate rules)`)},
	{"uk-bcr", words.Regexp(`\b(uk|ico)([- ]approved)? (bcrs?\b|binding corporate rules)|(bcrs?|binding corporate rules)( are| were)? (\((uk|ico)([- ]approved)?\)|approved by the (ico|information commissioner))`)},
	{graph.SafeguardBCR, words.Regexp(`\bbcrs?\b|binding corporate rules`)},
	{graph.SafeguardAdequacy, words.Regexp(`\badequa(cy|te)\b( (decision|regulations?))?|approved by regulations`)},
	{"uk-public-instrument", words.Regexp(`legally binding (and enforceable )?instrument( between public (bodies|authorities))?`)},
	{"uk-admin-arrangement", words.Regexp(`administrative arrangements?( authorised by the commissioner)?`)},
	{"uk-bespoke", words.Regexp(`(bespoke|contract(ual)?) clauses authorised by the (ico|(information )?commissioner)`)},
	{"art-49-cli", words.Regexp(`(art(icle|\.)? ?49\s*(\(1\))?[ ,]*)?compelling legitimate interests?`)},
	{"art-49-a", words.Regexp(`49\s*\(?1?\)?\s*\(?a\)?\b\)?|\b(explicit |parental |written )*consent\b`)},
	{"art-49-b", words.Regexp(`49\s*\(?1?\)?\s*\(?b\)?\b\)?`)},
	{"art-49-c", words.Regexp(`49\s*\(?1?\)?\s*\(?c\)?\b\)?`)},
	{"art-49-d", words.Regexp(`49\s*\(?1?\)?\s*\(?d\)?\b\)?`)},
	{"art-49-e", words.Regexp(`49\s*\(?1?\)?\s*\(?e\)?\b\)?`)},
	{"art-49-f", words.Regexp(`49\s*\(?1?\)?\s*\(?f\)?\b\)?`)},
	{"art-49-g", words.Regexp(`49\s*\(?1?\)?\s*\(?g\)?\b\)?`)},
}
