package column

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/importers/lazyre"
	"dpmap/importers/words"
)

// onePartOf are the fields that one part of a heading with a stroke may give a
// column alone: none of them makes a row look better than it is.
var onePartOf = []graph.Field{
	graph.FieldTo, graph.FieldPurpose, graph.FieldSubjects, graph.FieldCategories, graph.FieldSystem, graph.FieldRetention, graph.FieldMethod,
	graph.FieldBasis, graph.FieldFrequency, graph.FieldNotes, graph.FieldRecipientCountry, FieldLocation, graph.FieldSecurity,
}

// oneEach finds headings of two words with a stroke between: "Project/system".
var oneEach = lazyre.New(`^\s*[\pL]+/[\pL]+\??\s*$`)

// byOnePart tells a column by the one part of its heading that the table knows,
// where the others mean nothing else: "Project / system", "Requested by / given to".
func (t *teller) byOnePart(heading string, values []string) (graph.Field, string, string) {
	parts := strings.Split(heading, " / ") // "about/includes" is one phrase
	if oneEach.MatchString(heading) {
		parts = strings.Split(heading, "/")
	}
	if len(parts) < 2 || len(parts) > 4 || len(heading) > LongestHeading || strings.Contains(heading, "(") || listsAnswers(parts, values) {
		return "", "", ""
	}
	var found graph.Field
	var part string
	for _, p := range parts {
		field, _ := HeadingTable()[t.layout.Scope].Exact(p)
		switch {
		case field == "":
		case found != "" && field != found:
			return "", "", ""
		default:
			found, part = field, p
		}
	}
	if !slices.Contains(onePartOf, found) || !t.free(found) || contradicts(t.book, found, values) || len(values) == 0 {
		return "", "", ""
	}
	if found == graph.FieldTo && !bodiesNamed(values, t.book) {
		return "", "", ""
	}
	return found, ByWords, "a part of the heading, " + words.Quote(strings.TrimSpace(part)) + ", is another name of the field"
}

// answerBreaks parts what a heading offers to choose from.
var answerBreaks = lazyre.New(`(?i)\s*(?:/|,|\bor\b)\s*`)

// listsAnswers reports whether the parts of a heading are what to write beneath it:
// "UK / EU / Other" above UK and EU.
func listsAnswers(parts, values []string) bool {
	return slices.ContainsFunc(values, func(v string) bool {
		return slices.ContainsFunc(parts, func(p string) bool { return words.Fold(p) != "" && words.Fold(p) == words.Fold(v) })
	})
}
