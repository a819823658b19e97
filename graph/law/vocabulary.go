package law

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// vocabulary is the words of personal data, found by their first word.
type vocabulary struct {
	byFirst map[string][]entry // longest first
	groups  map[string]row     // of terms, by ID
	ids     []string           // of groups, in table order
}

// entry is a term made ready for comparison.
type entry struct {
	term    Term
	words   []word
	exact   bool // words in capitals must be so in the text too: PIN, SALT
	subject bool // tells about whom, not what; never outranks a term that says what
	group   string
}

// word is a word of a text, as compared and as written.
type word struct {
	stem    string
	capital bool // all in capitals, but for a plural s
}

func readVocabulary(errs *[]error) vocabulary {
	v := vocabulary{byFirst: map[string][]entry{}, groups: map[string]row{}}
	for _, r := range readTable("termgroups", errs) {
		id := r.must("id")
		v.groups[id] = r
		v.ids = append(v.ids, id)
	}
	for _, r := range readTable("terms", errs) {
		if e, ok := v.read(r); ok {
			v.add(r, e)
		}
	}
	v.sort()
	return v
}

// sort puts the longest entries first.
func (v *vocabulary) sort() {
	for _, entries := range v.byFirst {
		longestFirst(entries)
	}
}

func longestFirst(entries []entry) {
	slices.SortStableFunc(entries, func(x, y entry) int { return len(y.words) - len(x.words) })
}

// read makes an entry of a row of terms.
func (v *vocabulary) read(r row) (entry, bool) {
	group, ok := v.groups[r.must("group")]
	if !ok {
		r.bad("group", fmt.Sprintf("%q is no group of terms", r.text("group")), "give one of "+strings.Join(v.ids, ", "))
		return entry{}, false
	}
	e := entry{
		term: Term{
			Word:  r.must("word"),
			Class: readClass(group),
			Kind:  group.must("kind"),
			Note:  group.text("note"),
			Law:   group.citation(),
		},
		subject: group.yes("subject"),
		group:   r.text("group"),
	}
	e.term.Verified = (!r.laid || r.text("verified") != "") && r.yes("verified")
	e.exact = (!r.laid || r.text("exact") != "") && r.yes("exact")
	e.words = splitWords(e.term.Word)
	if len(e.words) == 0 {
		r.bad("word", fmt.Sprintf("%q has no letter or digit in it", e.term.Word), "write a word or a phrase")
		return entry{}, false
	}
	return e, true
}

func (v *vocabulary) add(r row, e entry) {
	first := e.words[0].stem
	for _, other := range v.byFirst[first] {
		if other.says(e) && other.exact == e.exact {
			r.fault("%q stands already as %q", e.term.Word, other.term.Word)
		}
	}
	v.byFirst[first] = append(v.byFirst[first], e)
}

// says reports whether two entries are one phrase, whatever its capitals.
func (e *entry) says(other entry) bool {
	return slices.EqualFunc(e.words, other.words, func(x, y word) bool { return x.stem == y.stem })
}

func readClass(r row) Class {
	for _, c := range []Class{Ordinary, Sensitive, Criminal, Special} {
		if r.text("class") == c.String() {
			return c
		}
	}
	r.fault("class %q is not known", r.text("class"))
	return 0
}

// splitWords cuts a text into words: runs of letters and digits, without
// apostrophes and possessive endings.
func splitWords(text string) []word {
	fields := strings.FieldsFunc(text, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !isApostrophe(r) && !unicode.In(r, unicode.Mn, unicode.Cf)
	})
	words := make([]word, 0, len(fields))
	for _, f := range fields {
		if n := strings.IndexFunc(f, isApostrophe); n > 0 && strings.EqualFold(strings.TrimLeftFunc(f[n:], isApostrophe), "s") {
			f = f[:n]
		}
		lower := fold(f)
		if lower == "" {
			continue
		}
		words = append(words, word{stem: stem(lower), capital: isCapital(f)})
	}
	return words
}

func isCapital(s string) bool {
	if len(s) > 2 {
		s = strings.TrimSuffix(s, "s")
	}
	return s == strings.ToUpper(s) && s != strings.ToLower(s)
}

// matches reports whether the entry's words begin the text.
func (e *entry) matches(text []word) bool {
	if len(text) < len(e.words) {
		return false
	}
	for i, w := range e.words {
		if text[i].stem != w.stem || e.exact && w.capital && !text[i].capital {
			return false
		}
	}
	return true
}

// longest is the longest entry that the words begin with, nil when none is.
func (v *vocabulary) longest(words []word) *entry {
	if len(words) == 0 {
		return nil
	}
	entries := v.byFirst[words[0].stem]
	for i := range entries {
		if entries[i].matches(words) {
			return &entries[i]
		}
	}
	return nil
}

// find lists the entries in a text in order, the longest at each place.
func (v *vocabulary) find(text string) []*entry {
	var found []*entry
	for words := splitWords(text); len(words) > 0; {
		n := 1
		if e := v.longest(words); e != nil {
			found = append(found, e)
			n = len(e.words)
		}
		words = words[n:]
	}
	return found
}
