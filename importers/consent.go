package importers

import (
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
	case c.State == 0 && (c.Explicit == graph.Yes || c.By != "" || c.How != "" || !c.Date.IsZero() || contains(fold(rest), "consent")):
		c.State = graph.Yes
	}
	if d != nil {
		doubts = append(doubts, *d)
	}
	if c.State == 0 && c.Explicit == 0 && heard.remark == unopposed {
		doubts = append(doubts, doubt{"consent " + quote(text) + " does not say whether it was given", "begin the cell with Yes, No, refused or withdrawn, then who gave it, how and when"})
	}
	return c, doubts
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
