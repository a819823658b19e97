package column

import (
	"bytes"
	"encoding/csv"
	"os"
	"strings"
	"testing"

	"dpmap/graph"
	"dpmap/importers/words"
)

// TestAskedFor holds what a heading in a school's own words is told for, and that
// one that asks for a refusal or for what is still to come is told for nothing.
func TestAskedFor(t *testing.T) {
	book := testBook(t)
	for _, c := range []struct {
		heading string
		values  []string
		want    graph.Field
	}{
		{"Timing", []string{"Weekly", "Ad hoc"}, graph.FieldFrequency},
		{"How it travels", []string{"Portal sync", "Memory stick"}, graph.FieldMethod},
		{"Our link person", []string{"Head of maths", "SENDCo"}, graph.FieldOwner},
		{"Worth knowing", []string{"New this year", "Under discussion"}, graph.FieldNotes},
		{"Carers happy?", []string{"Yes", "No"}, graph.FieldConsent},
		{"Carers not happy?", []string{"Yes", "No"}, ""},
		{"Consent to be obtained", []string{"Yes", "No"}, ""},
		{"Data schedule signed", []string{"Yes", "No"}, graph.FieldAgreement},
		{"Data schedule unsigned", []string{"Yes", "No"}, ""},
		{"Contract (yes / no / pending)", []string{"Yes", "Pending", "Yes"}, graph.FieldAgreement},
		{"Contract pending", []string{"Yes", "Yes"}, ""},
		{"Wiped", []string{"Each August", "6y"}, graph.FieldRetention},
		{"Wiped by whom", []string{"IT manager", "Office"}, ""},
	} {
		got, _ := askedFor(c.heading, c.values, book, func(graph.Field) bool { return true })
		if got != c.want {
			t.Errorf("%q of %q: got %q, want %q", c.heading, c.values, got, c.want)
		}
	}
}

// TestAskedTables reports rows that would be left out: phrases that are none, and
// fields and kinds of cells that do not exist.
func TestAskedTables(t *testing.T) {
	fields := map[string]bool{}
	data, err := os.ReadFile("../data/fields.csv")
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range tableRows(t, data, 2) {
		fields[row[0]] = true
	}
	for _, data := range [][]byte{askedCSV, askedPapersCSV} {
		for _, row := range tableRows(t, data, 4) {
			if _, err := cellsHold(row[1]); err != nil {
				t.Errorf("%q: %v", row, err)
			}
			if !fields[row[0]] {
				t.Errorf("%q: no field %q", row, row[0])
			}
			if (row[2] == "") == (row[3] == "") {
				t.Errorf("%q: phrases stand in one of two columns", row)
			}
			for text := range strings.SplitSeq(row[2]+row[3], "|") {
				if err := words.PhraseFault(text); err != nil {
					t.Errorf("%q: %v", row, err)
				}
			}
		}
	}
}

// tableRows are the rows of a table, none of which may have another number of columns.
func tableRows(t *testing.T, data []byte, columns int) [][]string {
	t.Helper()
	r := csv.NewReader(bytes.NewReader(data))
	r.FieldsPerRecord = columns
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows[1:]
}

// TestQuestionsAreRead holds that each question is read, and that a heading in every
// one of its wordings is of a field.
func TestQuestionsAreRead(t *testing.T) {
	for _, row := range tableRows(t, questionsCSV, 3) {
		if err := words.PhraseFault("^" + row[2] + "$"); err != nil {
			t.Errorf("%q: %v", row, err)
		}
		if err := words.PhraseFault("^" + inPlainWording(row[2]) + "$"); err != nil {
			t.Errorf("%q in plain words: %v", row, err)
		}
		for turn := range 3 {
			heading := words.Fold(oneWording(row[2], turn))
			if _, ok := HeadingTable()[row[0]].of(heading); !ok {
				t.Errorf("%q: %q is of no field", row, heading)
			}
		}
	}
}

// oneWording is a wording of a question: of each step the choice at a place.
func oneWording(question string, at int) string {
	var out []string
	for _, step := range words.Divided(question, ' ') {
		choices := words.Wordings(step)
		out = append(out, choices[at*7%len(choices)])
	}
	return strings.Join(out, " ")
}
