package law

import "fmt"

// SignPlace is where a word stands that may be a sign of protected data.
type SignPlace string

// The places. A name says less than a purpose: "Hospital" in a name is a sign
// of health data, and "medical" in a firm's name is none.
const (
	InPurpose SignPlace = "purpose"
	InName    SignPlace = "name"
)

// Rows of the table that are signs in both places, and those that take a sign
// back when they stand next to it: "no" before it, "training" behind it.
const (
	inBoth SignPlace = "both"
	before SignPlace = "before"
	behind SignPlace = "after"
)

// signs are the words of data/signs.csv, apart by where they stand.
type signs map[SignPlace]*vocabulary

func readSigns(v vocabulary, errs *[]error) signs {
	all := signs{}
	for _, place := range []SignPlace{InPurpose, InName, before, behind} {
		all[place] = &vocabulary{byFirst: map[string][]entry{}, groups: v.groups, ids: v.ids}
	}
	for _, r := range readTable("signs", errs) {
		where := SignPlace(r.must("where"))
		places := []SignPlace{where}
		if where == inBoth {
			places = []SignPlace{InPurpose, InName}
		}
		for _, place := range places {
			table := all[place]
			if table == nil {
				r.bad("where", fmt.Sprintf("%q is no place of a sign", where), "write both, purpose, name, before or after")
				continue
			}
			if e, ok := table.read(r); ok {
				table.add(r, e)
			}
		}
	}
	for _, table := range all {
		table.sort()
	}
	return all
}

// Signs lists the words of a purpose or a name from which data of a protected
// class is usually known, as terms, in order: that somebody is sent to a
// counsellor is data concerning health (UK GDPR Art 4(15) and recital 35; by
// inference, CJEU C-184/20). It is the longest at each place, and none that what
// stands next to it takes back: "no fingerprints", "autism and ADHD training". A
// sign is weaker than a term of the vocabulary: it shows what kind of data to
// look for, and is no record of it.
func (b *Book) Signs(text string, in SignPlace) []Term {
	all := b.law.signs
	words := splitWords(text)
	var found []placedSign
	for i := 0; i < len(words); {
		n := 1
		if e := all[in].longest(words[i:]); e != nil {
			n = len(e.words)
			found = append(found, placedSign{e.term, i, i + n, all[before].ends(words[:i]) || all[before].ends(listed(words[:i])), all[behind].longest(words[i+n:]) != nil})
		}
		i += n
	}
	for n := 1; n < len(found); n++ {
		found[n].denied = found[n].denied || found[n-1].denied && found[n-1].joins(found[n], words)
	}
	for n := len(found) - 1; n > 0; n-- {
		found[n-1].topic = found[n-1].topic || found[n].topic && found[n-1].joins(found[n], words)
	}
	var terms []Term
	for _, s := range found {
		if s.term.Class >= Criminal && !s.denied && !s.topic {
			terms = append(terms, s.term)
		}
	}
	return terms
}

// listed is what stands before the first of two things joined by "and" or "or":
// "excluding" in "excluding welfare and". It is nothing where none are.
func listed(words []word) []word {
	if n := len(words); n > 2 && isJoiner(words[n-1]) {
		return words[:n-2]
	}
	return nil
}

func isJoiner(w word) bool { return w.stem == "and" || w.stem == "or" }

// placedSign is an entry found in words[from:to], and whether what stands before
// or behind it takes it back.
type placedSign struct {
	term          Term
	from, to      int
	denied, topic bool
}

// joins reports whether nothing but "and" or "or" stands between two signs.
func (s placedSign) joins(next placedSign, words []word) bool {
	between := words[s.to:next.from]
	return len(between) == 0 || len(between) == 1 && isJoiner(between[0])
}

// ends reports whether the words end with an entry.
func (v *vocabulary) ends(words []word) bool {
	for n := range words {
		if e := v.longest(words[n:]); e != nil && n+len(e.words) == len(words) {
			return true
		}
	}
	return false
}
