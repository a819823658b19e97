package rules

import (
	"slices"
	"strings"

	"dpmap/graph"
)

// toOwnPeople reports whether the recipients of a flow are staff, by a name that
// says nothing else: they are part of whom they work for, and no other
// organisation.
func (d decider) toOwnPeople(f *graph.Flow) bool {
	to := d.m.Party(f.To)
	if to.Kind != "" && !to.Kind.IsSubject() {
		return false
	}
	words := wordsOf(to.Name)
	plain := []string{"our", "own", "the", "all", "of", "and", "school", "college", "academy", "teaching", "support", "non", "pastoral", "office",
		"admin", "administrative", "senior", "leadership", "relevant", "authorised", "internal", "members", "member", "current"}
	return hasWord(to.Name, staffWords()) && !slices.ContainsFunc(words, func(w string) bool {
		return !slices.Contains(plain, w) && !slices.Contains(staffWords(), w)
	})
}

// aboutRecipient reports whether data that goes to data subjects, or to those
// who act for them, may be about them: parents receive their own child's data,
// not that of staff nor that of other pupils. Subjects that nobody recorded are
// taken for the recipients.
func (d decider) aboutRecipient(f *graph.Flow) bool {
	if !recorded(strings.Join(f.Subjects, "")) {
		return true
	}
	toStaff := hasWord(d.name(f.To), staffWords())
	return slices.ContainsFunc(f.Subjects, func(subject string) bool {
		others := hasWord(subject, []string{"other", "others"})
		return !others && toStaff == hasWord(subject, staffWords())
	})
}
