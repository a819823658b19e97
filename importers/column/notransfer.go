package column

import (
	"dpmap/graph"
	"dpmap/importers/words"
)

// FieldLeaves is the field of a column that asks whether data goes abroad, and
// holds little more than yes and no.
const FieldLeaves graph.Field = "leaves-uk"

func isCountry(c graph.Column) bool { return c.Field == graph.FieldRecipientCountry }

// thirdCountries are the words of a heading that ask whether, and not which.
var thirdCountries = words.Regexp(`\b(to |in )?((a )?(third|3rd)|(an)?other) countr(y|ies)\b|\b(out of|outside|outside of|leaves?|leaving)( the)? country\b|\bto (a )?countr(y|ies) outside\b`)

// AsksWhere finds headings that ask which country, or how, and not whether.
var AsksWhere = words.Regexp(`\bcountr(y|ies)\b|\b(which|where|names?|how|safeguards?)\b`)

// FieldStays is the field of a column that asks whether data is kept in the UK.
const FieldStays graph.Field = "kept-in-uk"

// AsksAbroad reports whether a heading is about what goes out of the UK or the
// EEA, and not about its safeguards alone.
func AsksAbroad(heading string) bool {
	folded := words.Fold(heading)
	return abroad(folded) && !otherThanTransfers(folded)
}

// plainQuestion tells the headings that ask whether data goes abroad and nothing
// else, whatever the cells go on to say.
func plainQuestion(folded string) bool { return words.PhraseList("plainly abroad").Has(folded) }

// otherThanTransfers reports whether a folded text has one of the phrases "other than transfers".
func otherThanTransfers(folded string) bool {
	return words.PhraseList("other than transfers").Has(folded)
}

// abroad reports whether a folded text has one of the phrases "goes abroad".
func abroad(folded string) bool { return words.PhraseList("goes abroad").Has(folded) }

// keptHere reports whether a folded text has one of the phrases "kept here".
func keptHere(folded string) bool { return words.PhraseList("kept here").Has(folded) }
