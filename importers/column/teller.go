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

// teller gives fields to the columns of a table that their headings alone do not
// tell.
type teller struct {
	layout  *Layout
	columns []graph.Column
	samples map[int][]string
	book    *law.Book
	claimed map[graph.Field]bool
	heard   map[string]hearing // by heading: what its words speak for
}

// telling is one way to tell a column by its heading and its cells: the field, how it
// was told and why. The empty field is none.
type telling func(heading string, values []string) (f graph.Field, how, why string)

// Told gives fields to columns that have none, as long as the layout still fits.
// The surest ways come first, and a column that one way told is left to it.
func Told(l *Layout, columns []graph.Column, samples map[int][]string, book *law.Book) []graph.Column {
	t := &teller{
		layout: l, samples: samples, book: book, claimed: map[graph.Field]bool{}, heard: map[string]hearing{},
		columns: dated(unseated(l, heldInstead(betterInstead(l, stillToCome(l, rowNumbers(l, ofOtherPapers(l, columns), samples), samples, book), samples, book), samples, book), samples, book)),
	}
	for _, c := range t.columns {
		t.claimed[c.Field] = true
	}
	t.claimed[graph.FieldRecipientCountry] = t.claimed[graph.FieldRecipientCountry] || t.claimed[FieldHere]
	t.each(t.byQuestionsFirst)
	t.each(t.byKeywords)
	t.each(t.byQuestions)
	t.each(t.bySameMeaning)
	t.columns = seconds(l, furtherCountries(t.columns, samples, book), samples, book)
	t.each(t.byBodiesPlace)
	t.each(t.byDetectors)
	t.each(t.byLearntWords)
	t.each(t.byMostCells)
	t.each(t.byAnswers)
	t.each(t.byOnePart)
	t.columns = t.subsAlone()
	t.each(t.byStandingFirst)
	return t.columns
}

// each tries a way at every column that has no field yet and is not left aside.
func (t *teller) each(tell telling) {
	for i, c := range t.columns {
		if c.Field != "" || c.How != "" {
			continue
		}
		if f, how, why := tell(c.Heading, cell.KnownValues(t.samples[c.Col])); f != "" && !ofOtherThing(f, c.Heading) {
			t.columns[i].Field, t.columns[i].How, t.columns[i].Why = f, how, why
			t.claimed[f] = true
		}
	}
}

// free reports whether the layout has a place for the field and no column has it.
func (t *teller) free(f graph.Field) bool {
	if f == FieldLocation && t.claimed[graph.FieldHosting] || f == graph.FieldHosting && t.claimed[FieldLocation] {
		return false
	}
	return !t.claimed[f] && !slices.Contains(t.layout.Without, f)
}

// hearing is what the words of a heading speak for, worked out once.
func (t *teller) hearing(heading string) hearing {
	h, met := t.heard[heading]
	if !met {
		h = hearHeading(heading)
		t.heard[heading] = h
	}
	return h
}

// byQuestionsFirst asks for recipients, and for who reaches the data, before a word
// such as "supplier" makes its e-mail the recipient, or "countries" those of its
// helpdesk the recipient's.
func (t *teller) byQuestionsFirst(heading string, values []string) (graph.Field, string, string) {
	return t.asked(heading, values, func(f graph.Field) bool {
		return slices.Contains(askedFirst, f) && t.free(f)
	})
}

func (t *teller) byQuestions(heading string, values []string) (graph.Field, string, string) {
	return t.asked(heading, values, t.free)
}

func (t *teller) asked(heading string, values []string, free func(graph.Field) bool) (graph.Field, string, string) {
	f, why := askedFor(heading, values, t.book, free)
	if f == graph.FieldTo || f == graph.FieldSafeguard || slices.Contains(betters, f) {
		return f, ByContents, why // asks for a look
	}
	return f, ByWords, why
}

// bySameMeaning takes a heading for one of the table's that says the same in other
// words.
func (t *teller) bySameMeaning(heading string, values []string) (graph.Field, string, string) {
	if gradeHeading.MatchString(words.Fold(heading)) {
		return "", "", ""
	}
	f, why := alikeFor(heading, values, t.book, t.free)
	if slices.Contains(byWordsAlone, f) {
		return f, ByWords, why
	}
	return f, ByContents, why // asks for a look, beside the heading that it was taken for
}

func (t *teller) byKeywords(heading string, values []string) (graph.Field, string, string) {
	if gradeHeading.MatchString(words.Fold(heading)) {
		return "", "", ""
	}
	for _, k := range keywordsIn(heading) {
		f := countryOf(k.Field, heading)
		if t.free(f) && !contradicts(t.book, f, values) && !ofOtherThing(f, heading) && !(f == graph.FieldTo && AsksForSubs(heading)) {
			return f, ByWords, "the heading has the words " + words.Quote(strings.Join(k.All, " … "))
		}
	}
	return "", "", ""
}

// gradeHeading finds headings that ask how good or bad something is, which is no value
// of it.
var gradeHeading = words.Regexp(`\b(rag|ratings?|scores?|graded?|priority)\b`)

func (t *teller) byDetectors(heading string, values []string) (graph.Field, string, string) {
	listed := listsAnswers(answerBreaks.Split(heading, -1), values) // its words are the cells', and speak of nothing else
	for i := range Detectors {
		d := &Detectors[i]
		if d.after != "" && !t.claimed[d.after] || !t.free(d.Field) || !d.goes(heading) || !listed && t.hearing(heading).against(d.Field) {
			continue
		}
		if n := d.count(t.book, values); n >= 2 && 10*n >= d.tenths*len(values) {
			return d.Field, ByContents, fmt.Sprintf("%d of %d values are %s", n, len(values), d.what)
		}
	}
	return "", "", ""
}

func (t *teller) byLearntWords(heading string, values []string) (graph.Field, string, string) {
	if gradeHeading.MatchString(words.Fold(heading)) {
		return "", "", ""
	}
	f, why := spokenFor(t.hearing(heading), values, t.book, t.free)
	return f, ByWords, why
}

func (t *teller) byMostCells(heading string, values []string) (graph.Field, string, string) {
	f, why := heldFor(heading, t.hearing(heading), values, t.book, t.free)
	return f, ByContents, why
}

func (t *teller) byAnswers(heading string, values []string) (graph.Field, string, string) {
	f, why := agreedFor(heading, t.hearing(heading), values, t.book, t.free)
	return f, ByContents, why
}
