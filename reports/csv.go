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
		strings.Join(flows, "; "), strings.Join(from, "; "), strings.Join(to, "; "), r.AcceptedText(f),
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
