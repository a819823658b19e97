package importers

import (
	"encoding/csv"
	"os"
	"strings"
	"testing"

	"dpmap/importers/cell"
)

// cellRows are the rows of a table of cells under testdata, without its headings.
func cellRows(t *testing.T, name string) [][]string {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(string(data))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows[1:]
}

// ids lists the bases or conditions that a cell names.
func ids(list []cell.Provision) string {
	var out []string
	for _, p := range list {
		out = append(out, p.ID)
	}
	return strings.Join(out, " ")
}
