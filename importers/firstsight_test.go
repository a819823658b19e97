package importers

import (
	_ "embed"
	"encoding/csv"
	"strings"
	"testing"

	"dpmap/graph"
	"dpmap/importers/words"
)

// firstSightCSV lists headings as schools write them, with the field that each must be
// told for beside plain columns and what stands beneath. The empty field is none of
// those that the table has.
//
//go:embed testdata/first-sight.csv
var firstSightCSV []byte

// TestFirstSight holds that headings nobody listed are told for their field, in a
// register whose other columns are plain.
func TestFirstSight(t *testing.T) {
	ours := map[graph.Field]bool{}
	rows := words.Table(firstSightCSV, 3)
	if len(rows) < 10 {
		t.Fatalf("%d rows were read of the table", len(rows))
	}
	for _, row := range rows {
		ours[graph.Field(row[0])] = true
	}
	for _, row := range rows {
		want := graph.Field(row[0])
		for heading := range strings.SplitSeq(row[2], "|") {
			if got := toldBeside(t, want, heading, strings.Split(row[1], "|")); got != want && (want != "" || ours[got]) {
				t.Errorf("%q above %s: told for %q, want %q", heading, row[1], got, want)
			}
		}
	}
}

// toldBeside is the field of a column among plain ones.
func toldBeside(t *testing.T, want graph.Field, heading string, cells []string) graph.Field {
	t.Helper()
	plain := []struct {
		field graph.Field
		name  string
	}{{graph.FieldTo, "Recipient"}, {graph.FieldPurpose, "Purpose"}, {graph.FieldBasis, "Lawful basis"}, {graph.FieldRetention, "Retention"}}
	values := map[string]string{"Recipient": "Kooth plc", "Purpose": "Planning visits", "Lawful basis": "Public task", "Retention": "6 years"}
	var b strings.Builder
	w := csv.NewWriter(&b)
	head := []string{heading}
	for _, p := range plain {
		if p.field != want {
			head = append(head, p.name)
		}
	}
	if want == graph.FieldTo {
		head, values["Data"] = append(head, "Data"), "Name; address"
	}
	_ = w.Write(head)
	for _, cell := range cells {
		row := []string{cell}
		for _, name := range head[1:] {
			row = append(row, values[name])
		}
		_ = w.Write(row)
	}
	w.Flush()
	inputs, err := Recognise([]File{{Name: "register.csv", Data: []byte(b.String())}}, Options{Book: testBook(t)})
	if err != nil || len(inputs) != 1 || len(inputs[0].Sheets) != 1 || len(inputs[0].Sheets[0].Columns) == 0 {
		t.Errorf("%q: not read: %v", heading, err)
		return ""
	}
	return inputs[0].Sheets[0].Columns[0].Field
}
