package column

import (
	"fmt"
	"slices"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/importers/cell"
	"dpmap/importers/words"
)

// How sure the words of a heading must be to give a column a field that no table
// and no keyword gives it: the odds themselves, and how far they are from the next.
const (
	surest    = 6.0
	surely    = 3.5
	halfKnown = 0.6 // of its words, at least, other headings have
	against   = -3  // odds at which the words speak against a field
)

// kept is what the cells of a field hold.
type kept struct {
	field graph.Field
	what  string // of a field that the cells alone may tell; else empty
	is    func(book *law.Book, text string) bool
}

var keptTable = []kept{
	{graph.FieldBasis, "lawful bases", func(book *law.Book, v string) bool { g, _ := cell.ParseBasis(book, v); return len(g.Bases) > 0 }},
	{graph.FieldCondition, "conditions of Article 9", func(book *law.Book, v string) bool {
		g, _ := cell.ParseCondition(book, v)
		return len(g.Conditions) > 0
	}},
	{graph.FieldSafeguard, "transfer safeguards", func(_ *law.Book, v string) bool {
		list, _ := cell.ParseSafeguards(v, nil, nil)
		return slices.ContainsFunc(list, func(s graph.Safeguard) bool {
			return s.ID != graph.SafeguardNone && s.ID != graph.SafeguardOther && s.ID != "art-49-a"
		})
	}},
	{graph.FieldSubjects, "groups of people", func(_ *law.Book, v string) bool { return words.List("subject").Has(v) && len(v) < 60 }},
	{graph.FieldRole, "roles", func(_ *law.Book, v string) bool { role, _ := cell.ParseRole(v); return role != 0 }},
	{graph.FieldMethod, "ways of sending", func(_ *law.Book, v string) bool { return isMethod(v) }},
	{graph.FieldCategories, "", func(book *law.Book, v string) bool { return len(book.Terms(v)) > 0 }},
	{graph.FieldTo, "", isRecipientName},
	{graph.FieldSchedule1, "", func(book *law.Book, v string) bool { g, _ := cell.ParseSchedule1(book, v); return len(g.Schedule1) > 0 }},
	{graph.FieldRetention, "", func(_ *law.Book, v string) bool { return !cell.IsYesNo(nil, v) }},
}

// byWordsAlone are the further fields that a heading's words may give a column,
// whatever the cells hold: none of them makes anything look better than the
// register says. What a country, an agreement or a paper is, words that only sound
// like it do not decide.
var byWordsAlone = []graph.Field{
	graph.FieldPurpose, graph.FieldSecurity, graph.FieldNotes, graph.FieldOwner, graph.FieldFrequency, graph.FieldSystem,
}

// isRecipientName: a body that is known, or words with a capital that could be a
// name and are no value of another field.
func isRecipientName(book *law.Book, v string) bool {
	for _, name := range words.Items(v) {
		if _, ok := book.FindBody(name); ok {
			return true
		}
	}
	return HoldsNames([]string{v, v}, book)
}

// spokenFor is the field that the words of a heading speak for, by all headings
// that are known, where the cells do not speak against it.
func spokenFor(heard hearing, values []string, book *law.Book, free func(graph.Field) bool) (graph.Field, string) {
	if heard.known < halfKnown || heard.list[0].score < surest || heard.list[0].margin < surely {
		return "", ""
	}
	f := heard.list[0].field
	if !free(f) || contradicts(book, f, values) || !holdsOf(f, values, book, 4) {
		return "", ""
	}
	return f, "headings with such words are mostly for it"
}

// hearing is what the words of a heading speak for, the likeliest field first, and
// how many of them other headings have.
type hearing struct {
	list  []suggestion
	known float64
}

func hearHeading(heading string) hearing {
	list, known := learntWordings().suggest(words.Fold(words.WithoutBrackets(heading)))
	return hearing{list, known}
}

// hardly reports whether the words hardly ever stand in headings of the field.
func (h hearing) hardly(f graph.Field) bool {
	return slices.ContainsFunc(h.list, func(s suggestion) bool { return s.field == f && s.score < against })
}

// against reports whether the words of a heading, of which most are known, speak
// against the field.
func (h hearing) against(f graph.Field) bool {
	switch f {
	case graph.FieldBasis, graph.FieldCondition, graph.FieldSafeguard, graph.FieldRole:
		return false // their cells are not to be mistaken
	}
	return h.known >= halfKnown && h.hardly(f)
}

// heldFor is the field of which at least half of the cells are values, where the
// heading's words do not speak against it.
func heldFor(heading string, heard hearing, values []string, book *law.Book, free func(graph.Field) bool) (graph.Field, string) {
	if len(values) < 2 || isOthersCountry(words.Fold(heading)) || mostlyMarks(values) {
		return "", ""
	}
	for _, k := range keptTable {
		if k.what == "" || !free(k.field) || k.field == graph.FieldSubjects && notOnPeople.MatchString(words.Fold(heading)) || heard.hardly(k.field) {
			continue
		}
		if n := cell.CountOf(values, func(v string) bool { return len(v) <= 300 && k.is(book, v) }); n >= 2 && 2*n >= len(values) {
			return k.field, fmt.Sprintf("%d of %d values are %s", n, len(values), k.what)
		}
	}
	if n := cell.CountOf(values, func(v string) bool { return listsData(book, v) }); !free(graph.FieldCategories) && n >= 2 && 2*n >= len(values) && !notDataWords(words.Fold(heading)) {
		return Also(graph.FieldCategories), fmt.Sprintf("%d of %d values list personal data", n, len(values))
	}
	return "", ""
}

// agreedFor takes a column for the agreement's where its heading or its cells speak
// of one and most of the cells are answers.
func agreedFor(heading string, heard hearing, values []string, book *law.Book, free func(graph.Field) bool) (graph.Field, string) {
	if len(values) >= 2 && free(graph.FieldAgreement) && signedPaper(words.Fold(heading)) && datesMostly(values, book) {
		return graph.FieldAgreement, "it gives the days on which agreements were signed"
	}
	if len(values) < 2 || !free(graph.FieldAgreement) || heard.against(graph.FieldAgreement) || datesMostly(values, book) {
		return "", ""
	}
	answers := cell.CountOf(values, func(v string) bool { return cell.AgreementAnswer(v).State != 0 })
	named := cell.CountOf(values, func(v string) bool { return agreementWord.MatchString(words.Fold(v)) })
	if 2*answers < len(values) || !agreementWord.MatchString(words.Fold(heading)) && 2*named < len(values) {
		return "", ""
	}
	return graph.FieldAgreement, fmt.Sprintf("%d of %d values say whether there is an agreement", answers, len(values))
}

// listsData reports whether a text lists kinds of data: two at least, and little
// else.
func listsData(book *law.Book, v string) bool {
	return len(v) <= 300 && len(words.Items(v)) >= 2 && len(book.Terms(v)) >= 2
}

// holdsOf reports whether so many tenths of the values are values of the field.
func holdsOf(f graph.Field, values []string, book *law.Book, tenths int) bool {
	i := slices.IndexFunc(keptTable, func(k kept) bool { return k.field == f })
	if i < 0 {
		return slices.Contains(byWordsAlone, f)
	}
	n := cell.CountOf(values, func(v string) bool { return keptTable[i].is(book, v) })
	return n > 0 && 10*n >= tenths*len(values)
}

// signedPaper tells headings of the day on which an agreement was signed.
func signedPaper(folded string) bool { return words.PhraseList("signed papers").Has(folded) }
