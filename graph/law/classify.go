package law

import "strings"

// Classify returns the term that decides the class of a category of data: of
// the terms found in the text as words, the longest at each place; among those
// the most protected class, then one that says its kind
// and infers none, then the first. A term that only tells about whom
// the data are ("pupil") decides when there is no other. The zero Term when the
// text holds none.
func (b *Book) Classify(text string) Term {
	var best *entry
	for _, e := range b.law.vocabulary.find(text) {
		if best == nil || e.rank() > best.rank() {
			best = e
		}
	}
	if best == nil {
		return Term{}
	}
	return best.term
}

func (e *entry) rank() int {
	if e.subject {
		return 0
	}
	rank := 2 * int(e.term.Class)
	if !strings.Contains(e.term.Kind, "by inference") {
		rank++ // "Dietary (religion)" says which
	}
	return rank
}

// Terms lists the terms found in a text, in order, the longest at each place.
func (b *Book) Terms(text string) []Term {
	var terms []Term
	for _, e := range b.law.vocabulary.find(text) {
		terms = append(terms, e.term)
	}
	return terms
}
