package cell

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/importers/words"
)

// Roles are the words that a column of roles holds.
var Roles = map[string]graph.Role{
	"controller": graph.Controller, "joint controller": graph.JointController,
	"processor": graph.Processor, "sub-processor": graph.SubProcessor,
}

// ParseRole reads the part that a recipient plays. Words that name two parts
// ("joint controllers or processors") decide nothing.
func ParseRole(text string) (graph.Role, []Doubt) {
	if IsUnknown(text) || IsNotApplicable(text) {
		return 0, nil
	}
	if id, ok := words.List("rolewhole").Whole(text); ok {
		return Roles[id], nil
	}
	const fix = "write one of controller, joint controller, processor, sub-processor"
	found, ours := rolesIn(text)
	switch {
	case len(found) > 0 && IsHedged(text):
		return 0, []Doubt{{Message: "role " + words.Quote(text) + " leaves the matter open, so none is taken", Fix: fix}}
	case len(found) == 0 && ours:
		return 0, []Doubt{{Message: "role " + words.Quote(text) + " tells the sender's part and not the recipient's", Fix: fix}}
	}
	switch len(found) {
	case 0:
		return 0, []Doubt{{Message: "role " + words.Quote(text) + " is not one that is known" + words.DidYouMean(text, "role"), Fix: fix}}
	case 1:
		return Roles[found[0]], nil
	}
	return 0, []Doubt{{Message: "role " + words.Quote(text) + " names more than one role, so none is taken", Fix: fix + ", with a row for each purpose where they differ"}}
}

// rolesIn are the roles that a text gives the recipient, and whether it gives the
// sender one: "we are the controller".
func rolesIn(text string) (found []string, ours bool) {
	text = roleMarks.Replace(text)
	for clause := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune(",;|\n", r) }) {
		mine := words.List("ours").At(strings.Fields(words.Fold(clause))) > 0
		for _, h := range stated(words.List("role"), clause) {
			switch {
			case mine:
				ours = true
			case !slices.Contains(found, h.id):
				found = append(found, h.id)
			}
		}
	}
	return found, ours
}

// roleMarks sets words and commas for the marks that give each party its role.
var roleMarks = strings.NewReplacer("=", " is ", " - ", ",", " – ", ",")

// IsHedged reports whether a cell leaves open what it states.
func IsHedged(text string) bool {
	return strings.HasSuffix(strings.TrimRight(text, " )"), "?") || words.List("hedge").Has(text)
}
