package importers

import (
	"strings"

	"dpmap/graph"
)

// parseEvidence reads a cell about a document: yes, no, a link, a date, its
// name. "Required", "in progress", "draft", "failed" and "expired" are no
// document.
func parseEvidence(text string) (graph.Evidence, []doubt) {
	e := graph.Evidence{Text: text}
	if isUnknown(text) {
		return e, nil
	}
	state, rest := settled(text)
	e.State = state
	if rest == "" {
		return e, nil
	}
	found, left, d := findDate(rest)
	if d != nil {
		return e, []doubt{*d}
	}
	if at := commonPrefix(rest, left); !laterWord.MatchString(rest[:at]) {
		e.Date = found.from
	}
	heard := remarkOn(rest)
	switch {
	case e.State == graph.No:
	case heard.remark.absent() || onlyDue(rest):
		e.State = graph.No
	case heard.remark == doubted:
		e.State = 0
		return e, []doubt{unsure("document", text, heard)}
	case e.State == 0:
		if e.State = evidenceState(rest, true); strings.TrimSpace(left) == "" && !e.Date.IsZero() {
			e.State = graph.Yes
		}
	}
	return e, nil
}

// laterWord stands before a day that is not the document's own.
var laterWord = re(`\b(review|next review|review (due|date|by)|due|until|expires?|expiry|renewal|to be reviewed|for review)(\s+(on|in|by|again))*[\s:]*$`)

// onlyDue reports whether a text gives a day by which there is to be a document:
// "due 2027", "by March 2027".
func onlyDue(text string) bool { return byDate.MatchString(text) }

var byDate = re(`^\s*(by|due|before|target)\b.*\d`)

var elsewhere = re(`^\s*(please )?(see|refer to|as per|with|ask|contact|held by|check with|available from)\b`)

// parseAssessment reads a cell about an assessment, whose outcome counts: words
// that only point elsewhere ("See supplier website") tell none.
func parseAssessment(text string) (graph.Evidence, []doubt) {
	e, doubts := parseEvidence(text)
	_, rest := parseState(text)
	if e.State == graph.Yes && elsewhere.MatchString(text) && e.Date.IsZero() && !isLink(rest) {
		e.State = 0
		doubts = append(doubts, doubt{"assessment " + quote(text) + " points elsewhere and does not say that it was done", "write Done with the day and the outcome, or No"})
	}
	return e, doubts
}
