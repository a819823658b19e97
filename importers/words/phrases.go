package words

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

// phrasesCSV holds lists of phrases, by name; rows of one name add up. A phrase may
// name another list in braces.
//
//go:embed data/phrases.csv
var phrasesCSV []byte

// Phrases finds which of many phrases a text has, by a word that each needs.
type Phrases struct {
	list    []phrase
	of      []int            // whose phrase it is
	words   map[string][]int // by a word that it needs
	stems   map[string][]int // by what a word that it needs begins with
	longest int              // letters in the longest of those
	always  []int            // those that need no word
}

func (x *Phrases) add(p phrase, of int) {
	n := len(x.list)
	x.list, x.of = append(x.list, p), append(x.of, of)
	if x.words == nil {
		x.words, x.stems = map[string][]int{}, map[string][]int{}
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
	words := strings.Fields(folded)
	try := func(list []int) bool {
		for _, n := range list {
			if x.list[n].in(words) && !yield(x.of[n]) {
				return false
			}
		}
		return true
	}
	if !try(x.always) {
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

// Has reports whether a folded text has any of the phrases.
func (x *Phrases) Has(folded string) bool {
	found := false
	x.found(folded, func(int) bool { found = true; return false })
	return found
}

// phraseGroups are the lists of the table as written.
var phraseGroups = sync.OnceValue(func() map[string]string {
	groups := map[string]string{}
	for _, row := range Table(phrasesCSV, 2) {
		groups[row[0]] = strings.TrimPrefix(groups[row[0]]+"|"+row[1], "|")
	}
	return groups
})

var phraseLists = sync.OnceValue(func() map[string]*Phrases {
	lists := map[string]*Phrases{}
	for _, row := range Table(phrasesCSV, 2) {
		if lists[row[0]] == nil {
			lists[row[0]] = &Phrases{}
		}
		lists[row[0]].AddAll(row[1], 0)
	}
	return lists
})

// AddAll adds the phrases of a cell. The tables are part of the program and tested as
// such, so one that is not as it should be is left out.
func (x *Phrases) AddAll(cell string, of int) {
	for text := range strings.SplitSeq(cell, "|") {
		if p, err := newPhrase(text, phraseGroups()); err == nil {
			x.add(p, of)
		}
	}
}

// PhraseList gives a list of the table by name; its methods may be called on nil.
func PhraseList(list string) *Phrases { return phraseLists()[list] }

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

// PhraseFault tells what is wrong with a phrase, for tests of tables that have some.
func PhraseFault(text string) error {
	_, err := newPhrase(text, phraseGroups())
	return err
}
