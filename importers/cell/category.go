package cell

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/importers/lazyre"
	"dpmap/importers/words"
)

// ParseCategories reads the kinds of data that a cell names, each classed by
// the vocabulary. A comma divides only a list of short names.
func ParseCategories(book *law.Book, text string, at graph.Ref) []graph.Category {
	var out []graph.Category
	for _, name := range categoryNames(book, text) {
		if IsUnknown(name) || IsNotApplicable(name) || IsNobody(name) {
			continue
		}
		c := Category(book, name, at)
		out = append(append(out, c), furtherKinds(book, name, c)...)
	}
	return withoutLeads(out)
}

// unspecified is the kind of data that is special without saying which.
const unspecified = "unspecified"

// withoutLeads are the categories less the words that lead into some that are named:
// "We may also process special category data such as:".
func withoutLeads(list []graph.Category) []graph.Category {
	if !slices.ContainsFunc(list, func(c graph.Category) bool { return c.Class == law.Special && c.Kind != unspecified }) {
		return list
	}
	return slices.DeleteFunc(list, func(c graph.Category) bool { return c.Kind == unspecified && leadsIn.MatchString(c.Name) })
}

var leadsIn = words.Regexp(`\b(such as|including|includes?|for example|e\.?g\.?|the following|namely|these are)[\s:,–—-]*$|:\s*$`)

// Category classes one kind of data, named in a cell, by the vocabulary of the law.
func Category(book *law.Book, name string, at graph.Ref) graph.Category {
	bare := withoutDenied(name)
	term := book.Classify(bare)
	if term.Kind == unspecified {
		for _, other := range book.Terms(bare) { // "Special category data (medical records)"
			if other.Class == law.Special && other.Kind != unspecified {
				term = other
				break
			}
		}
	}
	return graph.Category{Name: name, Class: term.Class, Kind: term.Kind, Word: term.Word, At: at}
}

// withoutDenied is the name of a kind of data less what it says does not go: "Name
// (no medical info)", "Names excluding health data". Only words for kinds of data
// may stand between, so that "no consent medical information" stays as it is, and
// an exception leaves all in place. That there are "no known allergies" is data
// on health, and so is a religion of "none".
func withoutDenied(name string) string {
	if words.List("exception").Has(name) || exceptData.MatchString(name) {
		return name
	}
	name = firstName.ReplaceAllString(name, " ")
	return deniedBehind.ReplaceAllString(deniedData.ReplaceAllString(name, " "), " ")
}

const sortsOfData = `(any|pupils?|students?|staff|children'?s?|special|category|categories|of|sensitive|personal|or|and|other|health|medical|send?|biometrics?|fingerprints?|religio(n|us)|ethnic(ity)?|criminal|dietary|allerg(y|ies)|disability|dbs|conviction|safeguarding|financial|/|,|&)`

var (
	firstName    = lazyre.New(`\b(Faith|Christian) [A-Z][a-z]+['’]s\b`) // Faith Smith's class
	exceptData   = words.Regexp(`\b(but|apart|unless|only if|sometimes|usually|mostly)\b`)
	deniedData   = words.Regexp(`\b(no|without|excluding|excludes|not including|does not include) (` + sortsOfData + `[ /]+){1,6}(data|info|information|details|records)\b( (is|are))?( (shared|sent|held|collected|stored|recorded))?`)
	deniedBehind = words.Regexp(`^(` + sortsOfData + `[ /]+){1,6}(data|info|information|details|records) (is |are )?(not|never) (shared|sent|held|collected|stored|recorded|uploaded|passed on|included)$`)
)

func categoryNames(book *law.Book, text string) []string {
	var out []string
	for _, item := range words.Items(text) {
		parts := words.CommaItems(item)
		if !isShortList(book, parts) {
			parts = []string{item}
		}
		for _, part := range parts {
			for _, name := range kindsApart(book, strings.TrimPrefix(part, "and ")) {
				if name != "" && !slices.Contains(out, name) {
					out = append(out, name)
				}
			}
		}
	}
	return out
}

// isShortList reports whether each part can stand alone: it is a word of the
// vocabulary, or no longer than a name.
func isShortList(book *law.Book, parts []string) bool {
	for _, part := range parts {
		if len(strings.Fields(words.WithoutBrackets(part))) > 4 && book.Classify(part).Word == "" {
			return false
		}
	}
	return true
}

// ParseSpecial reads the register's own special-category column: yes, no, or
// the kinds by name.
func ParseSpecial(book *law.Book, text string) (graph.Declared, []Doubt) {
	d := graph.Declared{Text: text}
	if IsUnknown(text) {
		return d, nil
	}
	state, rest := ParseState(text)
	d.State = state
	for _, name := range categoryNames(book, rest) {
		for _, term := range book.Terms(name) {
			if term.Class >= law.Criminal && !slices.Contains(d.Kinds, term.Kind) {
				d.Kinds = append(d.Kinds, term.Kind)
			}
		}
	}
	if state == graph.No && takenBack(rest, d.Kinds) {
		d.State = 0
		if len(d.Kinds) > 0 {
			d.State = graph.Yes
		}
		return d, []Doubt{{Message: "special category data " + words.Quote(text) + " says no and then makes an exception, so it is not taken for a no", Fix: "write Yes with the kinds, such as Yes - health, or No and nothing else"}}
	}
	if d.State != 0 || rest == "" {
		return d, nil
	}
	if len(d.Kinds) > 0 {
		d.State = graph.Yes
		return d, nil
	}
	switch sort := words.Fold(rest); {
	case specialSort.MatchString(sort):
		d.State = graph.Yes
		if strings.Contains(sort, "crim") {
			for _, term := range book.Terms("criminal convictions") {
				d.Kinds = append(d.Kinds, term.Kind)
			}
		}
		return d, nil
	case ordinarySort.MatchString(sort):
		d.State = graph.No
		return d, nil
	}
	return d, []Doubt{{Message: "special category data " + words.Quote(text) + " is neither yes nor no, nor a kind that is known", Fix: "write Yes or No, or the kinds: health, ethnicity, religion, biometric data"}}
}

// specialSort and ordinarySort are cells that name the sort of data and no kind of
// it: "Special", "Special & criminal", "Ordinary".
var (
	specialSort  = words.Regexp(`^(some )?(special|sensitive|criminal|crim|scd|spec cat|special cat|special category|sensitive personal|criminal offence|criminal offences)( data| info| information)?(( and| or)? (special|sensitive|criminal|crim|special category|criminal offence|criminal offences)( data)?)*$`)
	ordinarySort = words.Regexp(`^(only )?(ordinary|normal|standard|basic|non sensitive|not sensitive|non special|not special|personal|general)( personal)?( data| info| information)?( only)?$`)
)

// takenBack reports whether what follows a "no" makes an exception to it: "except
// pupils with asthma", "but photos show ethnicity", "DBS checks only".
func takenBack(rest string, kinds []string) bool {
	return words.List("exception").Has(rest) || len(kinds) > 0 && words.Contains(words.Fold(rest), "only")
}
