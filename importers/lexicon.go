package importers

import (
	"bytes"
	_ "embed"
	"encoding/csv"
	"slices"
	"strings"
	"sync"

	"github.com/agnivade/levenshtein"
)

// wordsCSV holds the words that cells are read by: list, what the words mean,
// the words.
//
//go:embed data/words.csv
var wordsCSV []byte

// lexicon is a list of phrases, each with what it means.
type lexicon struct {
	meaning map[string]string // by folded phrase
	longest int               // words in the longest phrase
}

// hit is a phrase found in a text: words[from:to].
type hit struct {
	id       string
	from, to int
}

// whole is what the text means when it is one phrase and nothing else.
func (l lexicon) whole(text string) (id string, ok bool) {
	id, ok = l.meaning[fold(text)]
	return id, ok
}

// find lists the phrases in a text of folded words, from left to right, the
// longest at each place; no word counts twice.
func (l lexicon) find(words []string) []hit {
	var hits []hit
	for i := 0; i < len(words); {
		n := l.at(words[i:])
		if n == 0 {
			i++
			continue
		}
		hits = append(hits, hit{l.meaning[strings.Join(words[i:i+n], " ")], i, i + n})
		i += n
	}
	return hits
}

// at is the number of words in the longest phrase that words begin with.
func (l lexicon) at(words []string) int {
	for n := min(l.longest, len(words)); n > 0; n-- {
		if _, ok := l.meaning[strings.Join(words[:n], " ")]; ok {
			return n
		}
	}
	return 0
}

// has reports whether the text holds any phrase of the list.
func (l lexicon) has(text string) bool {
	return len(l.find(strings.Fields(fold(text)))) > 0
}

// first is what the first phrase found in the text means.
func (l lexicon) first(text string) (id string, ok bool) {
	hits := l.find(strings.Fields(fold(text)))
	if len(hits) == 0 {
		return "", false
	}
	return hits[0].id, true
}

func (l *lexicon) add(phrase, id string) {
	phrase = fold(phrase)
	if phrase == "" {
		return
	}
	if l.meaning == nil {
		l.meaning = map[string]string{}
	}
	l.meaning[phrase] = id
	l.longest = max(l.longest, len(strings.Fields(phrase)))
}

// words gives a list of the table by name.
func words(list string) lexicon { return lexicons()[list] }

var lexicons = sync.OnceValue(func() map[string]lexicon {
	lists := map[string]lexicon{}
	for _, row := range table(wordsCSV, 3) {
		l := lists[row[0]]
		for phrase := range strings.SplitSeq(row[2], "|") {
			l.add(phrase, row[1])
		}
		lists[row[0]] = l
	}
	return lists
})

// didYouMean is the phrase of a list that a misspelt text is near to, as a
// message ends with it; "" when there is none.
func didYouMean(text, list string) string {
	var phrases []string
	for phrase := range words(list).meaning {
		phrases = append(phrases, phrase)
	}
	slices.Sort(phrases)
	if near := nearest(text, phrases); near != "" {
		return " (did you mean " + quote(near) + "?)"
	}
	return ""
}

// nearest is the one text of a list that a misspelt one most probably means, ""
// when none is near or two are as near as each other.
func nearest(text string, list []string) string {
	folded := fold(text)
	most := min(2, len(folded)/3)
	if most == 0 || len(folded) > 60 {
		return ""
	}
	best, found := most+1, ""
	for _, other := range list {
		f := fold(other)
		if abs(len(f)-len(folded)) > most {
			continue
		}
		switch d := levenshtein.ComputeDistance(folded, f); {
		case d < best:
			best, found = d, other
		case d == best && found != other:
			found = ""
		}
	}
	return found
}

// table reads one of the embedded tables, without its heading row. They are
// part of the program and tested as such, so a row that is not as it should be
// is left out.
func table(data []byte, columns int) [][]string {
	r := csv.NewReader(bytes.NewReader(data))
	r.FieldsPerRecord = -1
	rows, _ := r.ReadAll()
	var out [][]string
	for i, row := range rows {
		if i > 0 && len(row) == columns {
			out = append(out, row)
		}
	}
	return out
}
