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
	days, left, d := documentDates(rest)
	if d != nil {
		return e, []doubt{*d}
	}
	e.Date, e.Ends = days.from, days.to
	heard := remarkOn(rest)
	switch {
	case e.State == graph.No:
	case heard.remark == ended && e.Ends.Day > 0:
		e.State = graph.Yes
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

// documentDates are the day of a document and the day it ends, and the text
// without them. A day of review is neither.
func documentDates(text string) (days span, left string, d *doubt) {
	for range 4 {
		text = strings.TrimSpace(text)
		found, rest, d := firstDate(text)
		if d != nil || found.from.IsZero() {
			return days, left + text, d
		}
		at := commonPrefix(text, rest)
		before := text[:at]
		switch {
		case endWord.MatchString(before):
			days.to = found.to
		case days.from.IsZero() && !laterWord.MatchString(before):
			days.from = found.from
		}
		left += before
		if len(rest) >= len(text) {
			return days, left, nil
		}
		text = rest[at:]
	}
	return days, left + text, nil
}

// laterWord stands before a day that is not the document's own.
var laterWord = re(`\b(review|next review|review (due|date|by)|due|renewal|to be reviewed|for review)(\s+(on|in|by|again))*[\s:]*$`)

// onlyDue reports whether a text gives a day by which there is to be a document:
// "due 2027", "by March 2027".
func onlyDue(text string) bool { return byDate.MatchString(text) }

var byDate = re(`^\s*(by|due|before|target)\b.*\d`)

var elsewhere = re(`^\s*(please )?(see|refer to|as per|with|ask|contact|held by|check with|available from)\b`)

// parseDocument is parseEvidence for a document whose lack is a breach by itself:
// words that neither name one nor say that it is there ("low risk", "with DPO")
// tell none.
func parseDocument(text string) (graph.Evidence, []doubt) {
	e, doubts := parseEvidence(text)
	if e.State != graph.Yes || !e.Date.IsZero() || !e.Ends.IsZero() {
		return e, doubts
	}
	if state, rest := settled(text); state == graph.Yes || words("documentword").has(rest) || evidenceState(rest, false) == graph.Yes || strings.ContainsAny(rest, "0123456789") {
		return e, doubts
	}
	e.State = 0
	return e, append(doubts, doubt{message: "document " + quote(text) + " does not say whether there is one", fix: "begin the cell with Yes or No, then its name or link and its day"})
}

// otherAssessment is a paper that is no test of this transfer.
var otherAssessment = re(`^dpias?$|\b(other|another|different) (supplier|company|provider|recipient|country|transfer)\b`)

// parseAssessment reads a cell about an assessment, whose outcome counts: words
// that only point elsewhere ("See supplier website") tell none.
func parseAssessment(text string) (graph.Evidence, []doubt) {
	e, doubts := parseDocument(text)
	_, rest := parseState(text)
	if e.State == graph.Yes && otherAssessment.MatchString(text) {
		e.State = 0
		return e, append(doubts, doubt{message: "assessment " + quote(text) + " names another document, or one for somebody else, and no risk assessment of this transfer", fix: "write Done with the day and the outcome, or No"})
	}
	if e.State == graph.Yes && elsewhere.MatchString(text) && e.Date.IsZero() && !isLink(rest) {
		e.State = 0
		doubts = append(doubts, doubt{message: "assessment " + quote(text) + " points elsewhere and does not say that it was done", fix: "write Done with the day and the outcome, or No"})
	}
	return e, doubts
}
