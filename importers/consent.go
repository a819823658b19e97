package importers

import (
	"slices"
	"strings"

	"dpmap/graph"
)

// parseConsent reads what a register records of consent: whether it was given,
// how, by whom, when, and whether it was refused or withdrawn since.
func parseConsent(text string) (graph.Consent, []doubt) {
	c := graph.Consent{Text: text}
	if isUnknown(text) {
		return c, nil
	}
	state, rest := settled(text)
	c.State = state
	if rest == "" {
		return c, nil
	}
	folded := strings.Fields(fold(text))
	heard := remarkOn(rest)
	var doubts []doubt
	c.Explicit = explicitness(folded)
	c.By, _ = words("by").first(rest)
	c.How, _ = words("how").first(rest)
	found, _, d := findDate(rest)
	c.Date = found.from
	switch {
	case c.State == graph.No:
	case heard.remark == unneeded:
		c.State = graph.NotApplicable
	case heard.remark >= wanted:
		c.State = graph.No
	case heard.remark != unopposed:
		c.State = 0
		doubts = append(doubts, unsure("consent", text, heard))
	case c.State == 0 && isGiven(c, rest):
		c.State = graph.Yes
	}
	if d != nil {
		doubts = append(doubts, *d)
	}
	if c.State == 0 && c.Explicit == 0 && heard.remark == unopposed {
		doubts = append(doubts, doubt{message: "consent " + quote(text) + " does not say whether it was given", fix: "begin the cell with Yes, No, refused or withdrawn, then who gave it, how and when"})
	}
	return c, doubts
}

// isGiven reports whether words that nothing is against say that consent was
// given. That somebody was told of a thing is no consent, nor is a word for who
// would give it.
func isGiven(c graph.Consent, text string) bool {
	fields := strings.Fields(fold(text))
	if c.Explicit == graph.Yes || len(words("given").find(fields)) > 0 || !c.Date.IsZero() {
		return true
	}
	if slices.ContainsFunc(fields, isConsentWord) {
		return true
	}
	return c.How != "" && len(words("told").find(fields)) == 0
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
	if len(words("implicit").find(fields)) > 0 {
		return graph.No
	}
	if len(words("explicit").find(fields)) > 0 {
		return graph.Yes
	}
	return 0
}
