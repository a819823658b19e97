package column

import (
	"testing"
	"time"

	"dpmap/graph/law"
)

// testBook is the law on the day that the tests are written for.
func testBook(t testing.TB) *law.Book {
	t.Helper()
	book, err := law.Open(law.Day(2026, time.November, 22))
	if err != nil {
		t.Fatal(err)
	}
	return book
}
