package cell

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/importers/words"
)

// ParseConsent reads what a register records of consent: whether it was given,
// how, by whom, when, and whether it was refused or withdrawn since.
func ParseConsent(text string) (graph.Consent, []Doubt) {
	c := graph.Consent{Text: text}
	if IsUnknown(text) {
		return c, nil
	}
	state, rest := Settled(text)
	c.State = state
	if rest == "" {
		return c, nil
	}
	folded := strings.Fields(words.Fold(text))
	heard := RemarkOn(rest)
	var doubts []Doubt
	c.Explicit = explicitness(folded)
	c.By, _ = words.List("by").First(rest)
	c.How, _ = words.List("how").First(rest)
	found, _, d := findDate(rest)
	c.Date = found.From
	switch {
	case c.State == graph.No:
	case heard.Remark == unneeded:
		c.State = graph.NotApplicable
	case heard.Remark >= Wanted:
		c.State = graph.No
	case heard.Remark != Unopposed:
		c.State = 0
		doubts = append(doubts, unsure("consent", text, heard))
	case c.State == 0 && isGiven(c, rest):
		c.State = graph.Yes
	}
	if d != nil {
		doubts = append(doubts, *d)
	}
	if c.State == 0 && c.Explicit == 0 && heard.Remark == Unopposed {
		doubts = append(doubts, Doubt{Message: "consent " + words.Quote(text) + " does not say whether it was given", Fix: "begin the cell with Yes, No, refused or withdrawn, then who gave it, how and when"})
	}
	return c, doubts
}

// isGiven reports whether words that nothing is against say that consent was
// given. That somebody was told of a thing is no consent, nor is a word for who
// would give it.
func isGiven(c graph.Consent, text string) bool {
	fields := strings.Fields(words.Fold(text))
	if c.Explicit == graph.Yes || len(words.List("given").Find(fields)) > 0 || !c.Date.IsZero() {
		return true
	}
	if slices.ContainsFunc(fields, isConsentWord) {
		return true
	}
	return c.How != "" && len(words.List("told").Find(fields)) == 0
}

func isConsentWord(w string) bool {
	switch w {
	case "consent", "consents", "consented", "permission", "permissions", "permitted":
		return true
	}
	return false
}

// explicitness is No when a word makes consent less than explicit, whatever
// else is said: consent that is implied is not explicit.
func explicitness(fields []string) graph.State {
	if len(words.List("implicit").Find(fields)) > 0 {
		return graph.No
	}
	if len(words.List("explicit").Find(fields)) > 0 {
		return graph.Yes
	}
	return 0
}
