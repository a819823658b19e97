package words

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"
)

// TestPhrase holds what each sign of a phrase means.
func TestPhrase(t *testing.T) {
	groups := map[string]string{"people": "parent[/s]|year group", "them": "{people}|staff"}
	for _, c := range []struct {
		phrase   string
		has, not string // texts, divided by strokes
	}{
		{"kept", "where it is kept|kept", "keptbook|keep"},
		{"where ... kept", "where kept|where is it all kept now", "kept where|where"},
		{"[who/which body] gets", "who gets it|which body gets", "which gets"},
		{"[/the] data", "data|the data", "the info"},
		{"what [/the] data", "what data|what the data", "what old data"},
		{"compan[y/ies] here", "company here|companies here", "companys here"},
		{"sub[/ ]processor[/s]", "subprocessor|their sub processors", "sub the processor"},
		{"countr* x", "country x|countries x", "county x"},
		{"year[/ ]# x", "year 10 x|year10 x", "year x|years x|year 365 x|year ten x"},
		{"y# x", "y7 x", "y x|yes x"},
		{"a * b", "a c b", "a b|a c d b"},
		{"^is [is/it is/not]... so$", "is so|is it is not so", "is it so|is it is maybe so"},
		{"^from$", "from", "from us|it is from"},
		{"^from", "from us", "it is from"},
		{"to$", "sent to", "to whom"},
		{"[a [big/small] house/home]", "a big house|home", "a house"},
		{"[told ... by/heard]", "told it by|heard", "told"},
		{"told {people} of", "told parents of|told year group of", "told staff of"},
		{"told {them} of", "told staff of|told parent of", "told of"},
		{"controller + processor", "processor or controller", "controller"},
		{"a [/b] [/c]", "a", "b"},
		{"e[-/]mail it", "e mail it|email it", "e it"},
	} {
		p, err := newPhrase(c.phrase, groups)
		if err != nil {
			t.Errorf("%q: %v", c.phrase, err)
			continue
		}
		var x Phrases
		x.add(p, 0)
		for text := range strings.SplitSeq(c.has, "|") {
			if !p.in(strings.Fields(text)) || !x.Has(text) {
				t.Errorf("%q is not in %q", c.phrase, text)
			}
		}
		for text := range strings.SplitSeq(c.not, "|") {
			if p.in(strings.Fields(text)) || x.Has(text) {
				t.Errorf("%q is in %q", c.phrase, text)
			}
		}
	}
	for _, bad := range []string{"", "{nobody}", "[a/b", "a]", "a|b", "what?", "^", "a^b", "{a"} {
		if _, err := newPhrase(bad, groups); err == nil {
			t.Errorf("%q is taken for a phrase", bad)
		}
	}
}

// TestPhraseTable reports rows of the table of phrases that would be left out.
func TestPhraseTable(t *testing.T) {
	r := csv.NewReader(bytes.NewReader(phrasesCSV))
	r.FieldsPerRecord = 2
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows[1:] {
		for text := range strings.SplitSeq(row[1], "|") {
			if err := PhraseFault(text); err != nil {
				t.Errorf("%q: %v", row, err)
			}
		}
	}
}

// FuzzPhrase: whatever is written, a phrase is read and matched without a panic, and
// the index finds it wherever the phrase alone does.
func FuzzPhrase(f *testing.F) {
	f.Add("[who/which body] ... gets* [/it]$", "which body often gets it")
	f.Add("[[a/b]/c]... ^", "a b c")
	f.Add("[a/[]b/ x...] {people} + y", "a b")
	f.Fuzz(func(t *testing.T, text, heading string) {
		if len(text) > 100 || strings.Count(text, "[") > 6 {
			return
		}
		p, err := newPhrase(text, phraseGroups())
		if err != nil {
			return
		}
		var x Phrases
		x.add(p, 0)
		if folded := Fold(heading); p.in(strings.Fields(folded)) != x.Has(folded) {
			t.Errorf("%q in %q: the phrase and its index disagree", text, heading)
		}
	})
}

// TestFirst holds that the first of several phrases is told, whichever word of the
// text leads to it, and none where there is none.
func TestFirst(t *testing.T) {
	var x Phrases
	x.AddAll("zebra|^who gets", 0)
	x.AddAll("apple", 1)
	x.AddAll("who", 2)
	for text, want := range map[string]int{"who gets": 0, "apple zebra": 0, "it is who": 2, "who has an apple": 1, "nobody": -1, "": -1} {
		got, ok := x.First(text)
		if !ok {
			got = -1
		}
		if got != want {
			t.Errorf("%q: got %d, want %d", text, got, want)
		}
	}
}
