package importers

import (
	"slices"

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
	var found []string
	for _, h := range stated(words("role"), text) {
		if !slices.Contains(found, h.id) {
			found = append(found, h.id)
		}
	}
	const fix = "write one of controller, joint controller, processor, sub-processor"
	switch len(found) {
	case 0:
		return 0, []doubt{{"role " + quote(text) + " is not one that is known" + didYouMean(text, "role"), fix}}
	case 1:
		return roles[found[0]], nil
	}
	return 0, []doubt{{"role " + quote(text) + " names more than one role, so none is taken", fix + ", with a row for each purpose where they differ"}}
}
