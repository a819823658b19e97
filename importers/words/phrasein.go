package words

import (
	"slices"
	"strings"
)

// fewWords is as many as most texts have: their places need no memory.
const fewWords = 32

// in reports whether folded words have the phrase.
func (p phrase) in(words []string) bool {
	var short [fewWords]bool
	at := places(short[:], len(words)+1)
	for i := range at {
		at[i] = !p.begins || i == 0
	}
	if !walk(p.steps, at, words) || p.ends && !at[len(words)] {
		return false
	}
	return !slices.ContainsFunc(p.also, func(q phrase) bool { return !q.in(words) })
}

// places gives so many marks, none set.
func places(short []bool, n int) []bool {
	if n > len(short) {
		return make([]bool, n)
	}
	clear(short[:n])
	return short[:n]
}

// walk changes the places at which one stands to those behind the steps; false:
// nowhere.
func walk(steps []step, at []bool, words []string) bool {
	var short [fewWords]bool
	for i := range steps {
		out := places(short[:], len(at))
		if !steps[i].from(at, words, out) {
			return false
		}
		copy(at, out)
	}
	return true
}

// from marks where one may stand behind the step who stood at these places; false:
// nowhere.
func (s *step) from(at []bool, words []string, out []bool) bool {
	some := false
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
	return some
}

// follow marks where one may stand behind these steps who stood at a place.
func follow(steps []step, from int, words []string, out []bool) bool {
	var short [fewWords]bool
	at := places(short[:], len(out))
	at[from] = true
	if !walk(steps, at, words) {
		return false
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
