package column

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/importers/cell"
	"dpmap/importers/lazyre"
	"dpmap/importers/words"
)

// Detector tells what a column holds.
type Detector struct {
	Field   graph.Field
	what    string
	tenths  int            // of the values, at least
	beside  []string       // words of which the heading must have one; nil: any heading
	unless  *lazyre.Regexp // words that the heading must not have; nil: none
	strange bool           // headings go of which no word is known, too
	after   graph.Field    // another column must have this field; "" for none
	Is      func(book *law.Book, text string) bool
}

func (d *Detector) count(book *law.Book, values []string) int {
	return cell.CountOf(values, func(v string) bool { return len(v) <= 300 && d.Is(book, v) })
}

func (d *Detector) goes(heading string) bool {
	folded := words.Fold(heading)
	if d.unless != nil && d.unless.MatchString(folded) {
		return false
	}
	return d.beside == nil || d.strange && unheard(folded) || slices.ContainsFunc(d.beside, func(w string) bool { return words.Contains(folded, w) })
}

// Detectors lists what columns can be told by, the surest first.
var Detectors = []Detector{
	{Field: graph.FieldAgreement, what: "yes or no", tenths: 8, beside: []string{"dpa", "dsa", "agreement", "contract", "isa"}, Is: cell.IsYesNo},
	{Field: graph.FieldSpecial, what: "yes or no", tenths: 8, beside: []string{"special", "sensitive"}, unless: words.Regexp(`\b(sensitive to|documents?|roles?|posts?|jobs?|marking|label|commercial\w*|time|price|market|business|politically|culturally)\b`), Is: cell.IsYesNo},
	{Field: graph.FieldDPIA, what: "yes or no", tenths: 8, beside: []string{"dpia", "impact"}, Is: cell.IsYesNo},
	{Field: graph.FieldNotice, what: "yes or no", tenths: 8, beside: []string{"notice"}, Is: cell.IsYesNo},
	{Field: graph.FieldReviewed, what: "dates", tenths: 8, beside: []string{"review", "reviewed", "checked", "updated"}, Is: cell.IsDate},
	{Field: graph.FieldAgreementEnds, what: "dates", tenths: 8, beside: []string{"ends", "end", "expires", "expiry", "renewal"}, Is: cell.IsDate},
	{Field: graph.FieldAgreementDate, what: "dates", tenths: 8, beside: []string{"signed", "agreed", "agreement", "contract", "dpa"}, unless: signedOff, Is: cell.IsDate},
	{Field: graph.FieldHosting, what: "countries", tenths: 7, beside: []string{"host", "hosts", "stored", "store", "server", "data"}, strange: true, Is: cell.IsPlace},
	{Field: graph.FieldRecipientCountry, what: "countries", tenths: 7, beside: recipientsPlace, Is: cell.IsPlace},
	{Field: graph.FieldRecipientCountry, what: "addresses with their country", tenths: 6, beside: []string{"address", "addresses", "registered", "office"}, Is: func(book *law.Book, v string) bool { _, ok := cell.CountryOfAddress(book, v); return ok }},
	{Field: FieldLocation, what: "countries", tenths: 7, beside: []string{"where", "uk", "gb", "europe", "region", "regions", "place", "places", "location", "locations", "world", "sits", "lives"}, Is: cell.IsPlace},
	{Field: graph.FieldStatus, what: "words for whether it is used", tenths: 6, beside: statusWords, Is: isStatus},
	{Field: graph.FieldRole, what: "roles", tenths: 7, Is: func(_ *law.Book, v string) bool { role, _ := cell.ParseRole(v); return role != 0 && len(v) > 1 }},
	{Field: graph.FieldFrequency, what: "answers to how often", tenths: 8, Is: func(_ *law.Book, v string) bool {
		_, ok := words.List("frequency").Whole(v)
		return ok
	}},
	{Field: graph.FieldSchedule1, what: "paragraphs of Schedule 1", tenths: 5, Is: func(_ *law.Book, v string) bool {
		return cell.NamesSchedule1.MatchString(words.Fold(v)) && !namesArticle.MatchString(words.Fold(v))
	}},
	{Field: graph.FieldBasis, what: "lawful bases", tenths: 6, Is: func(book *law.Book, v string) bool {
		g, doubts := cell.ParseBasis(book, v)
		return len(g.Bases) > 0 && len(doubts) == 0 && len(strings.Fields(v)) <= 12
	}},
	{Field: graph.FieldCondition, what: "conditions of Article 9", tenths: 7, after: graph.FieldBasis, Is: func(book *law.Book, v string) bool {
		g, doubts := cell.ParseCondition(book, v)
		return len(g.Conditions) > 0 && len(doubts) == 0 && len(strings.Fields(v)) <= 12
	}},
	{Field: graph.FieldSafeguard, what: "transfer safeguards", tenths: 6, Is: func(_ *law.Book, v string) bool {
		list, doubts := cell.ParseSafeguards(v, nil, nil)
		return len(list) > 0 && len(doubts) == 0 && list[0].ID != graph.SafeguardNone && list[0].ID != "art-49-a"
	}},
	{Field: graph.FieldSubjects, what: "groups of people", tenths: 7, Is: func(_ *law.Book, v string) bool { return cell.IsGroup(v) }, unless: notOnPeople},
	{Field: graph.FieldSubjects, what: "groups of people", tenths: 4, beside: []string{"used by", "uses it", "users", "beneficiaries", "audience", "cohort", "cohorts", "year group", "pupil staff", "pupils staff", "who is it for", "for whom"}, Is: func(_ *law.Book, v string) bool { return cell.IsGroup(v) }},
	{Field: graph.FieldSubjects, what: "letters that the heading explains", tenths: 8, beside: strings.Split("staff s|staff st|staff data s|parent p|parents p|parent pa|parents pa|parent data p|parent data pa|pupil p|pupils p|pupil data p|student s|students s|student st|child c|children c|governors g|learners l", "|"), Is: isLegend},
	{Field: graph.FieldTo, what: "names of organisations", tenths: 5, unless: notABody, Is: cell.IsOrganisation},
	{Field: graph.FieldCategories, what: "kinds of personal data", tenths: 6, Is: func(book *law.Book, v string) bool {
		return len(strings.Fields(v)) <= 25 && len(book.Terms(v)) > 0
	}},
	{Field: graph.FieldRetention, what: "periods", tenths: 6, Is: func(_ *law.Book, v string) bool { return periodWords.MatchString(v) && len(strings.Fields(v)) <= 12 }, unless: otherPeriods},
}

// statusWords are words of headings under which a list says what became of an app or
// a supplier.
var statusWords = strings.Fields("decision decisions decided outcome outcomes verdict conclusion recommendation recommended approved approval status stage position result permitted allowed lifecycle")

// isStatus reports whether a text is a word for whether something is used, and more
// than a yes.
func isStatus(_ *law.Book, v string) bool {
	_, doubts := cell.ParseStatus(v, law.Date{})
	_, open := words.List("undecided").Whole(v)
	return (doubts == nil || open) && cell.StateWord(v) == 0 && !cell.IsUnknown(v) && !cell.IsNotApplicable(v)
}

// signedOff finds headings of an approval, whose day is not that of an agreement.
var signedOff = words.Regexp(`\bsigned off\b|\bsign off\b|\b(dpia|assessment|risk|policy|consent)\b`)

// notABody finds headings of the sort of body, and not of its name.
var notABody = words.Regexp(`\b(types?|kinds?|sorts?|sector|category|status|level|phase|nature)\b`)

// notOnPeople finds headings of people who are not those whom the data is about.
var notOnPeople = words.Regexp(`\b(access|sees?|responsible|owners?|who can|sent|completed|contact|lead|involved|authorised|internal|recipients?|shared|held by|holders?|approved|signed|trained|given to|told|informed)\b`)

// recipientsPlace are words of headings that ask where a recipient is. A column of
// countries under any other heading tells no more than where the data is kept.
var recipientsPlace = strings.Fields("country countries based base registered established incorporated located hq headquarters office company companies supplier suppliers provider providers vendor vendors recipient recipients organisation organisations firm firms they their who whose nation state jurisdiction destination abroad overseas international third transfer transfers transferred eea eu")

// isLegend reports whether a value lists letters that its heading explains: "P, Pa,
// S" beneath "Pupils (P), parents (Pa), staff (S)".
func isLegend(_ *law.Book, v string) bool { return legendLetters.MatchString(v) }

var legendLetters = lazyre.New(`^[A-Za-z]{1,3}(\s*[,/&+;]\s*[A-Za-z]{1,3}){0,5}$`)

// otherPeriods finds headings of periods that are not how long data is kept.
var otherPeriods = words.Regexp(`\b(notice|contract|licen[cs]e|agreement|subscription|review\w*|respon\w+|warranty|training|renew\w*|age|experience|term of office|breach\w*|sars?|requests?|lesson|course|placement|lead time|turnaround|backup|probation|password|deadline|within|service)\b`)

var periodWords = words.Regexp(`\b\d+\s*(years?|yrs?|months?|weeks?|days?)\b|\bdob\b|date of birth \+|while on roll|until (they|the pupil) leaves?`)

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
		case cell.IsYesNo(book, v):
			yes++
		case cell.IsDate(book, v):
			dates++
		case cell.IsPlace(book, v):
			places++
		}
	}
	if slices.Contains(overruled, field) && isPlainlyOther(field, values, book) {
		return true
	}
	mostly := func(n int) bool { return 2*n > len(values) }
	reads := func(is func(string) bool) bool { return cell.MostOf(values, is) }
	switch field {
	case graph.FieldAgreement:
		return !reads(func(v string) bool { a, doubts := cell.ParseAgreement(v); return a.State != 0 && doubts == nil })
	case graph.FieldDPIA: // a name beside "DPIA reviewer" is no assessment
		return !reads(func(v string) bool {
			return cell.IsYesNo(book, v) || cell.IsDate(book, v) || cell.IsLink(v) || words.List("pending").Has(v)
		})
	case graph.FieldRiskAssessment:
		return !reads(func(v string) bool { e, _ := cell.ParseAssessment(v); return e.State != 0 })
	case graph.FieldSpecial:
		return !reads(func(v string) bool { d, doubts := cell.ParseSpecial(book, v); return d.State != 0 && doubts == nil })
	case graph.FieldTo:
		return mostly(yes) || mostly(dates) || cell.MostOf(values, func(v string) bool { state, _ := cell.ParseState(v); return state != 0 || isAddress(v) })
	case graph.FieldBasis:
		p, n := plainly(values, book)
		return mostly(yes) || mostly(dates) || mostly(places) || n > 0 && p.field == graph.FieldCondition && countBases(values, book) == 0 || 10*countConditions(values, book) >= 6*len(values) && 2*countBases(values, book) < countConditions(values, book)
	case graph.FieldCondition, graph.FieldSchedule1:
		return mostly(yes) || mostly(dates) || mostly(places)
	case graph.FieldReviewed, graph.FieldAgreementEnds:
		return !mostly(dates)
	case graph.FieldRecipientCountry, graph.FieldHosting:
		none := cell.CountOf(values, func(v string) bool { state, rest := cell.ParseState(v); return state == graph.No && rest == "" })
		return 2*places <= len(values)-none
	case graph.FieldSafeguard:
		return mostly(dates)
	}
	return mostly(yes) || mostly(dates)
}
