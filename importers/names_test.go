package importers

import (
	"strings"
	"testing"
)

// TestNames reads testdata/names.csv: what a cell of recipients says, the names
// that it is divided into, and the countries that follow from these alone.
func TestNames(t *testing.T) {
	for _, row := range cellRows(t, "names.csv") {
		cell := strings.ReplaceAll(row[0], " / ", "\n")
		cell = strings.ReplaceAll(cell, "//", "/")
		got, err := readCSV(t, "Recipient,Purpose,Data categories\n\""+cell+"\",Lessons,Name\n")
		if err != nil {
			t.Errorf("%q: %v", row[0], err)
			continue
		}
		var names, countries []string
		for _, f := range got.Map.Flows() {
			p := got.Map.Party(f.To)
			names, countries = append(names, p.Name), append(countries, strings.Join(p.Country.Countries, "+"))
		}
		if n, c := strings.Join(names, " | "), strings.Trim(strings.Join(countries, " "), " "); n != row[1] || c != row[2] {
			t.Errorf("%q is divided into %q of %q; want %q of %q", row[0], n, c, row[1], row[2])
		}
	}
}
