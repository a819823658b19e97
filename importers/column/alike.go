package column

import (
	"slices"
	"sync"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/importers/words"
)

// knownGist is the field of the known headings that say one thing, and the first
// of them. The empty field: they are of several.
type knownGist struct {
	field   graph.Field
	heading string
}

// knownGists are what the headings of flows say.
var knownGists = sync.OnceValue(BuildGists)

// BuildGists works out what each known heading says.
func BuildGists() map[string]knownGist {
	out := map[string]knownGist{}
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

func addGist(to map[string]knownGist, heading string, f graph.Field) {
	gist := looseSynonyms().gist(words.Fold(heading))
	if was, met := to[gist]; !met {
		to[gist] = knownGist{f, heading}
	} else if was.field != f {
		to[gist] = knownGist{}
	}
}

// alikeFor is the field whose known headings say in other words what a heading
// says, where the cells answer that.
func alikeFor(heading string, values []string, book *law.Book, free func(graph.Field) bool) (graph.Field, string) {
	for _, form := range headingForms(heading) {
		gist := looseSynonyms().gist(form)
		known := knownGists()[gist]
		if gist == "" || len(form) > LongestHeading || known.field == "" || !free(known.field) {
			continue
		}
		if slices.Contains(betters, known.field) && asksOpen(heading) || !answersTo(known.field, form, values, book) {
			continue
		}
		return known.field, "it says in other words what the heading " + words.Quote(known.heading) + " says"
	}
	return "", ""
}
