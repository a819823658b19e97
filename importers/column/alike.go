package column

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/importers/cell"
	"dpmap/importers/words"
)

// synonymsCSV holds words of headings that say the same: the word that stands for
// them, and the others. Those that the empty word stands for say nothing there.
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

var synonyms = sync.OnceValue(func() synonymTable {
	t := synonymTable{map[string]string{}, map[string][]synonymPhrase{}}
	for _, row := range words.Table(synonymsCSV, 2) {
		for name := range strings.SplitSeq(row[1], "|") {
			w := strings.Fields(name)
			for i := range w {
				w[i] = singular(w[i])
			}
			if len(w) == 1 {
				t.word[w[0]] = row[0]
				continue
			}
			t.phrase[w[0]] = append(t.phrase[w[0]], synonymPhrase{w, row[0]})
		}
	}
	for first := range t.phrase {
		slices.SortStableFunc(t.phrase[first], func(a, b synonymPhrase) int { return len(b.words) - len(a.words) })
	}
	return t
})

// gist is what a heading says, whatever words and order say it: the words that
// stand for its own, each once and sorted, without those that say nothing.
func (t synonymTable) gist(folded string) string {
	words := strings.Fields(folded)
	for i, w := range words {
		words[i] = singular(w)
	}
	var out []string
	for len(words) > 0 {
		says, n := t.first(words)
		if words = words[n:]; says != "" {
			out = append(out, says)
		}
	}
	slices.Sort(out)
	return strings.Join(slices.Compact(out), " ")
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

// KnownGist is the field of the known headings that say one thing, and the first
// of them. The empty field: they are of several.
type KnownGist struct {
	field   graph.Field
	heading string
}

// knownGists are what the headings of flows say.
var knownGists = sync.OnceValue(BuildGists)

// BuildGists works out what each known heading says.
func BuildGists() map[string]KnownGist {
	out := map[string]KnownGist{}
	for _, row := range HeadingRows() {
		if row.Scope != "flow" || row.Loose {
			continue
		}
		for _, name := range row.Names {
			addGist(out, name, row.Field)
		}
	}
	return out
}

func addGist(to map[string]KnownGist, heading string, f graph.Field) {
	gist := synonyms().gist(words.Fold(heading))
	if was, met := to[gist]; !met {
		to[gist] = KnownGist{f, heading}
	} else if was.field != f {
		to[gist] = KnownGist{}
	}
}

// alikeFor is the field whose known headings say in other words what a heading
// says, where the cells answer that.
func alikeFor(heading string, values []string, book *law.Book, free func(graph.Field) bool) (graph.Field, string) {
	for _, form := range headingForms(heading) {
		gist := synonyms().gist(form)
		known := knownGists()[gist]
		if gist == "" || len(form) > cell.LongestHeading || known.field == "" || !free(known.field) {
			continue
		}
		if slices.Contains(betters, known.field) && asksOpen(heading) || !answersTo(known.field, form, values, book) {
			continue
		}
		return known.field, "it says in other words what the heading " + words.Quote(known.heading) + " says"
	}
	return "", ""
}
