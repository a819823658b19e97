package words

import (
	"fmt"
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
	for _, part := range Divided(text, ' ') {
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
		for _, choice := range Divided(text[1:len(text)-1], '/') {
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
