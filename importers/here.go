package importers

import (
	"strings"

	"dpmap/graph"
)

// fieldHere is the field of a column that asks whether the recipient is in the UK.
const fieldHere graph.Field = "recipient-in-uk"

var basedHere = re(`^(are|is) (they|it|the (supplier|company|recipient|provider|organisation|vendor))( based| located| established)? in( the)? uk$|^(based|located|established|registered)( in)?( the)? uk$|^(in( the)? )?uk$|^(a )?uk (based|company|supplier|provider|organisation|firm|recipient|registered|established)$|^(company|supplier|provider|recipient|vendor|organisation)( is)?( based| located| established| registered)? in( the)? uk$`)

var yesNoTail = re(`\s+(y n|yes no|yes or no|y or n|y n na|tick)$`)

// withoutYesNo is a heading folded, without the answers that it offers.
func withoutYesNo(heading string) string { return yesNoTail.ReplaceAllString(fold(heading), "") }

// startWithState reports whether most values begin with yes or no.
func startWithState(values []string) bool {
	n := answersIn(values)
	return n > 0 && 10*n >= 6*len(values)
}

// answersIn counts the values that begin with yes or no, or say that it is not known.
func answersIn(values []string) int {
	n := 0
	for _, v := range values {
		if state, _ := parseState(v); state != 0 || isUnknown(v) {
			n++
		}
	}
	return n
}

// here reads such a column: yes is the UK; no is the country behind it, or one
// that nobody wrote down.
func here(r *record, f *graph.Flow, v value, at graph.Ref) {
	if f.RecipientCountry.Text != "" || isUnknown(v.text) || isNotApplicable(v.text) {
		return
	}
	said := saidUnder(at, v)
	state, rest := parseState(v.text)
	place := graph.Place{Open: []string{said}}
	switch {
	case state == graph.Yes && onlyHere(rest):
		place = graph.Place{Countries: []string{"GB"}}
	case state == graph.No && rest != "":
		if p, _ := parsePlace(r.t.book, strings.Trim(rest, "() ")); len(p.Countries) > 0 {
			place = p
		}
	}
	place.Text = said
	f.RecipientCountry = place
	r.readAt(graph.FieldRecipientCountry, at)
}

// bothRoles finds the headings of columns that hold our role and then theirs.
var bothRoles = re(`^(our|us|school|schools|we)\b.*\b(theirs?|them|they|recipients?|suppliers?)\b|^roles ours theirs$`)

var roleLetters = map[string]string{"C": "controller", "P": "processor", "JC": "joint controller", "c": "controller", "p": "processor"}

// parseTheirs reads the recipient's role in a cell under a heading.
// Yes under "Are they a processor?" is that role; no leaves it open.
func parseTheirs(heading, text string) (graph.Role, []doubt) {
	if m := asksRole.FindStringSubmatch(withoutYesNo(heading)); m != nil {
		switch state, rest := parseState(text); {
		case state == graph.Yes && rest == "":
			return parseRole(m[1])
		case state == graph.No && rest == "":
			return 0, nil
		}
	}
	return parseRole(theirs(heading, text))
}

// asksRole finds headings that ask whether the recipient has one role.
var asksRole = re(`^(?:(?:are|is) (?:they|it|this|the (?:company|supplier|recipient|third party|organisation|provider)) )?(?:an? |our |acting as (?:a )?)*((?:data )?(?:joint controller|controller|processor))$`)

// theirs is the recipient's part of a cell under such a heading: "Controller /
// processor" says processor there.
func theirs(heading, text string) string {
	if !bothRoles.MatchString(fold(heading)) {
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
