package column

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"dpmap/graph"
	"dpmap/importers/words"
)

// questionsCSV holds headings that go by many wordings: what the rows of the sheet
// are, the field, and the heading, a phrase that stands for the whole of it.
//
//go:embed data/questions.csv
var questionsCSV []byte

// questions are the rows of that table for one scope. They are matched word by word
// and never spelt out: a few rows stand for a hundred thousand headings.
type questions struct {
	fields  []graph.Field
	phrases words.Phrases
}

func (q *questions) add(field graph.Field, question string) {
	q.phrases.AddAll("^"+question+"$", len(q.fields))
	q.fields = append(q.fields, field)
}

// field is the field of the first question that a folded heading is.
func (q *questions) field(folded string) (graph.Field, bool) {
	if i, ok := q.phrases.First(folded); ok {
		return q.fields[i], true
	}
	return "", false
}

// asksTable are the questions of each scope, and the same in plain words.
var asksTable = sync.OnceValue(func() map[string]*[2]questions {
	scopes := map[string]*[2]questions{}
	for _, row := range words.Table(questionsCSV, 3) {
		scope, field := row[0], graph.Field(row[1])
		if scopes[scope] == nil {
			scopes[scope] = &[2]questions{}
		}
		scopes[scope][0].add(field, row[2])
		if field != graph.FieldNotes { // "Other information" is no "Other data"
			scopes[scope][1].add(field, inPlainWording(row[2]))
		}
	}
	return scopes
})

// inPlainWording is a question with every choice in plain words.
func inPlainWording(question string) string {
	var steps []string
	for _, step := range words.Divided(question, ' ') {
		var said []string
		for _, w := range words.Wordings(step) {
			if w = plainText(words.Fold(w)); !slices.Contains(said, w) {
				said = append(said, w)
			}
		}
		steps = append(steps, "["+strings.Join(said, "/")+"]")
	}
	return strings.Join(steps, " ")
}
