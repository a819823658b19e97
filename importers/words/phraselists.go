package words

import (
	_ "embed"
	"strings"
	"sync"
)

// phrasesCSV holds lists of phrases, by name; rows of one name add up. A phrase may
// name another list in braces.
//
//go:embed data/phrases.csv
var phrasesCSV []byte

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

// PhraseFault tells what is wrong with a phrase, for tests of tables that have some.
func PhraseFault(text string) error {
	_, err := newPhrase(text, phraseGroups())
	return err
}
