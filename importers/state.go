package importers

import (
	"strings"

	"dpmap/graph"
)

// isUnknown reports whether a cell's text says that its value is not known:
// blank, "?", "tbc", "[TODO: ask supplier]". It is never read as "no".
func isUnknown(text string) bool {
	if strings.Trim(text, " ?-–—._/") == "" {
		return true
	}
	if isTodo(text) {
		return true
	}
	_, ok := words("unknown").whole(strings.Trim(text, "[]()"))
	return ok
}

// isTodo reports whether a text stands for what somebody has yet to write.
func isTodo(text string) bool {
	f := fold(text)
	if f == "todo" || f == "to do" || strings.HasPrefix(f, "todo ") {
		return true
	}
	return strings.HasPrefix(text, "[") && strings.HasSuffix(text, "]") && strings.HasPrefix(f, "insert ")
}

// isNotApplicable reports whether a cell says that the question does not arise.
func isNotApplicable(text string) bool {
	_, ok := words("na").whole(text)
	return ok
}

// parseState reads yes, no, "n/a" and unknown, and what follows the word:
// "Yes - signed 3/5/2024" is Yes and "signed 3/5/2024". The state is zero when
// the text begins with none of them; rest is then the whole text.
func parseState(text string) (state graph.State, rest string) {
	switch {
	case isUnknown(text):
		return 0, ""
	case isNotApplicable(text):
		return graph.NotApplicable, ""
	}
	if s := stateWord(text); s != 0 {
		return s, ""
	}
	head, tail := text, ""
	if i := strings.IndexAny(text, " -–—,.:;(\n"); i > 0 {
		head, tail = text[:i], text[i:]
	}
	switch fold(head) {
	case "yes", "y", "true":
		return graph.Yes, strings.TrimLeft(tail, " -–—,.:;\n")
	case "no", "n", "none", "false":
		return graph.No, strings.TrimLeft(tail, " -–—,.:;\n")
	}
	return 0, text
}

func stateWord(text string) graph.State {
	if t := strings.TrimSpace(text); t == "✓" || t == "✔" || t == "☑" {
		return graph.Yes
	} else if t == "✗" || t == "✘" || t == "☒" {
		return graph.No
	}
	if _, ok := words("yes").whole(text); ok {
		return graph.Yes
	}
	if _, ok := words("no").whole(text); ok {
		return graph.No
	}
	return 0
}
