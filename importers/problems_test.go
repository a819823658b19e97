package importers

import (
	"testing"

	"dpmap/graph"
)

// TestToldIsNotLost holds that a column or a town that is used is not told as a
// value that is not, and that a bad date is one problem.
func TestToldIsNotLost(t *testing.T) {
	text := "Recipient,Firmenland,Purpose,Agreement date\n" +
		"Snapwell Ltd,Ireland,Photographs,31/02/2024\n" +
		"Hazelbus Ltd,Dublin,Trips,01/03/2024\n" +
		"Moneta Ltd,Untied Kingdom,Payroll,01/03/2024\n" +
		"Busby Ltd,UK,Trips,01/03/2024\n"
	got, err := Read([]File{{"list.csv", []byte(text)}}, Options{Book: testBook(t)})
	if err != nil {
		t.Fatal(err)
	}
	words := map[string]string{}
	for _, p := range got.Problems {
		words[p.At.Cell()] += p.Word() + ";"
	}
	want := map[string]string{"B1": graph.ToCheck + ";", "B3": graph.ToCheck + ";", "B4": graph.ValueNotUsed + ";", "D2": graph.ValueNotUsed + ";"}
	for cell, word := range want {
		if words[cell] != word {
			t.Errorf("%s: %q, want %q", cell, words[cell], word)
		}
	}
	if len(words) != len(want) {
		t.Errorf("problems at %v", words)
	}
}
