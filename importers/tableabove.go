package importers

import (
	"fmt"

	"dpmap/graph"
)

// tellTableAbove says so where a table stands above the one whose headings were
// found: a row of headings with rows beneath it that are as wide, which would
// otherwise pass for titles.
func (t *tableReader) tellTableAbove() {
	generic := layoutNamed("generic")
	first, rows := 0, 0
	var heading cellText
	for l, err := range t.s.lines {
		if err != nil || l.number >= t.s.head {
			break
		}
		texts := l.texts()
		switch {
		case len(texts) < 3:
		case first > 0 && l.number < t.s.head-1:
			rows++
		case knownColumns(generic.columns(texts, t.o.Headings, false)) >= 3 && l.number < t.s.head-2:
			first, heading = l.number, texts[0]
		}
	}
	if rows == 0 {
		return
	}
	at := graph.Ref{File: t.s.file, Sheet: t.s.sheet.Name, Row: first, Col: heading.col, Heading: heading.text, Value: heading.text}
	t.problems.warn(at, fmt.Sprintf("what stands beneath (rows: %d) looks like a table of its own above the headings in row %d, and is not read", rows, t.s.head),
		"move the table to a sheet of its own, if it lists who gets personal data")
}
