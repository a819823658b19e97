package column

import (
	"fmt"
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/importers/cell"
	"dpmap/importers/words"
)

// cellsOf are what the cells of a column may hold as a whole, by the names in the
// tables of what headings ask.
var cellsOf = map[string]func(values []string, book *law.Book) bool{
	"agreements": agreed, "bodies": bodiesNamed, "dates": datesMostly, "dates or endless": datesAndOpenEnds,
	"joint controllers": jointly, "own schools": ownSchools, "places": placesMostly, "things": namesThings,
	"titles": titles, "words": wordy, "words but no people": wordyOfNobody,
}

// cellIs are what single cells may be: "6 in 10 answers".
var cellIs = map[string]func(book *law.Book, v string) bool{
	"answers": startsWithState, "assessments": assessedOrNot, "consents": consents, "documents": papers,
	"frequencies": oftenness, "givers": givesData, "groups of people": isPeople, "notices": notices,
	"only givers": saysWhoGave, "periods": periods, "row numbers": isRowNumber, "safeguards": namesSafeguard,
	"special data": declares, "states": standing,
}

// cellsHold is what the tables ask of the cells of a column.
func cellsHold(name string) (func(values []string, book *law.Book) bool, error) {
	if holds, ok := cellsOf[name]; ok {
		return holds, nil
	}
	n, of, _ := strings.Cut(name, " in 10 ")
	is, ok := cellIs[of]
	if len(n) != 1 || n[0] < '1' || n[0] > '9' || !ok {
		return nil, fmt.Errorf("cells hold nothing that is called %q", name)
	}
	return tenths(int(n[0]-'0'), is), nil
}

// tenths asks that so many tenths of the values, at least, are so.
func tenths(n int, is func(book *law.Book, v string) bool) func([]string, *law.Book) bool {
	return func(values []string, book *law.Book) bool {
		return 10*cell.CountOf(values, func(v string) bool { return len(v) <= 300 && is(book, v) }) >= n*len(values)
	}
}

// namesThings reports whether values are names, of which none need be a company's.
func namesThings(values []string, book *law.Book) bool {
	return wordy(values, book) && 10*cell.CountOf(values, func(v string) bool {
		return len(strings.Fields(v)) <= 6 && strings.ToLower(v) != v && !isCount(v) && !cell.IsGroup(v)
	}) >= 7*len(values)
}

// ownSchools reports whether values name schools of the register's own: by the name
// that a school goes by, and not as the one before or after.
func ownSchools(values []string, _ *law.Book) bool {
	n := cell.CountOf(values, func(v string) bool {
		f := words.Fold(v)
		return schoolName(f) && !previousPlace(f) && len(v) <= 80
	})
	return n >= 2 && 10*n >= 6*len(values)
}

// agreed reports whether values say whether there is an agreement, and are not
// merely days of which nobody knows what they are of.
func agreed(values []string, book *law.Book) bool {
	return !datesMostly(values, book) && tenths(6, func(_ *law.Book, v string) bool { return cell.AgreementAnswer(v).State != 0 })(values, book)
}

func datesMostly(values []string, book *law.Book) bool {
	return cell.MostOf(values, func(v string) bool { return cell.IsDate(book, v) })
}

// placesMostly reports whether values are countries, or say that there is none.
func placesMostly(values []string, book *law.Book) bool {
	return 10*cell.CountOf(values, func(v string) bool {
		state, rest := cell.ParseState(v)
		return cell.IsPlace(book, v) || state == graph.No && rest == ""
	}) >= 7*len(values) && holdsPlace(values, book)
}

// wordyOfNobody reports whether values are words, and not mostly groups of people.
func wordyOfNobody(values []string, book *law.Book) bool {
	return wordy(values, book) && !cell.MostOf(values, cell.IsGroup)
}

// wordy reports whether values are words, and not answers, dates or countries.
func wordy(values []string, book *law.Book) bool {
	n := cell.CountOf(values, func(v string) bool {
		state, _ := cell.ParseState(v)
		return state != 0 || cell.IsDate(book, v) || cell.IsPlace(book, v) || periodWords.MatchString(v)
	})
	return 10*n <= 3*len(values)
}

// titles reports whether values are words, in which countries may be named: "Iceland
// geography trip".
func titles(values []string, book *law.Book) bool {
	n := cell.CountOf(values, func(v string) bool {
		state, rest := cell.ParseState(v)
		return state != 0 && rest == "" || cell.IsDate(book, v) || cell.IsCountries(book, v) || periodWords.MatchString(v)
	})
	return 10*n <= 3*len(values)
}

// bodiesNamed reports whether values are names of others than the school's own
// people.
func bodiesNamed(values []string, book *law.Book) bool {
	values = slices.DeleteFunc(slices.Clone(values), cell.StaysInside) // which says that there is nobody, and no other thing
	own := cell.CountOf(values, func(v string) bool { return cell.IsGroup(v) || listsData(book, v) })
	return HoldsNames(values, book) && 10*own <= 3*len(values)
}

// datesAndOpenEnds reports whether values are days, or say that there is no last one.
func datesAndOpenEnds(values []string, book *law.Book) bool {
	return countDates(values, book) > 0 && tenths(8, func(book *law.Book, v string) bool {
		_, endless := words.List("endless").Whole(v)
		return endless || cell.IsDate(book, v) || cell.IsNotApplicable(v)
	})(values, book)
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
