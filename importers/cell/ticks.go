package cell

import (
	"strings"

	"dpmap/graph"
	"dpmap/importers/words"
)

// Ticked is what a cell of a marked column says: the tick and the cross of the
// font Wingdings are the letters ü and û, its ticked box is þ, and the tick of
// Wingdings 2 is P. A star alone is a tick, and a star beside one a footnote.
func Ticked(text string) graph.State {
	if strings.Trim(text, " *") == "" && text != "" {
		return graph.Yes
	}
	switch text = strings.Trim(strings.ReplaceAll(text, "\ufe0f", ""), " *()[]."); text {
	case "":
		return graph.No // an empty box
	case "ü", "√", "●", "•", "þ", "P", "1", "tick", "Tick", "ticked", "✅":
		return graph.Yes
	case "û", "×", "-", "–", "0", "❌":
		return graph.No
	}
	if state, rest := ParseState(text); rest == "" && state != graph.NotApplicable {
		return state
	}
	if IsNotApplicable(text) {
		return graph.No
	}
	return 0
}

// IsX reports whether a cell holds a bare x, which may tick or cross.
func IsX(text string) bool { return words.Fold(text) == "x" }
