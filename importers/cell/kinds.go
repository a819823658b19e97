package cell

import (
	"strings"

	"dpmap/graph/law"
	"dpmap/importers/words"
)

// ParseKind reads what sort of body a register says a party is.
func ParseKind(text string) (law.Kind, bool) {
	if IsUnknown(text) || IsNotApplicable(text) {
		return "", true
	}
	for _, k := range law.Kinds() {
		if words.Fold(string(k)) == words.Fold(text) {
			return k, true
		}
	}
	for _, form := range []string{text, words.WithoutBrackets(text)} {
		if id, ok := words.List("kind").Whole(form); ok {
			return law.Kind(id), true
		}
	}
	return "", false
}

// KindList names the kinds of parties, for messages.
func KindList() string {
	var names []string
	for _, k := range law.Kinds() {
		names = append(names, string(k))
	}
	return strings.Join(names, ", ")
}
