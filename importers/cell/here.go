package cell

import (
	"strings"

	"dpmap/graph"
	"dpmap/importers/words"
)

var yesNoTail = words.Regexp(`\s+(y n|yes no|yes or no|y or n|y n na|tick)$`)

// WithoutYesNo is a heading folded, without the answers that it offers.
func WithoutYesNo(heading string) string { return yesNoTail.ReplaceAllString(words.Fold(heading), "") }

// bothRoles finds the headings of columns that hold our role and then theirs.
var bothRoles = words.Regexp(`^(our|us|school|schools|we)\b.*\b(theirs?|them|they|recipients?|suppliers?)\b|^roles ours theirs$`)

var roleLetters = map[string]string{"C": "controller", "P": "processor", "JC": "joint controller", "c": "controller", "p": "processor"}

// ParseTheirs reads the recipient's role in a cell under a heading.
// Yes under "Are they a processor?" is that role; no leaves it open.
func ParseTheirs(heading, text string) (graph.Role, []Doubt) {
	if m := asksRole.FindStringSubmatch(WithoutYesNo(heading)); m != nil {
		switch state, rest := ParseState(text); {
		case state == graph.Yes && rest == "":
			return ParseRole(m[1])
		case state == graph.No && rest == "":
			return 0, nil
		}
	}
	return ParseRole(Theirs(heading, text))
}

// asksRole finds headings that ask whether the recipient has one role.
var asksRole = words.Regexp(`^(?:(?:are|is) (?:they|it|this|the (?:company|supplier|recipient|third party|organisation|provider)) )?(?:an? |our |acting as (?:a )?)*((?:data )?(?:joint controller|controller|processor))$`)

// Theirs is the recipient's part of a cell under such a heading: "Controller /
// processor" says processor there.
func Theirs(heading, text string) string {
	if !bothRoles.MatchString(words.Fold(heading)) {
		return text
	}
	for _, mark := range []string{"/", " - ", " – ", ",", ";"} {
		if _, their, ok := strings.Cut(text, mark); ok && !strings.Contains(their, mark) {
			their = strings.TrimSpace(their)
			if word, short := roleLetters[their]; short {
				return word
			}
			return their
		}
	}
	return text
}

// OnlyHere reports whether what follows a "no" adds nothing to it.
func OnlyHere(rest string) bool {
	rest = strings.TrimRight(strings.TrimSpace(rest), ")")
	_, ok := words.List("here").Whole(rest)
	return rest == "" || ok
}
