package column

import (
	_ "embed"
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/importers/words"
)

// questionsCSV holds headings that go by many wordings: what the rows of the sheet
// are, the field, the heading with its alternatives in brackets, divided by
// strokes; one of them may be empty.
//
//go:embed data/questions.csv
var questionsCSV []byte

// Pattern is a row of that table. It is matched step by step and never spelt out:
// a few rows stand for a hundred thousand headings.
type Pattern struct {
	field graph.Field
	steps [][]string // folded alternatives; an empty one may be left out
}

// NewPattern reads a row of the table of questions.
func NewPattern(field graph.Field, question string) Pattern {
	p := Pattern{field: field}
	inside, from := false, 0
	step := func(text string) {
		var choices []string
		for _, w := range words.Wordings(text) {
			choices = append(choices, words.Fold(w))
		}
		p.steps = append(p.steps, choices)
	}
	for i, r := range question {
		switch {
		case r == '[':
			inside = true
		case r == ']':
			inside = false
		case r == ' ' && !inside:
			step(question[from:i])
			from = i + 1
		}
	}
	step(question[from:])
	return p
}

// begins lists the first words that a heading of the pattern can have.
func (p Pattern) begins() []string {
	var out []string
	for _, choices := range p.steps {
		optional := false
		for _, c := range choices {
			first, _, _ := strings.Cut(c, " ")
			optional = optional || first == ""
			if first != "" && !slices.Contains(out, first) {
				out = append(out, first)
			}
		}
		if !optional {
			break
		}
	}
	return out
}

// Matches reports whether a folded heading is one of the pattern's.
func (p Pattern) Matches(folded string) bool { return matchSteps(p.steps, folded) }

func matchSteps(steps [][]string, left string) bool {
	if len(steps) == 0 {
		return left == ""
	}
	return slices.ContainsFunc(steps[0], func(choice string) bool {
		if choice == "" {
			return matchSteps(steps[1:], left)
		}
		rest, ok := strings.CutPrefix(left, choice)
		if !ok || rest != "" && rest[0] != ' ' {
			return false
		}
		return matchSteps(steps[1:], strings.TrimPrefix(rest, " "))
	})
}

// Patterns are the questions of one scope, by the first word of their headings, in
// table order.
type Patterns map[string][]Pattern

func (ps Patterns) Add(p Pattern) {
	for _, first := range p.begins() {
		ps[first] = append(ps[first], p)
	}
}

// with adds the patterns of another scope behind one's own.
func (ps Patterns) with(more Patterns) Patterns {
	out := Patterns{}
	for first, list := range ps {
		out[first] = slices.Clone(list)
	}
	for first, list := range more {
		out[first] = append(out[first], list...)
	}
	return out
}

// field is the field of the first pattern that a folded heading matches.
func (ps Patterns) field(folded string) (graph.Field, bool) {
	first, _, _ := strings.Cut(folded, " ")
	for _, p := range ps[first] {
		if p.Matches(folded) {
			return p.field, true
		}
	}
	return "", false
}
