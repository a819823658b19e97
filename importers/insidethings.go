package importers

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/importers/cell"
	"dpmap/importers/words"
)

var (
	// insideThings finds recipients that are parts of the controller's own
	// machinery or people. An internal auditor may be a firm.
	insideThings = words.Regexp(`^in memory( \w+){0,4}$|^(our |the )?(own |internal |in house )+(compute|processing|systems?|servers?|databases?|staff|teams?|departments?|users?|apps?|applications?|tools?|spreadsheets?|records?|files?|networks?|drives?|storage)( only)?$`)
	// nobodyNamed finds cells that say that there is a recipient and not who.
	nobodyNamed = words.Regexp(`^(to )?(the |any |an |our )?(intended |relevant |named |appropriate |authorised )?recipients?\b`)
)

// inside reports whether a recipient cell names a part of the controller itself.
func inside(text string) bool {
	bare := words.Fold(words.WithoutBrackets(text))
	return insideThings.MatchString(bare) && !cell.GoesOut(text)
}

// tellNoName says so where what is taken for a recipient's name is hardly one.
func (r *record) tellNoName(name string, at graph.Ref) {
	switch fields := strings.Fields(name); {
	case r.t.parties.isKnown(name):
	case len(fields) > wordsOfName, len(fields) > 6 && strings.Contains(name, ". "):
		r.t.problems.warn(at, words.Quote(name)+" reads like a sentence, and is taken for the name of a recipient", "write only who receives the data, with semicolons between several")
	case mayBeSeveral(name):
		r.t.problems.tell(at, words.Quote(name)+" may name several recipients, and is taken for one", "write them with semicolons between them, if they are several")
	case nobodyNamed.MatchString(words.Fold(name)):
		r.t.problems.warn(at, words.Quote(name)+" does not say who receives the data", "write the name of the recipient, or what kind of body it is")
	}
}

// mayBeSeveral reports whether a name is a list of three and more, and no firm's and no
// address.
func mayBeSeveral(name string) bool {
	parts := words.CommaItems(name)
	return len(parts) >= 3 && cell.FormOf(name) == "" && !hasDigit(name) && !slices.ContainsFunc(parts, func(p string) bool {
		return words.List("address").Has(lastWord(p))
	})
}
