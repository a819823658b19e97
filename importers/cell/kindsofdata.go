package cell

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/importers/lazyre"
	"dpmap/importers/words"
)

var (
	joinedData = lazyre.New(`\s+(?:and|&|\+|plus)\s+|\s*/\s*`)
	deniesData = words.Regexp(`\b(no|not|never|without|except|excluding|excl|excludes|other than|nor|rather than)\b`)
)

// kindsApart divides what names protected data of several kinds as one: "medical
// conditions and ethnicity". A part that no word of the vocabulary is in stays with
// the whole, and so does a denial ("no medical or religious data").
func kindsApart(book *law.Book, name string) []string {
	parts := SplitOutside(name, joinedData)
	if len(parts) < 2 || deniesData.MatchString(name) || len(protectedKinds(book, name)) < 2 {
		return []string{name}
	}
	var kinds []string
	for _, p := range parts {
		if book.Classify(p).Word == "" {
			return []string{name}
		}
		for _, k := range protectedKinds(book, p) {
			if !slices.Contains(kinds, k) {
				kinds = append(kinds, k)
			}
		}
	}
	if len(kinds) < 2 {
		return []string{name}
	}
	return parts
}

// protectedKinds are the kinds of protected data that a text names, each once.
// What is not specified is none beside another, and what is only inferred is one
// where nothing else is named.
func protectedKinds(book *law.Book, text string) []string {
	var kinds, inferred []string
	for _, term := range book.Terms(text) {
		list := &kinds
		if strings.Contains(term.Kind, "by inference") {
			list = &inferred
		}
		if term.Class >= law.Criminal && term.Kind != "unspecified" && !slices.ContainsFunc(*list, func(k string) bool { return law.OneKind(k, term.Kind) || law.OneKind(term.Kind, k) }) {
			*list = append(*list, term.Kind)
		}
	}
	if kinds == nil {
		return inferred
	}
	return kinds
}

// furtherKinds are the categories that a name holds beside the one that decides its
// class: "Census data (inc. ethnicity, SEN)" is of ethnicity and of health.
func furtherKinds(book *law.Book, name string, first graph.Category) []graph.Category {
	text := withoutDenied(name)
	if text != name || deniesData.MatchString(name) || first.Class < law.Criminal {
		return nil
	}
	var out []graph.Category
	for _, kind := range protectedKinds(book, text) {
		if law.OneKind(first.Kind, kind) || law.OneKind(kind, first.Kind) {
			continue
		}
		for _, term := range book.Terms(text) {
			if term.Kind == kind && strings.Contains(words.Fold(name), words.Fold(term.Word)) {
				out = append(out, graph.Category{Name: term.Word, Class: term.Class, Kind: term.Kind, Word: term.Word, At: first.At})
				break
			}
		}
	}
	return out
}
