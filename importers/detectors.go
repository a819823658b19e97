package importers

import (
	"regexp"
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
)

// detector tells what a column holds.
type detector struct {
	field   graph.Field
	what    string
	tenths  int            // of the values, at least
	beside  []string       // words of which the heading must have one; nil: any heading
	unless  *regexp.Regexp // words that the heading must not have; nil: none
	strange bool           // headings go of which no word is known, too
	after   graph.Field    // another column must have this field; "" for none
	is      func(book *law.Book, text string) bool
}

func (d *detector) count(book *law.Book, values []string) int {
	return countOf(values, func(v string) bool { return len(v) <= 300 && d.is(book, v) })
}

func (d *detector) goes(heading string) bool {
	folded := fold(heading)
	if d.unless != nil && d.unless.MatchString(folded) {
		return false
	}
	return d.beside == nil || d.strange && unheard(folded) || slices.ContainsFunc(d.beside, func(w string) bool { return contains(folded, w) })
}

var detectors = []detector{
	{field: graph.FieldAgreement, what: "yes or no", tenths: 8, beside: []string{"dpa", "dsa", "agreement", "contract", "isa"}, is: isYesNo},
	{field: graph.FieldSpecial, what: "yes or no", tenths: 8, beside: []string{"special", "sensitive"}, unless: re(`\b(sensitive to|documents?|roles?|posts?|jobs?|marking|label|commercial\w*|time|price|market|business|politically|culturally)\b`), is: isYesNo},
	{field: graph.FieldDPIA, what: "yes or no", tenths: 8, beside: []string{"dpia", "impact"}, is: isYesNo},
	{field: graph.FieldNotice, what: "yes or no", tenths: 8, beside: []string{"notice"}, is: isYesNo},
	{field: graph.FieldReviewed, what: "dates", tenths: 8, beside: []string{"review", "reviewed", "checked", "updated"}, is: isDate},
	{field: graph.FieldAgreementEnds, what: "dates", tenths: 8, beside: []string{"ends", "end", "expires", "expiry", "renewal"}, is: isDate},
	{field: graph.FieldAgreementDate, what: "dates", tenths: 8, beside: []string{"signed", "agreed", "agreement", "contract", "dpa"}, unless: signedOff, is: isDate},
	{field: graph.FieldHosting, what: "countries", tenths: 7, beside: []string{"host", "hosts", "stored", "store", "server", "data"}, strange: true, is: isPlace},
	{field: graph.FieldRecipientCountry, what: "countries", tenths: 7, beside: recipientsPlace, is: isPlace},
	{field: graph.FieldRecipientCountry, what: "addresses with their country", tenths: 6, beside: []string{"address", "addresses", "registered", "office"}, is: func(book *law.Book, v string) bool { _, ok := countryOfAddress(book, v); return ok }},
	{field: fieldLocation, what: "countries", tenths: 7, beside: []string{"where", "uk", "gb", "europe", "region", "regions", "place", "places", "location", "locations", "world", "sits", "lives"}, is: isPlace},
	{field: graph.FieldStatus, what: "words for whether it is used", tenths: 6, beside: statusWords, is: isStatus},
	{field: graph.FieldRole, what: "roles", tenths: 7, is: func(_ *law.Book, v string) bool { role, _ := parseRole(v); return role != 0 && len(v) > 1 }},
	{field: graph.FieldFrequency, what: "answers to how often", tenths: 8, is: func(_ *law.Book, v string) bool {
		_, ok := words("frequency").whole(v)
		return ok
	}},
	{field: graph.FieldSchedule1, what: "paragraphs of Schedule 1", tenths: 5, is: func(_ *law.Book, v string) bool {
		return namesSchedule1.MatchString(fold(v)) && !namesArticle.MatchString(fold(v))
	}},
	{field: graph.FieldBasis, what: "lawful bases", tenths: 6, is: func(book *law.Book, v string) bool {
		g, doubts := parseBasis(book, v)
		return len(g.bases) > 0 && len(doubts) == 0 && len(strings.Fields(v)) <= 12
	}},
	{field: graph.FieldCondition, what: "conditions of Article 9", tenths: 7, after: graph.FieldBasis, is: func(book *law.Book, v string) bool {
		g, doubts := parseCondition(book, v)
		return len(g.conditions) > 0 && len(doubts) == 0 && len(strings.Fields(v)) <= 12
	}},
	{field: graph.FieldSafeguard, what: "transfer safeguards", tenths: 6, is: func(_ *law.Book, v string) bool {
		list, doubts := parseSafeguards(v, nil, nil)
		return len(list) > 0 && len(doubts) == 0 && list[0].ID != graph.SafeguardNone && list[0].ID != "art-49-a"
	}},
	{field: graph.FieldSubjects, what: "groups of people", tenths: 7, is: func(_ *law.Book, v string) bool { return isGroup(v) }, unless: notOnPeople},
	{field: graph.FieldSubjects, what: "groups of people", tenths: 4, beside: []string{"used by", "uses it", "users", "beneficiaries", "audience", "cohort", "cohorts", "year group", "pupil staff", "pupils staff", "who is it for", "for whom"}, is: func(_ *law.Book, v string) bool { return isGroup(v) }},
	{field: graph.FieldSubjects, what: "letters that the heading explains", tenths: 8, beside: strings.Split("staff s|staff st|staff data s|parent p|parents p|parent pa|parents pa|parent data p|parent data pa|pupil p|pupils p|pupil data p|student s|students s|student st|child c|children c|governors g|learners l", "|"), is: isLegend},
	{field: graph.FieldTo, what: "names of organisations", tenths: 5, unless: notABody, is: isOrganisation},
	{field: graph.FieldCategories, what: "kinds of personal data", tenths: 6, is: func(book *law.Book, v string) bool {
		return len(strings.Fields(v)) <= 25 && len(book.Terms(v)) > 0
	}},
	{field: graph.FieldRetention, what: "periods", tenths: 6, is: func(_ *law.Book, v string) bool { return periodWords.MatchString(v) && len(strings.Fields(v)) <= 12 }, unless: otherPeriods},
}

// statusWords are words of headings under which a list says what became of an app or
// a supplier.
var statusWords = strings.Fields("decision decisions decided outcome outcomes verdict conclusion recommendation recommended approved approval status stage position result permitted allowed lifecycle")

// isStatus reports whether a text is a word for whether something is used, and more
// than a yes.
func isStatus(_ *law.Book, v string) bool {
	_, doubts := parseStatus(v, law.Date{})
	_, open := words("undecided").whole(v)
	return (doubts == nil || open) && stateWord(v) == 0 && !isUnknown(v) && !isNotApplicable(v)
}

// signedOff finds headings of an approval, whose day is not that of an agreement.
var signedOff = re(`\bsigned off\b|\bsign off\b|\b(dpia|assessment|risk|policy|consent)\b`)

// notABody finds headings of the sort of body, and not of its name.
var notABody = re(`\b(types?|kinds?|sorts?|sector|category|status|level|phase|nature)\b`)

// notOnPeople finds headings of people who are not those whom the data is about.
var notOnPeople = re(`\b(access|sees?|responsible|owners?|who can|sent|completed|contact|lead|involved|authorised|internal|recipients?|shared|held by|holders?|approved|signed|trained|given to|told|informed)\b`)

// recipientsPlace are words of headings that ask where a recipient is. A column of
// countries under any other heading tells no more than where the data is kept.
var recipientsPlace = strings.Fields("country countries based base registered established incorporated located hq headquarters office company companies supplier suppliers provider providers vendor vendors recipient recipients organisation organisations firm firms they their who whose nation state jurisdiction destination abroad overseas international third transfer transfers transferred eea eu")

// isGroup reports whether a text names groups of people: "All pupils", "Staff and
// governors", "Y5 and Y6".
func isGroup(text string) bool {
	list := subjects(text)
	return len(list) > 0 && !slices.ContainsFunc(list, func(s string) bool {
		return len(strings.Fields(s)) > 4 || !words("subject").has(s) && !yearGroups.MatchString(s) && !peopleWords.MatchString(s)
	})
}

var yearGroups = re(`^((all|whole|some) )*(y(ear)?s?|ks|key stages?|yr|class(es)?) ?\d+(\s*(and|&|to|-|–|/|,)\s*(y(ear)?|ks|yr)? ?\d+)*( pupils| students| children)?$|^(reception|eyfs|sixth form|6th form|whole school|nursery)( pupils| students| children)?$`)

var peopleWords = re(`\b(teachers?|tutors?|mentors?|coaches|famil(y|ies)|enquirers?|trustees?|boarders?|leavers?|siblings?|residents|clients|patients|contractors|interns|hirers|lettings|y(ear)? ?\d+)\b`)

// isLegend reports whether a value lists letters that its heading explains: "P, Pa,
// S" beneath "Pupils (P), parents (Pa), staff (S)".
func isLegend(_ *law.Book, v string) bool { return legendLetters.MatchString(v) }

var legendLetters = regexp.MustCompile(`^[A-Za-z]{1,3}(\s*[,/&+;]\s*[A-Za-z]{1,3}){0,5}$`)

// otherPeriods finds headings of periods that are not how long data is kept.
var otherPeriods = re(`\b(notice|contract|licen[cs]e|agreement|subscription|review\w*|respon\w+|warranty|training|renew\w*|age|experience|term of office|breach\w*|sars?|requests?|lesson|course|placement|lead time|turnaround|backup|probation|password|deadline|within|service)\b`)

var periodWords = re(`\b\d+\s*(years?|yrs?|months?|weeks?|days?)\b|\bdob\b|date of birth \+|while on roll|until (they|the pupil) leaves?`)

func isYesNo(_ *law.Book, v string) bool {
	state, rest := parseState(v)
	return state != 0 && rest == ""
}

func isDate(_ *law.Book, v string) bool {
	found, d := parseDate(v)
	return d == nil && !found.from.IsZero()
}

// isInitials reports whether a text is two letters that mean a country no more often
// than something else: PT is the public task, LB a lawful basis.
func isInitials(v string) bool {
	return len(v) == 2 && !slices.Contains([]string{"UK", "GB", "US", "EU", "IE", "NI"}, strings.ToUpper(v))
}

func isPlace(book *law.Book, v string) bool {
	if isInitials(v) {
		return false
	}
	p, doubts := parsePlace(book, v)
	return len(p.Countries) > 0 && !slices.ContainsFunc(doubts, func(d doubt) bool { return !d.told })
}

// isOrganisation: a specific body of the table, or a name with a legal form.
func isOrganisation(book *law.Book, v string) bool {
	names := items(v)
	return len(names) > 0 && !slices.ContainsFunc(names, func(name string) bool {
		if b, ok := book.FindBody(name); ok {
			return b.Kind.IsSubject()
		}
		fields := strings.Fields(fold(withoutBrackets(name)))
		return len(fields) < 2 || len(fields) > 8 || legalForm[fields[len(fields)-1]] == ""
	})
}

// contradicts reports whether what a column holds speaks against a field that
// its heading's words suggest: only yes and no where names or countries are due.
func contradicts(book *law.Book, field graph.Field, values []string) bool {
	if len(values) == 0 {
		return false
	}
	yes, dates, places := 0, 0, 0
	for _, v := range values {
		switch {
		case isCount(v):
			yes++ // "Number of data subjects" names nobody
		case isYesNo(book, v):
			yes++
		case isDate(book, v):
			dates++
		case isPlace(book, v):
			places++
		}
	}
	if slices.Contains(overruled, field) && isPlainlyOther(field, values, book) {
		return true
	}
	mostly := func(n int) bool { return 2*n > len(values) }
	reads := func(is func(string) bool) bool { return mostOf(values, is) }
	switch field {
	case graph.FieldAgreement:
		return !reads(func(v string) bool { a, doubts := parseAgreement(v); return a.State != 0 && doubts == nil })
	case graph.FieldDPIA: // a name beside "DPIA reviewer" is no assessment
		return !reads(func(v string) bool {
			return isYesNo(book, v) || isDate(book, v) || isLink(v) || words("pending").has(v)
		})
	case graph.FieldRiskAssessment:
		return !reads(func(v string) bool { e, _ := parseAssessment(v); return e.State != 0 })
	case graph.FieldSpecial:
		return !reads(func(v string) bool { d, doubts := parseSpecial(book, v); return d.State != 0 && doubts == nil })
	case graph.FieldTo:
		return mostly(yes) || mostly(dates) || mostOf(values, func(v string) bool { state, _ := parseState(v); return state != 0 || isAddress(v) })
	case graph.FieldBasis:
		p, n := plainly(values, book)
		return mostly(yes) || mostly(dates) || mostly(places) || n > 0 && p.field == graph.FieldCondition && countBases(values, book) == 0 || 10*countConditions(values, book) >= 6*len(values) && 2*countBases(values, book) < countConditions(values, book)
	case graph.FieldCondition, graph.FieldSchedule1:
		return mostly(yes) || mostly(dates) || mostly(places)
	case graph.FieldReviewed, graph.FieldAgreementEnds:
		return !mostly(dates)
	case graph.FieldRecipientCountry, graph.FieldHosting:
		none := countOf(values, func(v string) bool { state, rest := parseState(v); return state == graph.No && rest == "" })
		return 2*places <= len(values)-none
	case graph.FieldSafeguard:
		return mostly(dates)
	}
	return mostly(yes) || mostly(dates)
}
