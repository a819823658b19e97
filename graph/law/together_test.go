package law

import (
	"slices"
	"strings"
	"testing"
	"time"
)

// TestAreasAreNamedAsSuch holds that all countries of an area are told by its
// name, and that no area is named of which a country lacks.
func TestAreasAreNamedAsSuch(t *testing.T) {
	book, err := Open(Day(2026, time.November, 22))
	if err != nil {
		t.Fatal(err)
	}
	eu, _ := book.FindBloc("EU")
	eea, _ := book.FindBloc("EEA")
	for _, c := range []struct {
		codes []string
		want  string
	}{
		{nil, ""}, {[]string{"GB"}, "United Kingdom"}, {[]string{"XX", "FR"}, "XX, France"},
		{eu, "EU (27 countries)"}, {eea, "EEA (30 countries)"},
		{slices.Concat([]string{"US"}, eu), "United States, EU (27 countries)"},
		{slices.Concat(eu, []string{"NO"}), "EU (27 countries), Norway"},
		{eu[:3], "Austria, Belgium, Bulgaria"},
	} {
		if got := strings.Join(book.CountryNames(c.codes), ", "); got != c.want {
			t.Errorf("%v: %q, want %q", c.codes, got, c.want)
		}
	}
	if got := strings.Join(book.ShortNames(append([]string{"US"}, eu...)), ", "); got != "United States, EU" {
		t.Errorf("in short: %q", got)
	}
	if got := book.CountryNames(eea[1:]); slices.ContainsFunc(got, func(s string) bool {
		return strings.HasPrefix(s, "EEA") || strings.HasPrefix(s, "EU") && eea[0] != "IS"
	}) {
		t.Errorf("an area that lacks a country: %q", got)
	}
}
