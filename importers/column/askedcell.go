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

// yearNames finds year groups within longer words: "KS3-4 pupils", "Staff, Y9+".
var yearNames = words.Regexp(`\b(y|yr|year|ks|key stage) ?\d{1,2}\b`)

// ownGroup finds groups of pupils as teachers call them: "Own class", "Group".
var ownGroup = words.Regexp(`^(own |whole |the |my |their |one )?(class|group|cohort|form|year|school|set)(es|s)?( group| list)?$`)

func isPeople(_ *law.Book, v string) bool {
	return len(v) < 80 && (cell.IsGroup(v) || ownGroup.MatchString(words.Fold(v)) || yearNames.MatchString(words.Fold(v)) || words.List("subject").Has(v) || words.Fold(v) == "all")
}

func declares(book *law.Book, v string) bool {
	d, doubts := cell.ParseSpecial(book, v)
	return d.State != 0 && doubts == nil
}

func startsWithState(_ *law.Book, v string) bool {
	state, _ := cell.ParseState(v)
	return state != 0
}

// givesData reports whether a value names who gives data: a group of people, or a
// body that is known.
func givesData(book *law.Book, v string) bool {
	if words.List("subject").Has(v) || previousPlace(words.Fold(v)) {
		return true
	}
	_, ok := book.FindBody(words.WithoutBrackets(v))
	return ok
}

// saysWhoGave reports whether a value says nothing but who gives data: "From
// parents", "Pupils and staff".
func saysWhoGave(_ *law.Book, v string) bool {
	if words.Fold(v) == "" {
		return false
	}
	for part := range strings.SplitSeq(aloneWords.ReplaceAllString(words.Fold(v), " and "), " and ") {
		part = strings.TrimSpace(part)
		if _, is := words.List("subject").Whole(part); !is && part != "" && (!previousPlace(part) || len(strings.Fields(part)) > 3) {
			return false
		}
	}
	return true
}

var aloneWords = words.Regexp(`\b(from|the|themselves|directly|or|our)\b`)

func consents(_ *law.Book, v string) bool {
	c, _ := cell.ParseConsent(v)
	return c.State != 0 || recordRef.MatchString(v)
}

// recordRef is the number that a register gives a form or an assessment: "C12".
var recordRef = words.Regexp(`^[a-z]{1,6}[ /-]?\d{1,5}[a-z]?$`)

func papers(_ *law.Book, v string) bool {
	e, _ := cell.ParseDocument(v)
	return e.State != 0 || recordRef.MatchString(v) || screened.MatchString(v)
}

var screened = words.Regexp(`\b(screen(ed|ing)?|low|medium|high|full)\b`)

func periods(_ *law.Book, v string) bool {
	return len(v) <= 120 && (periodWords.MatchString(v) || periodShort.MatchString(v))
}

func assessedOrNot(_ *law.Book, v string) bool {
	e, _ := cell.ParseAssessment(v)
	return e.State != 0 || recordRef.MatchString(words.Fold(v))
}

func namesSafeguard(_ *law.Book, v string) bool {
	list, _ := cell.ParseSafeguards(v, nil, nil)
	return slices.ContainsFunc(list, func(s graph.Safeguard) bool { return s.ID != graph.SafeguardNone && s.ID != graph.SafeguardOther })
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

// isRowNumber reports whether a value is the number of a row: "SH012".
func isRowNumber(_ *law.Book, v string) bool { return rowRef.MatchString(words.Fold(v)) }

var rowRef = words.Regexp(`^[a-z]{0,6} ?\d{1,5}[a-z]?$`)

// startsLikeName reports whether a text begins with a capital and is short.
func startsLikeName(v string) bool {
	first, _ := utf8.DecodeRuneInString(v)
	return unicode.IsUpper(first) && len(strings.Fields(v)) <= 8
}

// periodShort finds when data goes in a few words: "6y", "each July", "when they
// leave", "end of year".
var periodShort = words.Regexp(`\b\d+ ?(y|yrs?|years?|m|mths?|months?|wks?|weeks?|days?|d|terms?)\b|\b(end of|after|until|once|when|on leaving|leav(e|es|ers?|ing)|dob|annual(ly)?|yearly|each|every|termly|permanent(ly)?|indefinite(ly)?|for ?ever|never|current|rolling|contract)\b`)

// previousPlace tells where a pupil or a member of staff was before, and others who
// tell a school of them.
func previousPlace(folded string) bool { return words.PhraseList("previous places").Has(folded) }

// schoolName reports whether a folded text has one of the phrases "names of schools".
func schoolName(folded string) bool { return words.PhraseList("names of schools").Has(folded) }
