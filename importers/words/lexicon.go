package words

import (
	"bytes"
	_ "embed"
	"encoding/csv"
	"math/bits"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"
)

// wordsCSV holds the words that cells are read by: list, what the words mean,
// the words.
//
//go:embed data/words.csv
var wordsCSV []byte

// Lexicon is a list of phrases, each with what it means.
type Lexicon struct {
	Meaning map[string]string // by folded phrase
	Longest int               // words in the longest phrase

	begins  map[string]int // the same, by the phrase's first word
	phrases []spelt        // in table order
}

// Hit is a phrase found in a text: words[from:to].
type Hit struct {
	ID       string
	From, To int
}

// Whole is what the text means when it is one phrase and nothing else.
func (l Lexicon) Whole(text string) (id string, ok bool) {
	id, ok = l.Meaning[Fold(text)]
	return id, ok
}

// Find lists the phrases in a text of folded words, from left to right, the
// longest at each place; no word counts twice.
func (l Lexicon) Find(words []string) []Hit {
	var hits []Hit
	for i := 0; i < len(words); {
		n := l.At(words[i:])
		if n == 0 {
			i++
			continue
		}
		hits = append(hits, Hit{l.Meaning[strings.Join(words[i:i+n], " ")], i, i + n})
		i += n
	}
	return hits
}

// At is the number of words in the longest phrase that words begin with.
func (l Lexicon) At(words []string) int {
	if len(words) == 0 {
		return 0
	}
	for n := min(l.begins[words[0]], len(words)); n > 0; n-- {
		if _, ok := l.Meaning[strings.Join(words[:n], " ")]; ok {
			return n
		}
	}
	return 0
}

// Has reports whether the text holds any phrase of the list.
func (l Lexicon) Has(text string) bool {
	return len(l.Find(strings.Fields(Fold(text)))) > 0
}

// First is what the first phrase found in the text means.
func (l Lexicon) First(text string) (id string, ok bool) {
	hits := l.Find(strings.Fields(Fold(text)))
	if len(hits) == 0 {
		return "", false
	}
	return hits[0].ID, true
}

// Add adds a phrase and what it means.
func (l *Lexicon) Add(phrase, id string) {
	if phrase = Fold(phrase); phrase != "" {
		l.Put(phrase, id)
	}
}

// Put adds a phrase as it stands.
func (l *Lexicon) Put(phrase, id string) {
	if l.Meaning == nil {
		l.Meaning, l.begins = map[string]string{}, map[string]int{}
	}
	if _, twice := l.Meaning[phrase]; !twice {
		l.phrases = append(l.phrases, spelling(phrase))
	}
	l.Meaning[phrase] = id
	words := strings.Fields(phrase)
	l.Longest = max(l.Longest, len(words))
	l.begins[words[0]] = max(l.begins[words[0]], len(words))
}

// List gives a list of the table by name.
func List(list string) Lexicon { return lexicons()[list] }

var lexicons = sync.OnceValue(func() map[string]Lexicon {
	lists := map[string]Lexicon{}
	for _, row := range Table(wordsCSV, 3) {
		l := lists[row[0]]
		for phrase := range strings.SplitSeq(row[2], "|") {
			l.Add(phrase, row[1])
		}
		lists[row[0]] = l
	}
	return lists
})

// DidYouMean is the phrase of a list that a misspelt text is near to, as a
// message ends with it; "" when there is none.
func DidYouMean(text, list string) string {
	phrases := List(list).phrases
	if near := nearest(text, phrases); near >= 0 {
		return " (did you mean " + Quote(phrases[near].text) + "?)"
	}
	return ""
}

// Nearest is the one text of a list that a misspelt one most probably means, ""
// when none is near or two are as near as each other.
func Nearest(text string, list []string) string {
	var folded []spelt
	for _, other := range list {
		folded = append(folded, spelling(Fold(other)))
	}
	if near := nearest(text, folded); near >= 0 {
		return list[near]
	}
	return ""
}

// spelt is a folded text and the letters in it, which tell at a glance of many that
// they are far apart.
type spelt struct {
	text    string
	letters uint64
}

// spelling gives the letters of ASCII in a text: one slip takes one away and adds one
// at most.
func spelling(folded string) spelt {
	out := spelt{text: folded}
	for i := range len(folded) {
		if folded[i] < utf8.RuneSelf {
			out.letters |= 1 << (folded[i] & 63)
		}
	}
	return out
}

// nearest is the place of that text in the list, or -1.
func nearest(text string, list []spelt) int {
	is := spelling(Fold(text))
	most := min(2, len(is.text)/3)
	if most == 0 || len(is.text) > 60 {
		return -1
	}
	best, found := most+1, -1
	for i, other := range list {
		if abs(len(other.text)-len(is.text)) > most || bits.OnesCount64(is.letters^other.letters) > 2*most {
			continue
		}
		switch d := levenshtein.ComputeDistance(is.text, other.text); {
		case d < best:
			best, found = d, i
		case d == best && (found < 0 || list[found].text != other.text):
			found = -1
		}
	}
	return found
}

// Table reads one of the embedded tables, without its heading row. They are
// part of the program and tested as such, so a row that is not as it should be
// is left out.
func Table(data []byte, columns int) [][]string {
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

func abs(n int) int { return max(n, -n) }
