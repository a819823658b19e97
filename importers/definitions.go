package importers

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/importers/column"
	"dpmap/importers/words"
)

// definition is what a notice says that one of its own types of data includes.
type definition struct {
	name  string
	text  string
	class law.Class
	kind  string
	word  string
	at    graph.Ref
}

// definitionRows reads a sheet that says what each type of data includes.
func definitionRows(t *tableReader) func(*record) outcome {
	return func(r *record) outcome {
		name, at, ok := r.cell(graph.FieldName)
		includes, _, full := r.cell(column.FieldIncludes)
		if ok && full {
			d := define(t.book, name.text, includes.text)
			d.at = at
			t.s.owner.definitions = append(t.s.owner.definitions, d)
		}
		return other
	}
}

// define classes a type of data by its own name, and where that says nothing
// of Art 9 or 10, by what it includes.
func define(book *law.Book, name, includes string) definition {
	d := definition{name: name, text: includes}
	own := book.Classify(name)
	var kinds []string // of special-category data
	d.class, d.kind, d.word = own.Class, own.Kind, own.Word
	for _, part := range definitionParts(includes) {
		term := book.Classify(part)
		if term.Class == law.Special && !slices.Contains(kinds, term.Kind) {
			kinds = append(kinds, term.Kind)
		}
		if term.Class > d.class {
			d.class, d.kind, d.word = term.Class, term.Kind, term.Word
		}
	}
	if d.class == law.Special && len(kinds) > 0 {
		d.kind = strings.Join(kinds, ", ")
	}
	return d
}

func definitionParts(text string) []string {
	var out []string
	for _, item := range words.Items(words.WithoutBrackets(text)) {
		for _, part := range words.CommaItems(item) {
			out = append(out, strings.Split(part, " and ")...)
		}
	}
	return out
}

// definitionKey is the form in which a type's name and its use in a table are
// equal: "Identity Data" is "Identity", "Transactional" is "Transaction".
func definitionKey(name string) string {
	return strings.TrimSuffix(strings.TrimSuffix(words.Fold(name), " data"), "al")
}

// defined classes a category by the file's own definitions.
func (g *register) defined(c graph.Category) graph.Category {
	for _, d := range g.definitions {
		if definitionKey(d.name) == definitionKey(c.Name) {
			c.Class, c.Kind, c.Word = d.class, d.kind, d.word
			return c
		}
	}
	return c
}

// split divides a name that is none of the file's own types of data but the
// names of several: "Identity Contact", whose line end was lost.
func (g *register) split(name string) []string {
	fields := strings.Fields(name)
	if len(fields) < 2 || g.defines(name) {
		return []string{name}
	}
	for _, word := range fields {
		if !g.defines(word) {
			return []string{name}
		}
	}
	return fields
}

func (g *register) defines(name string) bool {
	return slices.ContainsFunc(g.definitions, func(d definition) bool { return definitionKey(d.name) == definitionKey(name) })
}
