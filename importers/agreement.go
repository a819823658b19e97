package importers

import (
	"regexp"
	"strconv"
	"strings"

	"dpmap/graph"
)

var endWord = regexp.MustCompile(`(?i)\b(?:expires?|expiry|expired|expiring|ends?|ended|ending|until|till|thru|through|valid (?:to|for)|to|renewal|renews?|terminat(?:ed|es|ing|ion)|lapse[ds]?|superseded|ceased|ceases|revoked|withdrawn|cancelled|ran out|runs out|finishe[ds]|replaced|ex)\b(?:\s+(?:date|on|in|at|from|as of|by|is|was))*[\s:.=-]*$`)

// parseAgreement reads an agreement cell: "Yes", "DPA signed 3/5/2024", "Data
// sharing agreement, expires 31/08/2026", "none", "in progress". An agreement
// that is pending, denied or over counts as none; one of which the words leave
// doubt is unknown, and told.
func parseAgreement(text string) (graph.Agreement, []doubt) {
	a := graph.Agreement{Text: text}
	if isUnknown(text) {
		return a, nil
	}
	state, rest := settled(text)
	a.State = state
	if rest == "" {
		return a, nil
	}
	kind, heard := agreementSaid(rest)
	a.Kind = kind
	began, ends, doubts := datesWithin(rest)
	a.Ends = ends
	switch {
	case a.State == graph.No:
	case isConfidentiality(rest, kind):
		a.State = graph.No
		return a, append(doubts, doubt{"agreement " + quote(text) + " is a promise of confidentiality, which is no data processing or sharing agreement", "record the data processing or data sharing agreement, or None"})
	case heard.remark == ended && !ends.IsZero():
		a.State, a.Signed = graph.Yes, began
	case heard.remark.absent():
		a.State = graph.No
	case heard.remark == doubted:
		a.State = 0
		return a, append(doubts, unsure("agreement", text, heard))
	case a.State == 0:
		a.State = evidenceState(rest, a.Kind != 0)
	}
	if a.State != graph.No {
		a.Signed = began
	}
	if a.State == 0 && !a.Signed.IsZero() {
		a.State = graph.Yes
	}
	if a.State == 0 {
		doubts = append(doubts, doubt{"agreement " + quote(text) + " does not say whether one is in place", "begin the cell with Yes or No, then its kind and the day it was signed"})
	}
	return a, doubts
}

// agreementSaid is the kind of agreement that a text names, and how it speaks of
// it: of several, the first that counts, else the first.
func agreementSaid(text string) (graph.AgreementKind, said) {
	var kinds []graph.AgreementKind
	var things []stretch
	for _, h := range words("agreement").within(text) {
		n, _ := strconv.Atoi(h.id)
		kinds, things = append(kinds, graph.AgreementKind(n)), append(things, h.stretch)
	}
	if things == nil {
		return 0, remarkOn(text)
	}
	all := remarksOn(text, things, false)
	for i, s := range all {
		if s.remark == unopposed {
			return kinds[i], s
		}
	}
	return kinds[0], all[0]
}

var confidentiality = re(`\bnda\b|non[- ]?disclosure|confidentiality (agreement|undertaking|deed|clause)`)

// isConfidentiality reports whether a promise of confidentiality is all that a
// text names.
func isConfidentiality(text string, kind graph.AgreementKind) bool {
	return confidentiality.MatchString(text) && kind == 0
}

// agreementIn is the one kind of agreement that a heading names: "yes" under
// "DPA in place?" is a data processing agreement. A heading that names several,
// or only "agreement", tells nothing.
func agreementIn(heading string) graph.AgreementKind {
	var found graph.AgreementKind
	for _, h := range words("agreement").find(strings.Fields(fold(heading))) {
		n, _ := strconv.Atoi(h.id)
		if kind := graph.AgreementKind(n); found == 0 || found == kind {
			found = kind
		} else {
			return 0
		}
	}
	if found == graph.OtherAgreement {
		found = 0
	}
	if contractWithProcessor.MatchString(heading) {
		found = graph.ProcessingAgreement
	}
	return found
}

var contractWithProcessor = re(`\bcontracts? with (the )?(data )?processors?\b`)

// evidenceState tells from words that nothing is against whether a document
// exists.
func evidenceState(text string, named bool) graph.State {
	if named || isLink(text) {
		return graph.Yes
	}
	switch fold(strings.SplitN(text, " ", 2)[0]) {
	case "signed", "completed", "done", "approved", "agreed":
		return graph.Yes
	}
	return 0
}

// deniedAtStart reports whether a text begins with a denial: "No DPA", "not
// held", "none on file".
func deniedAtStart(text string) bool {
	fields := strings.Fields(fold(text))
	if len(fields) == 0 {
		return false
	}
	switch fields[0] {
	case "no", "not", "none", "nothing", "never", "without", "cannot", "missing", "lacks":
		return true
	}
	return false
}

// isLink reports whether a text points at a document.
func isLink(text string) bool {
	t := strings.ToLower(text)
	for _, mark := range []string{"http://", "https://", "www.", ".pdf", ".docx", ".doc", ".xlsx", "sharepoint", `:\`, `\\`} {
		if strings.Contains(t, mark) {
			return true
		}
	}
	return false
}
