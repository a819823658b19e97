package column

import (
	"fmt"
	"slices"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/importers/cell"
	"dpmap/importers/words"
)

// sendersPeople takes from the senders a column headed Sent by or Shared by that
// names no organisation: its people answer for the sharing, and what is no
// person's name is the way by which it went. Otherwise each of them would become
// an organisation of its own, and the controller a stranger to its own sharing.
func sendersPeople(columns []graph.Column, samples map[int][]string, book *law.Book) []graph.Column {
	has := func(f graph.Field) bool { return Has(columns, f) }
	out := slices.Clone(columns)
	for i, c := range out {
		if c.Field != graph.FieldFrom || c.How == ByOption || !bySomebody(words.Fold(c.Heading)) {
			continue
		}
		values := cell.KnownValues(samples[c.Col])
		people := cell.CountOf(values, func(v string) bool { return ownWorker(words.Fold(words.WithoutBrackets(v))) })
		ways := cell.CountOf(values, isMethod)
		bodies := cell.CountOf(values, func(v string) bool {
			return !isMethod(v) && !ownWorker(words.Fold(words.WithoutBrackets(v))) && isBody(book, v)
		})
		if people+ways == 0 || people+ways < 3*bodies {
			continue
		}
		field, why := graph.FieldOwner, "its cells are the school's own people, who answer for it"
		if ways > people {
			field, why = graph.FieldMethod, fmt.Sprintf("%d of %d values are ways of sending", ways, len(values))
		}
		out[i].Field, out[i].How, out[i].Why = field, ByContents, why
		if has(field) {
			out[i].Field, out[i].How, out[i].Why = "", byAside, why+", and another column says so"
		}
	}
	return out
}

// isBody reports whether a text could be the name of an organisation: one that is
// known, or one with a word that organisations have in their names.
func isBody(book *law.Book, v string) bool {
	if _, ok := book.FindBody(v); ok {
		return true
	}
	return cell.IsOrganisation(book, v) || bodyWords(words.Fold(v))
}

// bySomebody tells headings that ask by whom data was sent, which a school
// answers with its own people or with the way that it went.
func bySomebody(folded string) bool { return words.PhraseList("sent by somebody").Has(folded) }

// bodyWords tells words in names of schools and other organisations.
func bodyWords(folded string) bool { return words.PhraseList("words of bodies").Has(folded) }

// ownWorker tells people of a school by what they are called there.
func ownWorker(folded string) bool { return words.PhraseList("own workers").Has(folded) }
