package column

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/importers/cell"
	"dpmap/importers/words"
)

const (
	// papersNamed are the names of agreements, licences among them.
	papersNamed = `(agreements?|contracts?|dpas?|dsas?|isas?|isps?|mous?|slas?|protocols?|terms|t and cs|ts and cs|licen[cs]es?|subscriptions?|deals?)`
	// goesAbroad are words of headings about what leaves the country.
	goesAbroad  = `(abroad|overseas|outside|transfers?|transferred|third countr(y|ies)|country|countries|international\w*|int l|intl|exports?|exported|cross border|leav(es?|ing)|schrems|idta|sccs?|restricted)`
	parentsSaid = `\b(parents?|parental|famil(y|ies)|carers?|guardians?|mums?)( carers?| guardians?)? (ok|okay|(agreement|approval|authorisation|sign ?off) (obtained|given|received|held|recorded|in place|on file))\b`
	endsWord    = `(ends?|ending|ended|end date|expir\w*|renew\w*|until|till|to|up|finish\w*|laps\w*|runs|run out|break|terminat\w*|valid|ceas\w*|lasts|closes?|over|stop(s|ped)?|done by|final|tie ?in|last day|close date)`
)

// askedPapers tells the papers about a flow, and the days on them, by words that no
// list of headings has all of, where the cells answer. A cell decides more than a
// word: a day under "DPA" is the day on which it was signed.
var askedPapers = []asked{
	{graph.FieldAgreementEnds, words.Regexp(`\b` + papersNamed + `\b.*\b` + endsWord + `\b|\b` + endsWord + `\b.*\b` + papersNamed + `\b|^(date )?(it |this |in force |valid |good |lasts |runs |up )?(ends|ending|lapses|expires|finish|finishes|stops|tie ?in|ceases|runs out|until|till|valid (until|till|to)|finish(es)? date|break date|expiration|expiring|expiry|up)( on| when| by| date)?$`), words.Regexp(`\b(review\w*|request\w*|sent|chas\w*|draft|signed|start\w*|began|since|dpia|consent|retention|kept|keep|stor\w+|delet\w+|data|idta|sccs?|notice period|length)\b`), datesAndOpenEnds},
	{graph.FieldAgreementDate, words.Regexp(`\b` + papersNamed + `\b|\b(signed|signature|signatures|signing|executed|execution|agreed|commenc\w+|in force|entered into)\b`), words.Regexp(`\b(` + endsWord[1:len(endsWord)-1] + `|end|review\w*|next|due|request\w*|sent|chas\w*|draft\w*|needed|required|updat\w*|invoice|checked|asked|transfers?|international|idta|sccs?|addendum|safeguards?|mechanisms?|old|previous|former|first|dpia|consent\w*|breach|term dates?|cost|value|paid|payment|seen|uploaded|added|proposed|planned|outstanding|missing|unsigned|withdrawn|terminated|cancelled|policy|notice|training|parents?|pupils?|staff|employ\w+|cancel\w*|last contact|home school)\b`), datesMostly},
	{graph.FieldRiskAssessment, words.Regexp(`\b(risks?|assess\w*|tra|tia|ra|test)\b.*\b` + goesAbroad + `\b|\b` + goesAbroad + `\b.*\b(risks?|assess\w*|tra|tia|ra|test)\b`), words.Regexp(`\b(rating|score|level|owner|who|whom|author|pupils?|trips?|visits?|dpias?|due|next|type|kind|adequacy|credit|financial|supplier|policy|safeguarding|if|likelihood|impact$|register)\b`), tenths(6, assessedOrNot)},
	{graph.FieldSafeguard, words.Regexp(`\b` + goesAbroad + `\b.*\b(safeguard\w*|protect\w*|mech\w*|basis|lawful\w*|legal\w*|cover\w*|safe\w*|adequacy|tool|measures?|arrangements?|in place|how)\b|\b(safeguard\w*|protect\w*|mech\w*|basis|lawful\w*|legal\w*|cover\w*|safe\w*|adequacy|tool|measures?|arrangements?|how|what)\b.*\b` + goesAbroad + `\b`), words.Regexp(`\b(which countr\w+|what countr\w+|where|who|whom|date|dated|signed|expir\w*|risks?|assess\w*)\b`), tenths(4, namesSafeguard)},
	{FieldJoint, words.Regexp(`\bjoint(ly)?\b.*\b(control\w*|determin\w*|decid\w*|decisions?|with|responsib\w*)\b|\bcontrol\w*\b.*\bjoint(ly)?\b|\b(shared?|sharing) control\w*\b|\bco ?controllers?\b|\bart(icle)? 26\b|^jcs?\b|^(is (it|this) )?joint$|\bdecid\w* jointly\b|\bcontrol (is )?shared\b|\bfellow (data )?controllers?\b|\bjoint (dc|dcs|or sole|or separate|or independent)\b|\bdecisions?\b.*\bjoint(ly)?\b|\bjoint(ly)? (purposes?|decisions?|decided|determined|determination)\b|\bctrls?\b.*\bjoint\b|\bjoint ctrl\b`), words.Regexp(`\b(agreements?|arrangements?|contracts?|processors?|role|status|date|signed|venture|account|project|training|why|how)\b`), jointly},
	{graph.FieldNotice, words.Regexp(`\b(notices?|pns?|fpn)\b|\bprivacy (info|information|statements?)\b|\b(people|parents?|famil(y|ies)|pupils?|students?|individuals|data subjects|they|everyone|those concerned|staff)( \w+)?( all)? (know|aware|told|informed|notified)\b|\b(tell|told|inform|informed|notify|notified) (people|parents?|famil(y|ies)|pupils?|students?|individuals|data subjects|them|everyone)\b|\btransparency\b`), words.Regexp(`^what (do|did|does|will|can) (we|you|they|the school|staff) tell|\b(period|owner|author|due|next|date|dates|when|who|whom|review\w*|month|breach\w*|incidents?|days|board|rights?|contract|termination|consent|enforcement|ico|supplier s?|vendor|their)\b`), tenths(5, notices)},
	{graph.FieldConsent, words.Regexp(parentsSaid + `|^(did|have|has|do) (all )?(the )?` + people + ` (sign(ed)?|agreed?|consent(ed)?|say yes|said yes|give (consent|permission)|given (consent|permission))( it| to (it|this)| for (it|this)| form| the form| slip)?$`), words.Regexp(`\b(home school|contracts?)\b`), tenths(6, consents)},
	{graph.FieldAgreement, words.Regexp(`\bwaspi\b|\bterms\b.*\b(signed|agreed|accepted)\b|\b(signed|agreed|accepted)\b.*\bterms\b|\b(info|information|data)( sharing)? protocols?\b|\bsharing protocols?\b|^(is |has |have |have we got |is there )?(anything|something|it|this|all|everything|paperwork)( been)? signed( up)?( with them| by them| by both)?$`), words.Regexp(`\b(when|date|who|by whom)\b`), agreed},
	{graph.FieldStatus, words.Regexp(`\b(ongoing|still|live|active|currently|in use|in operation|operational|state of|status of|position)\b`), words.Regexp(`\b(dpas?|dsas?|agreements?|contracts?|dpias?|tra|consent\w*|notice|pupils?|students?|staff|employ\w*|roll|salary|marital|bank|account|address|email|directory|licen[cs]e|user|users|data|subject|job|risk|insurance|date|since|why|who|where|how|await\w*|wait\w*|need\w*|missing|outstanding|to (sign|do|get|be)|chas\w*)\b`), tenths(8, standing)},
	{graph.FieldFrequency, words.Regexp(`\b(often|frequen\w*|regular\w*|period(ic|ical|icity)|rate of|times (a|per) (year|term|month|week)|schedule|timing|timetable|interval|happens?|happen|cycle|when)\b`), words.Regexp(`\b(pay\w*|back ?ups?|invoic\w*|bill\w*|review\w*|meetings?|training|trained|tests?|testing|patch\w*|audit\w*|lessons?|visits?|passwords?|maintenance|retention|retain\w*|kept|delet\w*|dispos\w*|destroy\w*|signed|breach\w*|check\w*|policy|schedule 1)\b`), tenths(7, oftenness)},
	{graph.FieldRef, words.Regexp(`^(unique )?(code|identifier|idenf?|record|entry|item|row|line|id|ref|reference|number|num|no|nr|s n|s no|sr|sr no|sn|key|index|serial|urn of entry|seq|sequence|order|id code|ropa code|flow code|register code|ropa|record code|flow|log|case|data flow)( code| id| no| nr| number| ref| key)?$`), nil, tenths(8, func(_ *law.Book, v string) bool { return rowRef.MatchString(words.Fold(v)) })},
	{graph.FieldSecurity, words.Regexp(`\bart(icle)? 32\b|\b(tech\w*|technical) and org\w*\b|\btoms?\b|\bsafety (measures|precautions|arrangements)\b|\b(keep|kept|keeps)\b.*\b(safe|secure|locked)\b|\bhow (safe|secure)\b|\b(secured|protected|safeguarded|locked)( by| with| how| using)?$`), words.Regexp(`\b(training|contact|officer|lead|owner|review\w*|incidents?|rating|score|date|transfers?|abroad|overseas|where)\b`), wordy},
	{graph.FieldNotes, words.Regexp(`\b(comments|remarks?|memos?|observations?|notes|nb)$`), words.Regexp(`\b(countr\w+|retention|security|purpose|how|where|data)\b`), wordy},
	{graph.FieldOwner, words.Regexp(`\b(slt|school|process|senior|dept|department|curriculum|internal|admin|office) lead\b|\b(process|record|asset|data) holder\b|^who to ask( in school)?$`), words.Regexp(`\b(safeguarding|dpo|protection|suppliers?|their|date)\b`), wordy},
	{graph.FieldRetention, words.Regexp(`\bend of life\b|\blife ?cycle\b|\blife ?time\b`), nil, tenths(5, periods)},
}

// everyAsked are the fields that headings ask for, the papers first.
var everyAsked = slices.Concat(askedPapers, askedTable)

// askedFirst are those that are asked for before any word of the heading decides.
var askedFirst = []graph.Field{graph.FieldTo, graph.FieldAccess, FieldCollected, graph.FieldFrom, graph.FieldAgreementEnds, graph.FieldAgreementDate, graph.FieldRiskAssessment, graph.FieldSafeguard, FieldJoint}

// datesAndOpenEnds reports whether values are days, or say that there is no last one.
func datesAndOpenEnds(values []string, book *law.Book) bool {
	return countDates(values, book) > 0 && tenths(8, func(book *law.Book, v string) bool {
		_, endless := words.List("endless").Whole(v)
		return endless || cell.IsDate(book, v) || cell.IsNotApplicable(v)
	})(values, book)
}

func assessedOrNot(_ *law.Book, v string) bool {
	e, _ := cell.ParseAssessment(v)
	return e.State != 0 || recordRef.MatchString(words.Fold(v))
}

func namesSafeguard(_ *law.Book, v string) bool {
	list, _ := cell.ParseSafeguards(v, nil, nil)
	return slices.ContainsFunc(list, func(s graph.Safeguard) bool { return s.ID != graph.SafeguardNone && s.ID != graph.SafeguardOther })
}

// jointly reports whether values say whether somebody is a joint controller, or
// who is.
func jointly(values []string, book *law.Book) bool {
	said := func(book *law.Book, v string) bool {
		state, _ := cell.ParseState(v)
		role, _ := cell.ParseRole(v)
		return state != 0 || cell.IsNotApplicable(v) || role == graph.JointController
	}
	if tenths(6, said)(values, book) {
		return true
	}
	named := func(book *law.Book, v string) bool {
		return said(book, v) || cell.IsUnknown(v) || !cell.IsPlace(book, v) && !cell.IsGroup(v) && startsLikeName(v)
	}
	roles := cell.CountOf(values, func(v string) bool { role, _ := cell.ParseRole(v); return role != 0 && role != graph.JointController })
	return roles == 0 && !datesMostly(values, book) && (tenths(9, named)(values, book) || namesBodies(values, book))
}

func notices(_ *law.Book, v string) bool {
	e, _ := cell.ParseEvidence(v)
	return e.State != 0 || cell.IsLink(v) || namesNotice.MatchString(words.Fold(v))
}

var namesNotice = words.Regexp(`\b(notices?|pns?|fpn|privacy|section|website|policy|letter)\b`)

func standing(_ *law.Book, v string) bool {
	_, ok := words.List("status").Whole(v)
	return ok || cell.IsYesNo(nil, v)
}

func oftenness(_ *law.Book, v string) bool {
	id, _ := words.List("frequency").First(v)
	return id != "" && len(v) < 60
}

var rowRef = words.Regexp(`^[a-z]{0,6} ?\d{1,5}[a-z]?$`)

// startsLikeName reports whether a text begins with a capital and is short.
func startsLikeName(v string) bool {
	first, _ := utf8.DecodeRuneInString(v)
	return unicode.IsUpper(first) && len(strings.Fields(v)) <= 8
}
