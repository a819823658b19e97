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
	switch {
	case r.t.parties.isKnown(name):
	case isSentence(name):
		r.t.problems.warn(at, words.Quote(name)+" reads like a sentence, and is taken for the name of a recipient", "write only who receives the data, with semicolons between several")
	case mayBeSeveral(name), mayBeTwo(name):
		r.t.problems.tell(at, words.Quote(name)+" may name several recipients, and is taken for one", "write them with semicolons between them, if they are several")
	case nobodyNamed.MatchString(words.Fold(name)):
		r.t.problems.warn(at, words.Quote(name)+" does not say who receives the data", "write the name of the recipient, or what kind of body it is")
	}
}

// isSentence reports whether a text is longer than a name, or goes on behind one.
func isSentence(text string) bool {
	n := len(strings.Fields(text))
	return n > cell.WordsOfName || n > 6 && strings.Contains(text, ". ")
}

// withoutClauses leaves of the entries of a cell that are sentences the name that each
// begins with, and the bodies that are known among its examples.
func (r *record) withoutClauses(text string, at graph.Ref) string {
	list := words.Items(text)
	var out []string
	for _, item := range list {
		if len(out) > 0 && isDetail(item) {
			r.t.problems.tell(at, words.Quote(item)+" is taken for a detail of "+words.Quote(out[len(out)-1])+", and for no recipient", "put details of an account in a column of notes")
			continue
		}
		name, rest := cell.NameAt(item)
		if !isSentence(item) || name == "" || rest == "" || r.t.parties.isKnown(item) {
			out = append(out, item)
			continue
		}
		out = append(out, name)
		for _, example := range cell.NamesIn(exampleLead.ReplaceAllString(rest, "")) {
			if r.t.parties.isKnown(example) {
				out = append(out, example)
			}
		}
		r.t.problems.tell(at, "of "+words.Quote(item)+" only "+words.Quote(name)+" is taken for the recipient", "write who receives the data, with semicolons between several")
	}
	if len(out) == len(list) && slices.Equal(out, list) {
		return text
	}
	return strings.Join(out, "\n")
}

// isDetail reports whether an entry is a label and its value, said of the name before
// it: "plan Developer", "account 1234".
func isDetail(item string) bool {
	fields := strings.Fields(item)
	if len(fields) < 2 || len(fields) > 4 {
		return false
	}
	_, ok := words.List("detaillabel").Whole(strings.TrimRight(fields[0], ":="))
	return ok && fields[0] == strings.ToLower(fields[0])
}

var exampleLead = words.Regexp(`^\(?(such as|including|e\.?g\.?|for example|for instance)[:, ]*`)

// mayBeSeveral reports whether a name is a list of three and more, and no firm's and no
// address.
func mayBeSeveral(name string) bool {
	parts := words.CommaItems(name)
	return len(parts) >= 3 && cell.FormOf(name) == "" && !hasDigit(name) && !slices.ContainsFunc(parts, func(p string) bool {
		return words.List("address").Has(lastWord(p))
	})
}

var spacedPlus = words.Regexp(`\S \+ \S`)

// mayBeTwo reports whether a name has a plus between words, or names a place to stay
// behind somebody else: "Skibound & Killington Lodge".
func mayBeTwo(name string) bool {
	if cell.FormOf(name) != "" || strings.ContainsAny(name, "()") {
		return false
	}
	_, behind, found := strings.Cut(name, " & ")
	return spacedPlus.MatchString(name) || found && len(strings.Fields(behind)) > 1 && words.List("lodging").Has(behind)
}
