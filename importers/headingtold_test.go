package importers

import (
	"strings"
	"testing"

	"dpmap/graph"
)

// TestHeadingTold reads testdata/headings-papers.csv: a heading, the cells beneath
// it, and what the column is taken for, "none" where it is left aside. The column
// stands in a small register whose other headings are plain.
func TestHeadingTold(t *testing.T) {
	book := testBook(t)
	for _, row := range cellRows(t, "headings-papers.csv") {
		heading, want := strings.ReplaceAll(row[0], "\"", "\"\""), row[2]
		cells := strings.Split(row[1], ";")
		var b strings.Builder
		b.WriteString("Recipient,Purpose,\"" + heading + "\",Data shared\n")
		for i, to := range []string{"ParentPay Ltd,Payments", "Arbor Ltd,Attendance", "Pearson Ltd,Exam entries", "Evolve Ltd,Trips", "Softlink Ltd,Library", "NHS Trust,Health"} {
			b.WriteString(to + ",\"" + strings.TrimSpace(cells[i%len(cells)]) + "\",Name\n")
		}
		in, err := Recognise([]File{{"f.csv", []byte(b.String())}}, Options{Book: book})
		if err != nil {
			t.Errorf("%q: %v", row[0], err)
			continue
		}
		got := "none"
		for _, c := range in[0].Sheets[0].Columns {
			if c.Heading == row[0] && c.Field != "" {
				got = string(c.Field)
			}
		}
		if got != want {
			t.Errorf("%q of %q is taken for %s; want %s", row[0], row[1], got, want)
		}
	}
}

// TestStartDateIsNoAgreement holds that the day under a heading that speaks of no
// agreement is no sign that there is one.
func TestStartDateIsNoAgreement(t *testing.T) {
	for _, tt := range []struct {
		heading string
		want    graph.State
	}{{"Start date", 0}, {"Licence start", 0}, {"Contract start date", graph.Yes}, {"Date signed", graph.Yes}} {
		in, err := readCSV(t, "To,Purpose,Data categories,"+tt.heading+"\nAcme Ltd,Tea,Name,01/09/2024\nBcme Ltd,Cake,Name,02/09/2024\n")
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range in.Map.Flows() {
			if got := f.Agreement.State; got != tt.want {
				t.Errorf("%s: agreement %v, want %v", tt.heading, got, tt.want)
			}
		}
	}
}
