package reports

import (
	"encoding/csv"
	"io"
	"strings"

	"dpmap/graph"
	"dpmap/graph/rules"
)

// byteOrderMark tells Excel on Windows that the file is UTF-8.
const byteOrderMark = "\ufeff"

// CSV writes the findings, one a line, as spreadsheet programs read them best:
// UTF-8 with a byte order mark, lines ended by CR and LF, and no value that a
// program would run as a formula.
func CSV(w io.Writer, r *Report) error {
	if _, err := io.WriteString(w, byteOrderMark); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	if err := out.Write([]string{"Severity", "Code", "Title", "Message", "Fix", "Law", "File", "Sheet", "Cell", "Value",
		"Flows", "From", "To", "Accepted", "Law as at", "Supposed", "Id"}); err != nil {
		return err
	}
	for i := range r.Result.Findings {
		row := r.findingRow(&r.Result.Findings[i])
		for i := range row {
			row[i] = Guard(row[i])
		}
		if err := out.Write(row); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

func (r *Report) findingRow(f *rules.Finding) []string {
	var law, flows, from, to []string
	for _, c := range f.Law {
		law = append(law, c.Cite)
	}
	for _, id := range f.Flows {
		flow := r.Result.Map.Flow(id)
		if flow == nil {
			continue
		}
		flows = appendNew(flows, flowName(flow))
		from = appendNew(from, r.partyName(flow.From))
		to = appendNew(to, r.partyName(flow.To))
	}
	return []string{f.Severity.String(), f.Rule, f.Title, f.Message, f.Fix, strings.Join(law, "; "),
		f.At.File, f.At.Sheet, f.At.Cell(), f.At.Value,
		strings.Join(flows, "; "), strings.Join(from, "; "), strings.Join(to, "; "), r.acceptedText(f),
		r.Result.Book.AsAt().String(), strings.TrimSpace(r.supposedSentence() + " " + r.overlaidSentence()), f.ID}
}

// flowName is what a reader can find a flow by: its reference, or its place.
func flowName(f *graph.Flow) string {
	switch {
	case f.Ref != "":
		return f.Ref
	case !f.At.IsZero():
		return f.At.String()
	}
	return f.ID
}

// acceptedText says who accepted a finding, why and until when, "" when nobody
// did.
func (r *Report) acceptedText(f *rules.Finding) string {
	a := f.Accepted
	if a == nil {
		return ""
	}
	text, past := "accepted", ""
	if r.counts(f) {
		text, past = "was accepted", ", which is past"
	}
	if a.By != "" {
		text += " by " + a.By
	}
	if !a.Until.IsZero() {
		text += " until " + a.Until.Long() + past
	}
	if a.Reason != "" {
		text += ": " + a.Reason
	}
	return text
}

// appendNew appends a text that is not there yet.
func appendNew(to []string, text string) []string {
	for _, t := range to {
		if t == text {
			return to
		}
	}
	return append(to, text)
}

// formulaStarts are what spreadsheet programs take for the start of a formula,
// with the wide forms that East Asian versions read alike.
const formulaStarts = "=+-@\t\r\n＝＋－＠"

// Guard returns the text so that no spreadsheet program runs it when it opens
// a CSV: an apostrophe goes before what would begin a formula. That holds for
// the whole value and for what follows a semicolon or a tab in it, since
// programs set to those separators would begin a cell there. Characters that
// are not text (controls, changes of direction) become visible.
func Guard(s string) string {
	s = cleanLines(s)
	if !strings.ContainsAny(s, formulaStarts) {
		return s
	}
	var b strings.Builder
	start := true
	for _, c := range s {
		if start && strings.ContainsRune(formulaStarts, c) {
			b.WriteByte('\'')
		}
		b.WriteRune(c)
		start = c == ';' || c == '\t'
	}
	return b.String()
}
