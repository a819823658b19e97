package importers

import (
	"slices"

	"dpmap/graph"
	"dpmap/importers/column"
	"dpmap/importers/words"
)

// recordsOf divides the lines of a form into its records, where forms of one kind
// stand beneath each other: a question that was asked already begins the next.
// What stands before the first question about a flow is a block of its own.
func (t *tableReader) recordsOf(lines []line) (before []line, records [][]line) {
	n := detailsAbove(lines, t.s.form.labels)
	before, lines = lines[:n], lines[n:]
	anchor := t.repeated(lines)
	if anchor == "" {
		return before, [][]line{lines}
	}
	start, asked, anchored := 0, map[string]bool{}, false
	for i := range lines {
		question := t.question(&lines[i])
		if question == "" {
			continue
		}
		if asked[question] && t.isAsked(lines[i:], anchor) {
			switch n := len(records); {
			case anchored:
				records = append(records, lines[start:i])
			case n > 0: // the end of a record, such as a block of contacts
				records[n-1] = append(records[n-1], lines[start:i]...)
			default:
				before = slices.Concat(before, lines[start:i])
			}
			start, asked, anchored = i, map[string]bool{}, false
		}
		asked[question] = true
		anchored = anchored || question == anchor
	}
	return before, append(records, lines[start:])
}

// question is what a line of a form asks, "" where it has no answer beside it.
func (t *tableReader) question(l *line) string {
	if len(l.cells) == 0 || l.cells[0].col != t.s.form.labels {
		return ""
	}
	if n, _ := l.ownCells(); n < 2 && !t.asks(l.cells[0].text) {
		return ""
	}
	return words.Fold(l.cells[0].text)
}

// asks reports whether words in the first column are a heading of a field.
func (t *tableReader) asks(text string) bool {
	if t.s.fieldOf(text) != "" {
		return true
	}
	field, _ := column.HeadingTable()[t.s.layout.Scope].Match(text)
	return field != ""
}

// repeated is the question that every record asks: the first of those about a flow
// that stand more than once, "" where there is one record.
func (t *tableReader) repeated(lines []line) string {
	times := map[string]int{}
	for i := range lines {
		times[t.question(&lines[i])]++
	}
	table := column.HeadingTable()[t.s.layout.Scope]
	for i := range lines {
		question := t.question(&lines[i])
		if question == "" || times[question] < 2 {
			continue
		}
		field := t.s.fieldOf(lines[i].cells[0].text)
		if field == "" {
			field, _ = table.Match(lines[i].cells[0].text)
		}
		if slices.Contains([]graph.Field{graph.FieldTo, graph.FieldPurpose, graph.FieldCategories, graph.FieldSubjects, graph.FieldBasis}, field) {
			return question
		}
	}
	return ""
}

// isAsked reports whether one of the lines asks the question.
func (t *tableReader) isAsked(lines []line, question string) bool {
	return slices.ContainsFunc(lines, func(l line) bool { return t.question(&l) == question })
}

// details keeps the block above the first record: names and values of the register
// itself.
func (t *tableReader) details(block []line) {
	table := column.HeadingTable()["register"]
	for _, l := range block {
		if n, _ := l.ownCells(); n < 2 {
			continue
		}
		name, text := l.cells[0], l.cells[1]
		field, _ := table.Match(name.text)
		at := graph.Ref{File: t.s.file, Sheet: t.s.sheet.Name, Row: l.number, Col: text.col, Heading: name.text, Value: text.raw}
		t.s.owner.set(field, name.text, graph.Value{Text: text.text, At: at})
	}
}
