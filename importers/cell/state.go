package cell

import (
	"strings"
	"unicode/utf8"

	"dpmap/graph"
	"dpmap/importers/lazyre"
	"dpmap/importers/words"
)

// IsDitto reports whether a cell says that it repeats the one above it.
func IsDitto(text string) bool {
	switch text {
	case "\"", "″", "〃", "''", "“", "”", "-\"-":
		return true
	}
	_, ok := words.List("ditto").Whole(text)
	return ok
}

// IsUnknown reports whether a cell's text says that its value is not known:
// blank, "?", "tbc", "[TODO: ask supplier]". It is never read as "no".
func IsUnknown(text string) bool {
	if strings.Trim(text, " ?-–—._/") == "" {
		return true
	}
	if IsTodo(text) || IsBlankToFill(text) {
		return true
	}
	_, ok := words.List("unknown").Whole(strings.Trim(text, "[]()"))
	return ok
}

// IsBlankMark reports whether a text is a dash or a dot and no answer.
func IsBlankMark(text string) bool { return strings.Trim(text, " -–—._/") == "" }

// IsTodo reports whether a text stands for what somebody has yet to write.
func IsTodo(text string) bool {
	f := words.Fold(text)
	if f == "todo" || f == "to do" || strings.HasPrefix(f, "todo ") {
		return true
	}
	return strings.HasPrefix(text, "[") && strings.HasSuffix(text, "]") && strings.HasPrefix(f, "insert ")
}

// blankToFill finds what the square brackets of a template ask for: something of
// which they give an example, or the name of a blank in capitals.
var blankToFill = lazyre.New(`^\[[^\[\]]*\b(?:[eE]\.?g\b|[A-Z]+_[A-Z_]+\b)[^\[\]]*\]$|^\[(?:(?:NAME|THE|OF|YOUR) )*(?:REGION|COUNTRY|LOCATION|PROVIDER|VENDOR|SUPPLIER|PROCESSOR|COMPANY|SCHOOL|TRUST|ORGANISATION|NAME|DATE|PURPOSE)(?: NAME)?\]$`)

// IsBlankToFill reports whether a whole cell is a blank of a template that nobody
// has filled in: "[HOSTING_PROVIDER, e.g., Acme Inc.]", "[REGION]".
func IsBlankToFill(text string) bool { return blankToFill.MatchString(strings.Trim(text, " `*")) }

// IsNotApplicable reports whether a cell says that the question does not arise.
func IsNotApplicable(text string) bool {
	_, ok := words.List("na").Whole(text)
	return ok
}

// ParseState reads yes, no, "n/a" and unknown, and what follows the word:
// "Yes - signed 3/5/2024" is Yes and "signed 3/5/2024". The state is zero when
// the text begins with none of them; rest is then the whole text.
func ParseState(text string) (state graph.State, rest string) {
	switch {
	case IsUnknown(text):
		return 0, ""
	case IsNotApplicable(text):
		return graph.NotApplicable, ""
	}
	if s := StateWord(text); s != 0 {
		return s, ""
	}
	if state, rest = tickOrCross(text); state != 0 {
		return state, rest
	}
	head, tail := text, ""
	if i := strings.IndexAny(text, " -–—,.:;(\n"); i > 0 {
		head, tail = text[:i], text[i:]
	}
	if IsNotApplicable(head) || strings.HasPrefix(strings.ToLower(text), "not applicable ") {
		return graph.NotApplicable, ""
	}
	switch words.Fold(head) {
	case "yes", "y", "true":
		return graph.Yes, strings.TrimLeft(tail, " -–—,.:;\n")
	case "no", "n", "none", "false":
		return graph.No, strings.TrimLeft(tail, " -–—,.:;\n")
	}
	return 0, text
}

// tickOrCross reads a tick or a cross with words behind it: "✔ 2024".
func tickOrCross(text string) (graph.State, string) {
	r, size := utf8.DecodeRuneInString(text)
	rest := strings.TrimLeft(text[size:], " -–—,.:;\n")
	switch {
	case strings.ContainsRune("✓✔☑", r):
		return graph.Yes, rest
	case strings.ContainsRune("✗✘☒", r):
		return graph.No, rest
	}
	return 0, text
}

// StateWord is what a text says that is yes or no and nothing else; zero where it is neither.
func StateWord(text string) graph.State {
	if t := strings.TrimSpace(text); t == "✓" || t == "✔" || t == "☑" {
		return graph.Yes
	} else if t == "✗" || t == "✘" || t == "☒" {
		return graph.No
	}
	if _, ok := words.List("yes").Whole(text); ok {
		return graph.Yes
	}
	if _, ok := words.List("no").Whole(text); ok {
		return graph.No
	}
	return 0
}
