package importers

import (
	"slices"
	"strings"

	"dpmap/graph"
)

var roles = map[string]graph.Role{
	"controller": graph.Controller, "joint controller": graph.JointController,
	"processor": graph.Processor, "sub-processor": graph.SubProcessor,
}

// parseRole reads the part that a recipient plays. Words that name two parts
// ("joint controllers or processors") decide nothing.
func parseRole(text string) (graph.Role, []doubt) {
	if isUnknown(text) || isNotApplicable(text) {
		return 0, nil
	}
	if id, ok := words("rolewhole").whole(text); ok {
		return roles[id], nil
	}
	const fix = "write one of controller, joint controller, processor, sub-processor"
	found, ours := rolesIn(text)
	switch {
	case len(found) > 0 && isHedged(text):
		return 0, []doubt{{message: "role " + quote(text) + " leaves the matter open, so none is taken", fix: fix}}
	case len(found) == 0 && ours:
		return 0, []doubt{{message: "role " + quote(text) + " tells the sender's part and not the recipient's", fix: fix}}
	}
	switch len(found) {
	case 0:
		return 0, []doubt{{message: "role " + quote(text) + " is not one that is known" + didYouMean(text, "role"), fix: fix}}
	case 1:
		return roles[found[0]], nil
	}
	return 0, []doubt{{message: "role " + quote(text) + " names more than one role, so none is taken", fix: fix + ", with a row for each purpose where they differ"}}
}

// rolesIn are the roles that a text gives the recipient, and whether it gives the
// sender one: "we are the controller".
func rolesIn(text string) (found []string, ours bool) {
	text = strings.NewReplacer("=", " is ", " - ", ",", " – ", ",").Replace(text)
	for clause := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune(",;|\n", r) }) {
		mine := words("ours").at(strings.Fields(fold(clause))) > 0
		for _, h := range stated(words("role"), clause) {
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

// isHedged reports whether a cell leaves open what it states.
func isHedged(text string) bool {
	return strings.HasSuffix(strings.TrimRight(text, " )"), "?") || words("hedge").has(text)
}
