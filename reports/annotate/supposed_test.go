package annotate

import (
	"strings"
	"testing"
	"time"

	"dpmap/graph/law"
)

func TestTheCopyTellsTheSupposition(t *testing.T) {
	r := reportOf(t, nil)
	if got := asAt(r); got != "22 November 2026" {
		t.Error(got)
	}
	book, err := law.Open(law.Day(2026, time.November, 22), "uk-us-data-bridge", "uk-eea")
	must(t, err)
	r.Result.Book = book
	const want = "22 November 2026 (a supposition: as if fallen: uk-eea, uk-us-data-bridge)"
	if head := listHead("flows.xlsx", r, Done{}); asAt(r) != want || !strings.Contains(head[0], want) {
		t.Errorf("%q, %q", asAt(r), head[0])
	}
}
