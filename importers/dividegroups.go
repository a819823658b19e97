package importers

import (
	"slices"
	"strings"

	"dpmap/importers/cell"
	"dpmap/importers/words"
)

// groupNames are the names in the brackets behind words of a sort of recipient:
// "Hosting subprocessors (Cirrus, Nimbus)". Nil where the words before the brackets
// may be a name themselves.
func (r *reader) groupNames(item string) []string {
	m := trailingBracket.FindStringSubmatch(strings.TrimSpace(item))
	if m == nil || r.parties.isKnown(item) || r.parties.isKnown(m[1]) || !isSort(m[1]) {
		return nil
	}
	names := cell.NamesIn(m[2])
	if len(names) < 2 {
		return nil
	}
	if slices.ContainsFunc(names, func(n string) bool { return !r.parties.isKnown(n) && !r.isOwnName(n) }) {
		return nil
	}
	return names
}

// areNamesAndSorts reports whether each part of a list is known, the name of an
// organisation or a sort of recipient, with such a sort among them: "Stripe
// (processor), accounting software".
func (r *reader) areNamesAndSorts(parts []string) bool {
	sorts := 0
	for _, p := range parts {
		switch {
		case isSort(p), ownTeam.MatchString(p):
			sorts++
		case !r.parties.isKnown(p) && !r.isOwnName(p):
			return false
		}
	}
	return sorts > 0 && len(parts) > 1
}

// ownTeam is a part of a list that is one's own people: "internal security team".
var ownTeam = words.Regexp(`^(our )?(internal|in[- ]house|own) ([a-z-]+ ){0,3}(teams?|staff|users?|administrators?|admins?|leads?|engineers?|developers?)$`)

// isSort reports whether a text says what sort of recipient somebody is, and names
// nobody: "Email provider", "authorities where lawful".
func isSort(text string) bool {
	fields := strings.Fields(words.Fold(whenDue.ReplaceAllString(words.WithoutBrackets(text), "")))
	if len(fields) == 0 || len(fields) > 4 {
		return false
	}
	last := fields[len(fields)-1]
	if len(fields) > 1 && words.List("listlead").Has(last) {
		return true
	}
	_, ok := words.List("sortofrecipient").Whole(last)
	return ok
}

// whenDue is said of a sort of recipient: when it gets the data.
var whenDue = words.Regexp(`\s+((where|when|if|as)( (lawful|required|needed|necessary|applicable|appropriate|requested|relevant|permitted))+|on request|by law)$`)
