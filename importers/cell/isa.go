package cell

import (
	"slices"
	"strings"

	"dpmap/graph/law"
	"dpmap/importers/words"
)

// IsCountries reports whether a text is a country, or some, and no other word: a
// heading may speak of the UK.
func IsCountries(book *law.Book, text string) bool {
	names := words.Items(text)
	return len(names) > 0 && !slices.ContainsFunc(names, func(name string) bool {
		_, country := book.FindCountry(name)
		_, bloc := book.FindBloc(name)
		return IsInitials(name) || !country && !bloc
	})
}

// IsGroup reports whether a text names groups of people: "All pupils", "Staff and
// governors", "Y5 and Y6".
func IsGroup(text string) bool {
	list := Subjects(text)
	return len(list) > 0 && !slices.ContainsFunc(list, func(s string) bool {
		return len(strings.Fields(s)) > 4 || !words.List("subject").Has(s) && !yearGroups.MatchString(s) && !peopleWords.MatchString(s)
	})
}

var yearGroups = words.Regexp(`^((all|whole|some) )*(y(ear)?s?|ks|key stages?|yr|class(es)?) ?\d+(\s*(and|&|to|-|–|/|,)\s*(y(ear)?|ks|yr)? ?\d+)*( pupils| students| children)?$|^(reception|eyfs|sixth form|6th form|whole school|nursery)( pupils| students| children)?$`)

var peopleWords = words.Regexp(`\b(teachers?|tutors?|mentors?|coaches|famil(y|ies)|enquirers?|trustees?|boarders?|leavers?|siblings?|residents|clients|patients|contractors|interns|hirers|lettings|y(ear)? ?\d+)\b`)

// IsYesNo reports whether a value begins with yes or no, or says that it does not apply.
func IsYesNo(_ *law.Book, v string) bool {
	state, rest := ParseState(v)
	return state != 0 && rest == ""
}

// IsDate reports whether a value is a date.
func IsDate(_ *law.Book, v string) bool {
	found, d := ParseDate(v)
	return d == nil && !found.From.IsZero()
}

// IsInitials reports whether a text is two letters that mean a country no more often
// than something else: PT is the public task, LB a lawful basis.
func IsInitials(v string) bool {
	return len(v) == 2 && !slices.Contains([]string{"UK", "GB", "US", "EU", "IE", "NI"}, strings.ToUpper(v))
}

// IsPlace reports whether a value names a country, and no person or thing beside it.
func IsPlace(book *law.Book, v string) bool {
	if IsInitials(v) {
		return false
	}
	p, doubts := ParsePlace(book, v)
	return len(p.Countries) > 0 && !slices.ContainsFunc(doubts, func(d Doubt) bool { return !d.Told })
}

// IsOrganisation: a specific body of the table, or a name with a legal form.
func IsOrganisation(book *law.Book, v string) bool {
	names := words.Items(v)
	return len(names) > 0 && !slices.ContainsFunc(names, func(name string) bool {
		if b, ok := book.FindBody(name); ok {
			return b.Kind.IsSubject()
		}
		fields := strings.Fields(words.Fold(words.WithoutBrackets(name)))
		return len(fields) < 2 || len(fields) > 8 || LegalForm[fields[len(fields)-1]] == ""
	})
}
