package importers

import (
	"fmt"
	"strings"

	"dpmap/graph"
	"dpmap/importers/column"
	"dpmap/importers/words"
)

// tellGuesses says which columns were told by less than their headings.
func (r *reader) tellGuesses(s *source) { r.tellColumnsOf(s, s.cols, s.headingRef) }

// tellColumns does so for a further table of the sheet.
func (t *tableReader) tellColumns(columns []graph.Column, head int) {
	t.tellColumnsOf(t.s, columns, func(c graph.Column) graph.Ref {
		return t.s.ref(head, value{col: c.Col, raw: c.Heading}, c.Heading)
	})
}

func (r *reader) tellColumnsOf(s *source, cols []graph.Column, at func(graph.Column) graph.Ref) {
	var byWord []string
	for _, c := range cols {
		if c.Field == "" && c.Why != "" && c.How != column.ByOption {
			r.problems.warn(at(c), "the column "+words.Quote(c.Heading)+" is not used: "+c.Why,
				fmt.Sprintf("say what it is with --heading \"%s=field\", or =none to leave it aside; --explain-import lists the fields", strings.Join(strings.Fields(c.Heading), " ")))
			continue
		}
		switch c.How {
		case column.ByWords, column.ByLikely:
			byWord = append(byWord, words.Quote(c.Heading)+" as "+string(c.Field))
		case column.ByContents, column.ByPosition:
			r.problems.tell(at(c), fmt.Sprintf("the column %s is taken for %s because %s", words.Quote(c.Heading), inSentence(c.Field), c.Why),
				fmt.Sprintf("see --explain-import; mend it with --heading \"%s=field\", or =none to leave it aside", strings.Join(strings.Fields(c.Heading), " ")))
		}
	}
	r.tellMarks(s)
	if byWord != nil {
		r.assume(s.name() + ": columns were told by words in their headings: " + strings.Join(byWord, ", ") + " (--explain-import shows all, --heading mends one)")
	}
}

// checkHeadings says so when --heading names a field that there is not.
func checkHeadings(taught []column.Heading) error {
	for _, t := range taught {
		if t.Field == column.FieldNone || fieldNames()[t.Field] {
			continue
		}
		near := ""
		if f := fieldMeant(string(t.Field)); f != "" {
			near = " (did you mean " + words.Quote(f) + "?)"
		}
		return &FileError{
			Message: "--heading " + words.Quote(t.Heading) + " names the field " + words.Quote(string(t.Field)) + ", which is not known" + near,
			Fix:     "name one of " + strings.Join(fieldList(), ", ") + ", or none to leave the column aside",
		}
	}
	return nil
}

// fieldNames are the fields that a column can be taken for.
func fieldNames() map[graph.Field]bool {
	out := map[graph.Field]bool{column.FieldMarkedCategory: true, column.FieldMarkedSubject: true}
	for _, f := range flowFieldTable {
		out[f.field] = true
	}
	out[column.Also(graph.FieldTo)], out[column.FieldProfessional] = true, true
	for _, row := range column.HeadingRows() {
		out[row.Field] = true
	}
	return out
}

// fieldList names the fields of flows, as the table of headings orders them.
func fieldList() []string {
	var out []string
	for _, row := range column.HeadingRows() {
		if row.Scope == "flow" && !row.Loose {
			out = append(out, string(row.Field))
		}
	}
	return out
}

// inSentence is a field as a sentence names it: "to" alone would read as a slip.
func inSentence(f graph.Field) string {
	switch f {
	case graph.FieldTo:
		return "the recipient"
	case graph.FieldFrom:
		return "the sender"
	}
	return string(f)
}
