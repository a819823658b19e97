package column

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/importers/cell"
	"dpmap/importers/words"
)

// AsksWho reports whether the words of a heading ask who receives the data.
func AsksWho(folded string) bool {
	return slices.ContainsFunc(keywordsIn(folded), func(k keyword) bool { return k.Field == graph.FieldTo }) && !AsksForSubs(folded) && !notWho(folded)
}

// namesBodies reports whether values name organisations: well-known bodies, names
// with a legal form, or what else looks like names, and no people of the
// controller's own.
func namesBodies(values []string, book *law.Book) bool {
	n, said := 0, 0
	for _, v := range values {
		if cell.StaysInside(v) {
			continue
		}
		said++
		if role, _ := cell.ParseRole(v); role != 0 {
			continue // "Controller" is no body, and the names of some end so
		}
		known := false
		for _, item := range words.Items(v) {
			for _, part := range words.CommaItems(item) {
				b, ok := book.FindBody(words.WithoutBrackets(part))
				known = known || ok && !b.Kind.IsSubject() || cell.FormOf(part) != ""
			}
		}
		if known {
			n++
		}
	}
	return said > 0 && 10*n >= 4*said
}

// namesRecipients reports whether most values beneath a heading that asks for
// recipients could be lists of names, whether or not anybody has heard of them.
func namesRecipients(values []string, book *law.Book) bool {
	names, said := 0, 0
	for _, v := range values {
		if cell.StaysInside(v) {
			continue
		}
		said++
		if !slices.ContainsFunc(words.Items(v), func(item string) bool {
			first, _ := utf8.DecodeRuneInString(item)
			bare := words.WithoutBrackets(item)
			_, people := words.List("subject").Whole(bare)
			return !cell.DeniesAll.MatchString(item) && !unicode.IsUpper(first) || len(strings.Fields(bare)) > 12 || people || isRole(item) || cell.IsYesNo(book, item) || cell.IsDate(book, item) || cell.IsPlace(book, item)
		}) {
			names++
		}
	}
	return said > 0 && 10*names >= 7*said
}

// notWho reports whether a folded text has one of the phrases "not who".
func notWho(folded string) bool { return words.PhraseList("not who").Has(folded) }
