package importers

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"dpmap/graph"
)

// keywordsCSV holds words that tell what a heading of no table is for: the
// field, and phrases; those joined by + must all stand in the heading. The first
// row that fits wins.
//
//go:embed data/keywords.csv
var keywordsCSV []byte

type keyword struct {
	field graph.Field
	all   []string // folded
}

var keywords = sync.OnceValue(func() []keyword {
	var out []keyword
	for _, row := range table(keywordsCSV, 2) {
		for phrase := range strings.SplitSeq(row[1], "|") {
			k := keyword{field: graph.Field(row[0])}
			for part := range strings.SplitSeq(phrase, "+") {
				k.all = append(k.all, fold(part))
			}
			out = append(out, k)
		}
	}
	return out
})

// keywordsIn finds the fields that a heading's words suggest, the likeliest first, and
// the words of each.
func keywordsIn(heading string) []keyword {
	if len(heading) > longestHeading {
		return nil
	}
	folded := fold(inWords(heading))
	var out []keyword
	for _, k := range keywords() {
		if !slices.ContainsFunc(k.all, func(w string) bool { return !contains(folded, w) }) {
			out = append(out, k)
		}
	}
	return out
}
