package law

import (
	"slices"
	"strings"
	"unicode"
)

// vocabulary is the words of personal data, found by their first word.
type vocabulary struct {
	byFirst map[string][]entry // longest first
}

// entry is a term made ready for comparison.
type entry struct {
	term    Term
	words   []word
	exact   bool // words in capitals must be so in the text too: PIN, SALT
	subject bool // tells about whom, not what; never outranks a term that says what
}

// word is a word of a text, as compared and as written.
type word struct {
	stem    string
	capital bool // all in capitals, but for a plural s
}

func readVocabulary(errs *[]error) vocabulary {
	groups := map[string]row{}
	for _, r := range readTable("termgroups", errs) {
		groups[r.must("id")] = r
	}
	v := vocabulary{byFirst: map[string][]entry{}}
	for _, r := range readTable("terms", errs) {
		g, ok := groups[r.must("group")]
		if !ok {
			r.fault("group %q is not known", r.text("group"))
			continue
		}
		v.add(r, g)
	}
	for _, entries := range v.byFirst {
		slices.SortStableFunc(entries, func(x, y entry) int { return len(y.words) - len(x.words) })
	}
	return v
}

func (v *vocabulary) add(r, group row) {
	e := entry{
		term: Term{
			Word:     r.must("word"),
			Class:    readClass(group),
			Kind:     group.must("kind"),
			Note:     group.text("note"),
			Law:      group.citation(),
			Verified: r.yes("verified"),
		},
		exact:   r.yes("exact"),
		subject: group.yes("subject"),
	}
	e.words = splitWords(e.term.Word)
	if len(e.words) == 0 {
		r.fault("%q has no word in it", e.term.Word)
		return
	}
	first := e.words[0].stem
	for _, other := range v.byFirst[first] {
		if len(other.words) == len(e.words) && other.matches(e.words) && other.exact == e.exact {
			r.fault("%q stands already as %q", e.term.Word, other.term.Word)
		}
	}
	v.byFirst[first] = append(v.byFirst[first], e)
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

// find lists the entries in a text in order, the longest at each place.
func (v *vocabulary) find(text string) []*entry {
	var found []*entry
	for words := splitWords(text); len(words) > 0; {
		n := 1
		entries := v.byFirst[words[0].stem]
		for i := range entries {
			if entries[i].matches(words) {
				found = append(found, &entries[i])
				n = len(entries[i].words)
				break
			}
		}
		words = words[n:]
	}
	return found
}
