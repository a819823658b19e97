package column

import (
	"testing"

	"dpmap/graph"
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
