package ropa

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/reports/wording"
)

// Kept counts the findings of a report whose entries a log brings, and the
// entries that go to the sheet of closed findings.
func (l *Log) Kept(findings []string) (kept, closed int) {
	for i := range l.entries {
		switch e := &l.entries[i]; {
		case e.id == "" || e.owner+e.due+e.notes == "" && len(e.own) == 0 && !e.chosen():
		case slices.Contains(findings, e.id):
			kept++
		default:
			closed++
		}
	}
	return kept, closed
}

// Unkept lists what an older workbook holds outside its log and the new one,
// made from the register, does not: cells of the sheets Summary and Record that
// the new one leaves blank, columns of somebody's own and sheets of their own.
// Each workbook is its sheets by name, each a text per column, row by row; names
// is the order of the old one's sheets. What only differs is not listed: the
// register may have changed.
func Unkept(names []string, old, now map[string][][]string) []string {
	var out []string
	for _, name := range names {
		switch name {
		case summarySheet, recordSheet:
			out = append(out, unkeptCells(name, old[name], now[name])...)
		default:
			if !isOurSheet(name) {
				out = append(out, "the sheet "+wording.Quote(oneLine(name, 60)))
			}
		}
	}
	return out
}

// isOurSheet reports whether dpmap gives a sheet that name.
func isOurSheet(name string) bool {
	return slices.Contains([]string{summarySheet, mapSheet, recordSheet, processorSheet, recipientsSheet, matrixSheet, transfersSheet, retentionSheet,
		findingsSheet, closedSheet, sourcesSheet, columnsSheet, problemsSheet, extrasSheet, longSheet}, name)
}

// unkeptCells compares a sheet with its successor: above a table the value
// behind each name, in it each cell by its activity and heading.
func unkeptCells(sheet string, old, now [][]string) []string {
	var out []string
	lost := func(row, col int, text string) {
		out = append(out, graph.Ref{Sheet: sheet, Row: row + 1, Col: col + 1}.String()+" "+wording.Quote(oneLine(text, 60)))
	}
	oldHead, newHead := headRow(old), headRow(now)
	values := map[string]string{}
	for _, row := range now[:newHead] {
		for i := 0; i+1 < len(row); i++ {
			values[row[i]] = row[i+1]
		}
	}
	for r, row := range old[:oldHead] {
		for i := 0; i+1 < len(row); i++ {
			if value, ok := values[row[i]]; ok && row[i] != "" && isGone(row[i+1], value) {
				lost(r, i+1, row[i+1])
			}
		}
	}
	if oldHead == len(old) || newHead == len(now) {
		return out
	}
	rows := map[string]map[string]string{}
	for _, row := range now[newHead+1:] {
		cells := byHeading(now[newHead], row)
		rows[activityKey(cells)] = cells
	}
	for r, row := range old[oldHead+1:] {
		cells, ok := rows[activityKey(byHeading(old[oldHead], row))]
		for i, text := range row {
			if ok && i < len(old[oldHead]) && isGone(text, cells[old[oldHead][i]]) {
				lost(oldHead+1+r, i, text)
			}
		}
	}
	return out
}

// isGone reports whether a text stood where nothing stands now.
func isGone(was, is string) bool {
	return was != "" && was != notRecorded && (is == "" || is == notRecorded)
}

// keyHeadings are the columns by which an activity of the record is known.
var keyHeadings = [...]string{"Purpose of processing", "Categories of recipients"}

// headRow is the row of the record's headings, the number of rows where there
// is none.
func headRow(rows [][]string) int {
	i := slices.IndexFunc(rows, func(row []string) bool { return slices.Contains(row, keyHeadings[0]) })
	if i < 0 {
		return len(rows)
	}
	return i
}

func byHeading(heads, row []string) map[string]string {
	cells := map[string]string{}
	for i, text := range row {
		if i < len(heads) && heads[i] != "" {
			cells[heads[i]] = text
		}
	}
	return cells
}

func activityKey(cells map[string]string) string {
	return strings.Join([]string{cells[keyHeadings[0]], cells[keyHeadings[1]]}, "\x00")
}
