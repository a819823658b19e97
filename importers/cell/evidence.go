package cell

import (
	"strings"

	"dpmap/graph"
	"dpmap/importers/words"
)

// ParseEvidence reads a cell about a document: yes, no, a link, a date, its
// name. "Required", "in progress", "draft", "failed" and "expired" are no
// document.
func ParseEvidence(text string) (graph.Evidence, []Doubt) {
	e := graph.Evidence{Text: text}
	if IsUnknown(text) {
		return e, nil
	}
	state, rest := Settled(text)
	e.State = state
	if rest == "" {
		return e, nil
	}
	days, left, d := documentDates(rest)
	if d != nil {
		return e, []Doubt{*d}
	}
	e.Date, e.Ends = days.From, days.To
	heard := RemarkOn(rest)
	switch {
	case e.State == graph.No:
	case heard.Remark == Ended && e.Ends.Day > 0:
		e.State = graph.Yes
	case heard.Remark.Absent() || onlyDue(rest):
		e.State = graph.No
	case heard.Remark == Doubted:
		e.State = 0
		return e, []Doubt{unsure("document", text, heard)}
	case e.State == 0:
		if e.State = evidenceState(rest, true); strings.TrimSpace(left) == "" && !e.Date.IsZero() {
			e.State = graph.Yes
		}
	}
	return e, nil
}

// documentDates are the day of a document and the day it ends, and the text
// without them. A day of review is neither.
func documentDates(text string) (days Span, left string, d *Doubt) {
	for range 4 {
		text = strings.TrimSpace(text)
		found, rest, d := firstDate(text)
		if d != nil || found.From.IsZero() {
			return days, left + text, d
		}
		at := commonPrefix(text, rest)
		before := text[:at]
		switch {
		case endWord.MatchString(before):
			days.To = found.To
		case days.From.IsZero() && !laterWord.MatchString(before):
			days.From = found.From
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
var laterWord = words.Regexp(`\b(review|next review|review (due|date|by)|due|renewal|to be reviewed|for review)(\s+(on|in|by|again))*[\s:]*$`)

// onlyDue reports whether a text gives a day by which there is to be a document:
// "due 2027", "by March 2027".
func onlyDue(text string) bool { return byDate.MatchString(text) }

var byDate = words.Regexp(`^\s*(by|due|before|target)\b.*\d`)

var elsewhere = words.Regexp(`^\s*(please )?(see|refer to|as per|with|ask|contact|held by|check with|available from)\b`)

// ParseDocument is ParseEvidence for a document whose lack is a breach by itself:
// words that neither name one nor say that it is there ("low risk", "with DPO")
// tell none.
func ParseDocument(text string) (graph.Evidence, []Doubt) {
	e, doubts := ParseEvidence(text)
	if e.State != graph.Yes || !e.Date.IsZero() || !e.Ends.IsZero() {
		return e, doubts
	}
	if state, rest := Settled(text); state == graph.Yes || words.List("documentword").Has(rest) || evidenceState(rest, false) == graph.Yes || strings.ContainsAny(rest, "0123456789") {
		return e, doubts
	}
	e.State = 0
	return e, append(doubts, Doubt{Message: "document " + words.Quote(text) + " does not say whether there is one", Fix: "begin the cell with Yes or No, then its name or link and its day"})
}

// otherAssessment is a paper that is no test of this transfer.
var otherAssessment = words.Regexp(`^dpias?$|\b(other|another|different) (supplier|company|provider|recipient|country|transfer)\b`)

// ParseAssessment reads a cell about an assessment, whose outcome counts: words
// that only point elsewhere ("See supplier website") tell none.
func ParseAssessment(text string) (graph.Evidence, []Doubt) {
	e, doubts := ParseDocument(text)
	_, rest := ParseState(text)
	if e.State == graph.Yes && otherAssessment.MatchString(text) {
		e.State = 0
		return e, append(doubts, Doubt{Message: "assessment " + words.Quote(text) + " names another document, or one for somebody else, and no risk assessment of this transfer", Fix: "write Done with the day and the outcome, or No"})
	}
	if e.State == graph.Yes && elsewhere.MatchString(text) && e.Date.IsZero() && !IsLink(rest) {
		e.State = 0
		doubts = append(doubts, Doubt{Message: "assessment " + words.Quote(text) + " points elsewhere and does not say that it was done", Fix: "write Done with the day and the outcome, or No"})
	}
	return e, doubts
}
