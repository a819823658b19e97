package cell

import (
	"encoding/csv"
	"os"
	"strings"
	"testing"

	"dpmap/graph"
	"dpmap/graph/law"
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

// TestCategories reads testdata/categories.csv: a category in the words that
// schools use, its class, and for protected data its kind.
func TestCategories(t *testing.T) {
	book := testBook(t)
	for _, row := range cellRows(t, "categories.csv") {
		got := Category(book, row[0], graph.Ref{})
		kind := got.Kind
		if got.Class <= law.Ordinary {
			kind = ""
		}
		if got.Class.String() != row[1] || kind != row[2] {
			t.Errorf("%q is %s, %q by %q; want %s, %q", row[0], got.Class, kind, got.Word, row[1], row[2])
		}
	}
}
