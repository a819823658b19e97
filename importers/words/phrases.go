package words

import (
	"slices"
	"strings"
)

// Phrases finds which of many phrases a text has, by a word that each needs.
type Phrases struct {
	list    []phrase
	of      []int            // whose phrase it is
	starts  map[string][]int // by the word that a text with it begins with
	words   map[string][]int // by a word that it needs
	stems   map[string][]int // by what a word that it needs begins with
	longest int              // letters in the longest of those
	always  []int            // those that need no word
}

func (x *Phrases) add(p phrase, of int) {
	n := len(x.list)
	x.list, x.of = append(x.list, p), append(x.of, of)
	if x.words == nil {
		x.starts, x.words, x.stems = map[string][]int{}, map[string][]int{}, map[string][]int{}
	}
	if firsts, all := firstWords(p.steps); p.begins && all {
		for _, w := range firsts {
			x.starts[w] = append(x.starts[w], n)
		}
		return
	}
	keys := needs(p.steps)
	if keys == nil {
		x.always = append(x.always, n)
	}
	for _, k := range keys {
		if stem, sign := stemOf(k); sign != "" {
			x.stems[stem] = append(x.stems[stem], n)
			x.longest = max(x.longest, len(stem))
			continue
		}
		x.words[k] = append(x.words[k], n)
	}
}

// firstWords are the words that a text of the steps begins with; false: it may begin
// with others.
func firstWords(steps []step) ([]string, bool) {
	var out []string
	for _, s := range steps {
		if s.any || s.longer != nil {
			return nil, false
		}
		for w := range s.words {
			out = append(out, w) // they only index
		}
		for _, choice := range s.others {
			if _, sign := stemOf(choice[0]); sign != "" {
				return nil, false
			}
			out = append(out, choice[0])
		}
		if !s.none {
			slices.Sort(out)
			return slices.Compact(out), true
		}
	}
	return nil, false
}

// needs are words of which a text with the steps has one; nil: there are none.
func needs(steps []step) []string {
	var best []string
	for _, s := range steps {
		if keys := s.needs(); keys != nil && (best == nil || len(keys) < len(best)) {
			best = keys
		}
	}
	return best
}

func (s step) needs() []string {
	if s.any || s.none {
		return nil
	}
	var keys []string
	for w := range s.words {
		keys = append(keys, w) // they only index
	}
	for _, choice := range s.others {
		key := ""
		for _, w := range choice {
			if len(w) > len(key) {
				key = w
			}
		}
		if key == "*" || key == "#" {
			return nil
		}
		keys = append(keys, key)
	}
	for _, steps := range s.longer {
		more := needs(steps)
		if more == nil {
			return nil
		}
		keys = append(keys, more...)
	}
	return keys
}

// found calls yield with whose phrases a folded text has, until it returns false.
func (x *Phrases) found(folded string, yield func(of int) bool) {
	if x == nil {
		return
	}
	first, _, _ := strings.Cut(strings.TrimLeft(folded, " "), " ")
	if len(x.words)+len(x.stems)+len(x.always) == 0 && x.starts[first] == nil {
		return
	}
	words := strings.Fields(folded)
	try := func(list []int) bool {
		for _, n := range list {
			if x.list[n].in(words) && !yield(x.of[n]) {
				return false
			}
		}
		return true
	}
	if !try(x.always) || len(words) > 0 && !try(x.starts[words[0]]) {
		return
	}
	for _, w := range words {
		if !try(x.words[w]) {
			return
		}
		for n := 1; n <= min(len(w), x.longest); n++ {
			if !try(x.stems[w[:n]]) {
				return
			}
		}
	}
}

// First is the least number whose phrase a folded text has.
func (x *Phrases) First(folded string) (of int, ok bool) {
	x.found(folded, func(n int) bool {
		if !ok || n < of {
			of, ok = n, true
		}
		return of > 0
	})
	return of, ok
}

// Has reports whether a folded text has any of the phrases.
func (x *Phrases) Has(folded string) bool {
	found := false
	x.found(folded, func(int) bool { found = true; return false })
	return found
}

// Owners marks whose phrases any of the folded texts has; nil: nobody's.
func (x *Phrases) Owners(n int, folded ...string) []bool {
	var out []bool
	for i, text := range folded {
		if slices.Contains(folded[:i], text) {
			continue
		}
		x.found(text, func(of int) bool {
			if out == nil {
				out = make([]bool, n)
			}
			out[of] = true
			return true
		})
	}
	return out
}

// WithoutTail is a folded text without its last words, as many as are a phrase of the
// list, in which each stands for a whole text. One word at least is left.
func (x *Phrases) WithoutTail(folded string) string {
	for i := range len(folded) {
		if folded[i] == ' ' && x.Has(folded[i+1:]) {
			return folded[:i]
		}
	}
	return folded
}

// WithoutLead is the same without its first words.
func (x *Phrases) WithoutLead(folded string) string {
	for i := len(folded) - 1; i > 0; i-- {
		if folded[i] == ' ' && x.Has(folded[:i]) {
			return folded[i+1:]
		}
	}
	return folded
}
