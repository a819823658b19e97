package importers

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
)

// detector tells what a column holds.
type detector struct {
	field  graph.Field
	what   string
	tenths int      // of the values, at least
	beside []string // words of which the heading must have one; nil: any heading
	is     func(book *law.Book, text string) bool
}

func (d *detector) count(book *law.Book, values []string) int {
	n := 0
	for _, v := range values {
		if len(v) <= 300 && d.is(book, v) {
			n++
		}
	}
	return n
}

func (d *detector) goes(heading string) bool {
	folded := fold(heading)
	return d.beside == nil || slices.ContainsFunc(d.beside, func(w string) bool { return contains(folded, w) })
}

var detectors = []detector{
	{graph.FieldAgreement, "yes or no", 8, []string{"dpa", "dsa", "agreement", "contract", "isa"}, isYesNo},
	{graph.FieldSpecial, "yes or no", 8, []string{"special", "sensitive"}, isYesNo},
	{graph.FieldDPIA, "yes or no", 8, []string{"dpia", "impact"}, isYesNo},
	{graph.FieldNotice, "yes or no", 8, []string{"notice"}, isYesNo},
	{graph.FieldReviewed, "dates", 8, []string{"review", "reviewed", "checked", "updated"}, isDate},
	{graph.FieldAgreementEnds, "dates", 8, []string{"ends", "end", "expires", "expiry", "renewal"}, isDate},
	{graph.FieldAgreementDate, "dates", 8, []string{"signed", "agreed", "agreement", "contract", "dpa"}, isDate},
	{graph.FieldHosting, "countries", 7, []string{"host", "hosts", "stored", "store", "server", "data"}, isPlace},
	{graph.FieldRecipientCountry, "countries", 7, nil, isPlace},
	{graph.FieldRole, "roles", 7, nil, func(_ *law.Book, v string) bool { role, _ := parseRole(v); return role != 0 }},
	{graph.FieldBasis, "lawful bases", 6, nil, func(book *law.Book, v string) bool {
		g, doubts := parseBasis(book, v)
		return len(g.bases) > 0 && len(doubts) == 0 && len(strings.Fields(v)) <= 12
	}},
	{graph.FieldSafeguard, "transfer safeguards", 6, nil, func(_ *law.Book, v string) bool {
		list, doubts := parseSafeguards(v, nil, nil)
		return len(list) > 0 && len(doubts) == 0 && list[0].ID != graph.SafeguardNone && list[0].ID != "art-49-a"
	}},
	{graph.FieldSubjects, "groups of people", 7, nil, func(_ *law.Book, v string) bool { return isGroup(v) }},
	{graph.FieldTo, "names of organisations", 5, nil, isOrganisation},
	{graph.FieldCategories, "kinds of personal data", 6, nil, func(book *law.Book, v string) bool {
		return len(strings.Fields(v)) <= 25 && len(book.Terms(v)) > 0
	}},
	{graph.FieldRetention, "periods", 6, nil, func(_ *law.Book, v string) bool { return periodWords.MatchString(v) && len(strings.Fields(v)) <= 12 }},
}

// isGroup reports whether a text names groups of people: "All pupils", "Staff and
// governors", "Y5 and Y6".
func isGroup(text string) bool {
	list := subjects(text)
	return len(list) > 0 && !slices.ContainsFunc(list, func(s string) bool {
		return len(strings.Fields(s)) > 4 || !words("subject").has(s) && !yearGroups.MatchString(s)
	})
}

var yearGroups = re(`^((all|whole|some) )*(y(ear)?s?|ks|key stages?|yr|class(es)?) ?\d+(\s*(and|&|to|-|–|/|,)\s*(y(ear)?|ks|yr)? ?\d+)*( pupils| students| children)?$|^(reception|eyfs|sixth form|6th form|whole school|nursery)( pupils| students| children)?$`)

var periodWords = re(`\b\d+\s*(years?|yrs?|months?|weeks?|days?)\b|\bdob\b|date of birth \+|while on roll|until (they|the pupil) leaves?`)

func isYesNo(_ *law.Book, v string) bool {
	state, rest := parseState(v)
	return state != 0 && rest == ""
}

func isDate(_ *law.Book, v string) bool {
	found, d := parseDate(v)
	return d == nil && !found.from.IsZero()
}

func isPlace(book *law.Book, v string) bool {
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
		case isYesNo(book, v):
			yes++
		case isDate(book, v):
			dates++
		case isPlace(book, v):
			places++
		}
	}
	mostly := func(n int) bool { return 2*n > len(values) }
	reads := func(is func(string) bool) bool {
		n := 0
		for _, v := range values {
			if is(v) {
				n++
			}
		}
		return mostly(n)
	}
	switch field {
	case graph.FieldAgreement:
		return !reads(func(v string) bool { a, doubts := parseAgreement(v); return a.State != 0 && doubts == nil })
	case graph.FieldDPIA: // a name beside "DPIA reviewer" is no assessment
		return !reads(func(v string) bool {
			return isYesNo(book, v) || isDate(book, v) || isLink(v) || words("pending").has(v)
		})
	case graph.FieldSpecial:
		return !reads(func(v string) bool { d, doubts := parseSpecial(book, v); return d.State != 0 && doubts == nil })
	case graph.FieldBasis, graph.FieldCondition, graph.FieldSchedule1:
		return mostly(yes) || mostly(dates) || mostly(places)
	case graph.FieldReviewed, graph.FieldAgreementEnds:
		return !mostly(dates)
	case graph.FieldRecipientCountry, graph.FieldHosting:
		return !mostly(places)
	case graph.FieldSafeguard:
		return mostly(dates)
	}
	return mostly(yes) || mostly(dates)
}
