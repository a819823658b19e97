package cell

import (
	_ "embed"
	"slices"
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

type Keyword struct {
	Field graph.Field
	All   []string // folded
}

var keywords = sync.OnceValue(func() []Keyword {
	var out []Keyword
	for _, row := range words.Table(keywordsCSV, 2) {
		for phrase := range strings.SplitSeq(row[1], "|") {
			k := Keyword{Field: graph.Field(row[0])}
			for part := range strings.SplitSeq(phrase, "+") {
				k.All = append(k.All, words.Fold(part))
			}
			out = append(out, k)
		}
	}
	return out
})

// KeywordsIn finds the fields that a heading's words suggest, the likeliest first, and
// the words of each.
func KeywordsIn(heading string) []Keyword {
	if len(heading) > LongestHeading {
		return nil
	}
	folded := words.Fold(InWords(heading))
	var out []Keyword
	for _, k := range keywords() {
		if !slices.ContainsFunc(k.All, func(w string) bool { return !words.Contains(folded, w) }) {
			out = append(out, k)
		}
	}
	return out
}
