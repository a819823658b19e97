package words

import (
	"fmt"
	"slices"
	"strings"
)

// phrase is a wording as the tables write it, matched on folded words:
//
//	where ... kept            any words between, or none
//	[who/which body] gets     one or the other; an empty one may be left out: [/the] data
//	compan[y/ies]             brackets divide words as well
//	countr*                   a word that begins so; * alone is any word
//	year[/ ]#                 a number of one digit or two
//	[is/are/it]...            any of these, as often as they come, or never
//	{people}                  what the table of phrases lists by that name
//	^from ... to$             the text begins, and ends, here
//	controller + processor    both, wherever they stand
type phrase struct {
	begins, ends bool
	steps        []step
	also         []phrase
}

// step is what a phrase asks for next.
type step struct {
	any    bool            // any words
	again  bool            // as often as it comes
	none   bool            // it may be left out
	words  map[string]bool // choices of one word
	others [][]string      // choices of several words, or with an asterisk
	longer [][]step        // choices that have choices themselves
}

// newPhrase reads a phrase. The groups are those that it may name.
func newPhrase(text string, groups map[string]string) (phrase, error) {
	text, err := withGroups(text, groups)
	if err != nil {
		return phrase{}, err
	}
	first, more, _ := strings.Cut(text, "+")
	p, err := newSteps(strings.TrimSpace(first))
	if err == nil && more != "" {
		var also phrase
		also, err = newPhrase(more, nil)
		p.also = append(p.also, also)
	}
	return p, err
}

func newSteps(text string) (phrase, error) {
	var p phrase
	text, p.begins = strings.CutPrefix(text, "^")
	text, p.ends = strings.CutSuffix(text, "$")
	var err error
	if p.steps, err = stepsOf(text); err == nil && len(p.steps) == 0 {
		err = fmt.Errorf("%q says nothing", text)
	}
	return p, err
}

func stepsOf(text string) ([]step, error) {
	var out []step
	for _, part := range divided(text, ' ') {
		if part == "" {
			continue
		}
		s, err := newStep(part)
		if err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, nil
}

func newStep(text string) (step, error) {
	if text == "..." {
		return step{any: true}, nil
	}
	s := step{words: map[string]bool{}}
	text, s.again = strings.CutSuffix(text, "...")
	if strings.Count(text, "[") != strings.Count(text, "]") || strings.ContainsAny(text, "^$(){}|?") {
		return s, fmt.Errorf("%q is no part of a phrase", text)
	}
	var err error
	if text[0] == '[' && closing(text, 0) == len(text)-1 {
		for _, choice := range divided(text[1:len(text)-1], '/') {
			if err == nil {
				err = s.add(choice)
			}
		}
	} else {
		for _, choice := range Wordings(text) {
			s.addWords(starred(choice))
		}
	}
	s.none = s.none || s.again
	return s, err
}

// add adds a choice.
func (s *step) add(choice string) error {
	if !strings.ContainsAny(choice, "[.") {
		s.addWords(starred(choice))
		return nil
	}
	steps, err := stepsOf(choice)
	if len(steps) == 1 && !steps[0].any && !steps[0].again && !steps[0].none {
		for w := range steps[0].words {
			s.words[w] = true
		}
		s.others, s.longer = append(s.others, steps[0].others...), append(s.longer, steps[0].longer...)
		return err
	}
	s.longer = append(s.longer, steps)
	return err
}

func (s *step) addWords(words []string) {
	switch {
	case len(words) == 0:
		s.none = true
	case len(words) == 1 && !strings.ContainsAny(words[0], "*#"):
		s.words[words[0]] = true
	default:
		s.others = append(s.others, words)
	}
}

// starred are the folded words of a choice, with their asterisks and numbers.
func starred(choice string) []string {
	var out []string
	for w := range strings.FieldsSeq(choice) {
		stem, sign := stemOf(w)
		words := strings.Fields(Fold(stem))
		if sign != "" && len(words) == 0 {
			words = []string{""}
		}
		if sign != "" {
			words[len(words)-1] += sign
		}
		out = append(out, words...)
	}
	return out
}

// stemOf parts a word of a phrase from the asterisk or the sign of a number behind it.
func stemOf(w string) (stem, sign string) {
	if strings.HasSuffix(w, "*") || strings.HasSuffix(w, "#") {
		return w[:len(w)-1], w[len(w)-1:]
	}
	return w, ""
}

// fits reports whether a word is what a word of a phrase asks for.
func fits(word, asked string) bool {
	stem, sign := stemOf(asked)
	rest, begins := strings.CutPrefix(word, stem)
	switch sign {
	case "*":
		return begins
	case "#":
		return begins && (len(rest) == 1 || len(rest) == 2) && strings.Trim(rest, "0123456789") == ""
	}
	return word == asked
}

// in reports whether folded words have the phrase.
func (p phrase) in(words []string) bool {
	at := make([]bool, len(words)+1)
	for i := range at {
		at[i] = !p.begins || i == 0
	}
	for _, s := range p.steps {
		if at = s.from(at, words); at == nil {
			return false
		}
	}
	if p.ends && !at[len(words)] {
		return false
	}
	return !slices.ContainsFunc(p.also, func(q phrase) bool { return !q.in(words) })
}

// from is where one may stand behind the step who stood at these places; nil:
// nowhere.
func (s step) from(at []bool, words []string) []bool {
	out, some := make([]bool, len(at)), false
	for i := range at {
		if !at[i] && !(s.again && out[i]) && !(s.any && i > 0 && out[i-1]) {
			continue
		}
		if s.none || s.any {
			out[i], some = true, true
		}
		if s.any || i == len(words) {
			continue
		}
		if s.words[words[i]] {
			out[i+1], some = true, true
		}
		for _, choice := range s.others {
			if startsSo(words[i:], choice) {
				out[i+len(choice)], some = true, true
			}
		}
		for _, steps := range s.longer {
			some = follow(steps, i, words, out) || some
		}
	}
	if !some {
		return nil
	}
	return out
}

// follow marks where one may stand behind these steps who stood at a place.
func follow(steps []step, from int, words []string, out []bool) bool {
	at := make([]bool, len(out))
	at[from] = true
	for _, s := range steps {
		if at = s.from(at, words); at == nil {
			return false
		}
	}
	for i := range at {
		out[i] = out[i] || at[i]
	}
	return true
}

// startsSo reports whether words begin with those of a choice.
func startsSo(words, choice []string) bool {
	if len(choice) > len(words) {
		return false
	}
	for i, c := range choice {
		if !fits(words[i], c) {
			return false
		}
	}
	return true
}

// Wordings spells out every wording of a text with alternatives in brackets.
func Wordings(text string) []string {
	from := strings.IndexByte(text, '[')
	if from < 0 {
		return []string{text}
	}
	to := closing(text, from)
	tails := Wordings(text[min(to+1, len(text)):])
	var out []string
	for _, choice := range divided(text[from+1:to], '/') {
		for _, said := range Wordings(choice) {
			for _, tail := range tails {
				out = append(out, text[:from]+said+tail)
			}
		}
	}
	return out
}

// closing is where the bracket that opens at a place closes.
func closing(text string, from int) int {
	depth := 0
	for i := from; i < len(text); i++ {
		switch text[i] {
		case '[':
			depth++
		case ']':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return len(text)
}

// divided parts a text at a letter that stands outside brackets.
func divided(text string, at byte) []string {
	var out []string
	depth, from := 0, 0
	for i := range len(text) {
		switch text[i] {
		case '[':
			depth++
		case ']':
			depth--
		case at:
			if depth == 0 {
				out, from = append(out, text[from:i]), i+1
			}
		}
	}
	return append(out, text[from:])
}

// withGroups is a text with the groups that it names written out.
func withGroups(text string, groups map[string]string) (string, error) {
	for range mostGroups {
		before, rest, found := strings.Cut(text, "{")
		if !found {
			return text, nil
		}
		name, after, _ := strings.Cut(rest, "}")
		group, ok := groups[name]
		if !ok {
			return text, fmt.Errorf("no group %q", name)
		}
		text = before + "[" + strings.ReplaceAll(group, "|", "/") + "]" + after
	}
	return text, fmt.Errorf("groups name each other without an end")
}

// mostGroups is more than one phrase names, with those that these name.
const mostGroups = 20
