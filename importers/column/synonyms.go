package column

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"dpmap/importers/words"
)

// synonymsCSV holds words of headings that say the same: how close they are, the word
// that stands for them, and the others. Those that the empty word stands for say
// nothing there. Close ones may stand for each other wherever they are; loose ones
// count in any order, and only where the cells answer what the heading then asks.
//
//go:embed data/synonyms.csv
var synonymsCSV []byte

// synonymTable gives a word, or several words in a row, the one that stands for it.
type synonymTable struct {
	word   map[string]string
	phrase map[string][]synonymPhrase // by their first word, the longest first
}

type synonymPhrase struct {
	words []string
	says  string
}

var (
	closeSynonyms = sync.OnceValue(func() synonymTable { return synonymsOf("close") })
	looseSynonyms = sync.OnceValue(func() synonymTable { return synonymsOf("loose") })
)

func synonymsOf(match string) synonymTable {
	t := synonymTable{map[string]string{}, map[string][]synonymPhrase{}}
	for _, row := range words.Table(synonymsCSV, 3) {
		if row[0] != match {
			continue
		}
		for name := range strings.SplitSeq(row[2], "|") {
			w := singulars(words.Fold(name))
			if len(w) == 1 {
				t.word[w[0]] = row[1]
			} else if len(w) > 1 {
				t.phrase[w[0]] = append(t.phrase[w[0]], synonymPhrase{w, row[1]})
			}
		}
	}
	for first := range t.phrase {
		slices.SortStableFunc(t.phrase[first], func(a, b synonymPhrase) int { return len(b.words) - len(a.words) })
	}
	return t
}

// singulars are the words of a folded text, each in the singular.
func singulars(folded string) []string {
	out := strings.Fields(folded)
	for i, w := range out {
		out[i] = singular(w)
	}
	return out
}

// says lists what the words of a folded text say, without those that say nothing.
func (t synonymTable) says(folded string) []string {
	var out []string
	for left := singulars(folded); len(left) > 0; {
		says, n := t.first(left)
		if left = left[n:]; says != "" {
			out = append(out, says)
		}
	}
	return out
}

// gist is what a heading says, whatever words and order say it: each word once and
// sorted.
func (t synonymTable) gist(folded string) string {
	said := t.says(folded)
	slices.Sort(said)
	return strings.Join(slices.Compact(said), " ")
}

// first is what the first words say, and how many they are.
func (t synonymTable) first(words []string) (string, int) {
	for _, p := range t.phrase[words[0]] {
		if len(p.words) <= len(words) && slices.Equal(p.words, words[:len(p.words)]) {
			return p.says, len(p.words)
		}
	}
	if says, ok := t.word[words[0]]; ok {
		return says, 1
	}
	return words[0], 1
}
