package column

import (
	_ "embed"
	"strings"
	"sync"

	"dpmap/graph"
	"dpmap/importers/words"
)

// keywordsCSV holds words that tell what a heading of no table is for: the
// field, and phrases; those joined by + must all stand in the heading. The first
// row that fits wins.
//
//go:embed data/keywords.csv
var keywordsCSV []byte

// keyword is a phrase of that table.
type keyword struct {
	Field graph.Field
	All   []string // its parts
}

type keywordTable struct {
	list    []keyword
	phrases words.Phrases
}

var keywords = sync.OnceValue(func() *keywordTable {
	t := &keywordTable{}
	for _, row := range words.Table(keywordsCSV, 2) {
		for phrase := range strings.SplitSeq(row[1], "|") {
			k := keyword{Field: graph.Field(row[0])}
			for part := range strings.SplitSeq(phrase, "+") {
				k.All = append(k.All, strings.TrimSpace(part))
			}
			t.phrases.AddAll(phrase, len(t.list))
			t.list = append(t.list, k)
		}
	}
	return t
})

// keywordsIn finds the fields that a heading's words suggest, the likeliest first, and
// the words of each.
func keywordsIn(heading string) []keyword {
	if len(heading) > LongestHeading {
		return nil
	}
	t := keywords()
	var out []keyword
	for i, has := range t.phrases.Owners(len(t.list), words.Fold(inWords(heading))) {
		if has {
			out = append(out, t.list[i])
		}
	}
	return out
}
