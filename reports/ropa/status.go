package ropa

import "strings"

// What an entry of the action log can be.
const (
	openWord     = "Open"
	doneWord     = "Done"
	acceptedWord = "Accepted"
)

var statuses = [...]string{openWord, "In progress", doneWord, acceptedWord, "Not applicable"}

// statusWord is a status as the list has it, or as somebody wrote it.
func statusWord(text string) string {
	for _, s := range statuses {
		if strings.EqualFold(s, text) {
			return s
		}
	}
	switch strings.ToLower(text) { // the words of earlier workbooks
	case "in hand":
		return "In progress"
	case "not an issue":
		return "Not applicable"
	}
	return text
}

// statusOf is the status of a finding: what somebody chose, else whether the
// register accepts it. What dpmap itself wrote before is not taken for a
// choice.
func statusOf(isOpen bool, e *logEntry) string {
	if e != nil && e.chosen() {
		return e.status
	}
	if isOpen {
		return openWord
	}
	return acceptedWord
}

// chosen reports whether the status of an entry is somebody's choice.
func (e *logEntry) chosen() bool {
	switch e.status {
	case "", openWord:
		return false
	case acceptedWord:
		return e.told["accepted"] == ""
	}
	return e.closed == "" // what was closed and is found again is open again
}

// doneYetFound counts the findings that somebody marked as done and that are
// made again all the same.
func (d *draft) doneYetFound() int {
	n := 0
	for i := range d.r.Result.Findings {
		f := &d.r.Result.Findings[i]
		if e := d.log.of(f.ID); e != nil && statusOf(d.r.IsOpen(f), e) == doneWord {
			n++
		}
	}
	return n
}
