package importers

import (
	"regexp"
	"strconv"
	"strings"

	"dpmap/graph"
)

var endWord = regexp.MustCompile(`(?i)\b(?:expires?|expiry|expired|ends?|ended|ending|until|till|valid to|to|renewal|renews?)\b[\s:]*(?:on\s+)?$`)

// parseAgreement reads an agreement cell: "Yes", "DPA signed 3/5/2024", "Data
// sharing agreement, expires 31/08/2026", "none", "in progress". A dash of
// doubt ("in progress", "not signed") is no agreement: it is recorded as not
// there.
func parseAgreement(text string) (graph.Agreement, []doubt) {
	a := graph.Agreement{Text: text}
	if isUnknown(text) {
		return a, nil
	}
	state, rest := parseState(text)
	a.State = state
	if rest == "" {
		return a, nil
	}
	if kind, ok := words("agreement").first(rest); ok {
		n, _ := strconv.Atoi(kind)
		a.Kind = graph.AgreementKind(n)
	}
	if a.State == 0 {
		a.State = evidenceState(rest, a.Kind != 0)
	}
	var doubts []doubt
	a.Signed, a.Ends, doubts = datesWithin(rest)
	if a.State == 0 && !a.Signed.IsZero() {
		a.State = graph.Yes
	}
	if a.State == 0 {
		doubts = append(doubts, doubt{"agreement " + quote(text) + " does not say whether one is in place", "begin the cell with Yes or No, then its kind and the day it was signed"})
	}
	return a, doubts
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

// evidenceState tells from words whether a document exists: not when the words
// are of one that is pending or denied.
func evidenceState(text string, named bool) graph.State {
	switch {
	case words("pending").has(text), deniedAtStart(text):
		return graph.No
	case named, isLink(text):
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
