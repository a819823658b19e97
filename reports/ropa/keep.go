package ropa

import (
	"errors"
	"strings"

	"dpmap/graph/law"
	"dpmap/reports/wording"
)

// Log is what people entered in the action log of an older workbook.
type Log struct {
	entries []logEntry
	place   map[string]int // by finding ID: index of entries
	columns []string       // headings that people added, in their order
}

// logEntry is a row of the log: what dpmap wrote and what people made of it.
type logEntry struct {
	id     string
	told   map[string]string // by heading: what dpmap wrote
	status string
	owner  string
	due    string
	notes  string
	own    map[string]string // by heading: columns that people added
	closed string            // the day on which the finding was first gone; "" while it stands
}

// LogSheets are the names of the sheets that ReadLog takes, in its order.
var LogSheets = [...]string{findingsSheet, closedSheet}

// The headings of what people enter, and those that a log is known by.
const (
	statusHeading = "Status"
	ownerHeading  = "Owner"
	dueHeading    = "Due"
	notesHeading  = "Notes"
	idHeading     = "Finding ID"
	closedHeading = "Closed on"
)

// ErrNoLog says that a workbook has no action log of dpmap's.
var ErrNoLog = errors.New("has no sheet Findings with a column Finding ID")

// ReadLog reads the log of an older workbook from the rows of its sheets
// Findings and Closed findings, each a text per column; closed may be empty. A
// date is a text in ISO form.
func ReadLog(findings, closed [][]string) (*Log, error) {
	l := &Log{place: map[string]int{}}
	if !l.read(findings) {
		return nil, ErrNoLog
	}
	l.read(closed)
	return l, nil
}

// read takes in the rows of one sheet, and reports whether it is a log.
func (l *Log) read(rows [][]string) bool {
	for i, row := range rows {
		heads := make([]string, len(row))
		isLog := false
		for j, h := range row {
			heads[j] = oneLine(h, 100)
			isLog = isLog || heads[j] == idHeading
		}
		if !isLog {
			continue
		}
		l.addColumns(heads)
		for _, row := range rows[i+1:] {
			l.add(newEntry(heads, row))
		}
		return true
	}
	return false
}

// addColumns notes the headings that dpmap does not write.
func (l *Log) addColumns(heads []string) {
	for _, h := range heads {
		known := h == "" || isLogHeading(h)
		for _, c := range l.columns {
			known = known || strings.EqualFold(c, h)
		}
		if !known {
			l.columns = append(l.columns, h)
		}
	}
}

func newEntry(heads, row []string) logEntry {
	e := logEntry{told: map[string]string{}, own: map[string]string{}}
	for i, text := range row {
		text = strings.TrimSpace(text)
		if i >= len(heads) || heads[i] == "" || text == "" {
			continue
		}
		switch heads[i] {
		case idHeading:
			e.id = text
		case statusHeading:
			e.status = statusWord(text)
		case ownerHeading:
			e.owner = text
		case dueHeading:
			e.due = text
		case notesHeading:
			e.notes = text
		case closedHeading:
			e.closed = text
		default:
			if h := strings.ToLower(heads[i]); isLogHeading(h) {
				e.told[h] = text
			} else {
				e.own[h] = text
			}
		}
	}
	return e
}

// add puts an entry into the log. Of two that are about one finding the first
// goes before, and what only the other says is added to it.
func (l *Log) add(e logEntry) {
	if e.isBlank() {
		return
	}
	i, ok := l.place[e.id]
	if e.id == "" || !ok {
		if e.id != "" {
			l.place[e.id] = len(l.entries)
		}
		l.entries = append(l.entries, e)
		return
	}
	first := &l.entries[i]
	first.status = orElse(first.status, e.status)
	first.due = orElse(first.due, e.due)
	first.owner = both(first.owner, e.owner)
	first.notes = both(first.notes, e.notes)
	for _, c := range l.columns {
		h := strings.ToLower(c)
		if text := both(first.own[h], e.own[h]); text != "" {
			first.own[h] = text
		}
	}
}

// isBlank reports whether a row of a log says nothing: neither what a finding
// is nor what somebody made of it. The number that every row has, and the word
// that stands in an empty log, say nothing.
func (e *logEntry) isBlank() bool {
	if e.id != "" || e.status+e.owner+e.due+e.notes != "" || len(e.own) > 0 {
		return false
	}
	for h := range e.told {
		if h != "no." {
			return false
		}
	}
	return true
}

func both(a, b string) string {
	if a == b {
		return a
	}
	return wording.Phrase("\n", a, b)
}

// of is the entry about a finding, nil when there is none.
func (l *Log) of(id string) *logEntry {
	if l == nil || id == "" {
		return nil
	}
	if i, ok := l.place[id]; ok {
		return &l.entries[i]
	}
	return nil
}

// extra lists the headings that people added.
func (l *Log) extra() []string {
	if l == nil {
		return nil
	}
	return l.columns
}

// ownCells are the entries in the columns that people added.
func (l *Log) ownCells(e *logEntry) []cell {
	var out []cell
	for _, c := range l.extra() {
		text := ""
		if e != nil {
			text = e.own[strings.ToLower(c)]
		}
		out = append(out, styled(text, entry))
	}
	return out
}

// dueCell is a date, or the words that stand in its place.
func dueCell(text string) cell {
	day, err := law.ParseISO(text)
	if err != nil || day.Day == 0 || day.Year < 1900 {
		return styled(text, entryDate)
	}
	return cell{isNum: true, n: serial(day), style: entryDate}
}

// serial is a day as workbooks count it.
func serial(day law.Date) int {
	return law.Date{Year: 1899, Month: 12, Day: 30}.DaysTo(day)
}
