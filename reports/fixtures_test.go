package reports

import (
	"strings"
	"testing"
	"time"

	"dpmap/fixtures"
	"dpmap/graph/law"
	"dpmap/graph/rules"
	"dpmap/importers"
)

// judged reads and judges fixtures as one register.
func judged(t *testing.T, read ...fixtures.Fixture) *Report {
	t.Helper()
	book, err := law.Open(law.Day(2026, time.November, 22))
	if err != nil {
		t.Fatal(err)
	}
	var files []importers.File
	for _, f := range read {
		files = append(files, importers.File{Name: f.File, Data: f.Data})
	}
	got, err := importers.Read(files, importers.Options{Book: book})
	if err != nil {
		t.Fatal(err)
	}
	return &Report{Result: rules.Run(got.Map, book, rules.All(), rules.Options{Accepted: got.Accepted}),
		Inputs: got.Inputs, Problems: got.Problems, Assumptions: got.Assumptions, Version: "0.1.0"}
}

func TestFixtures(t *testing.T) {
	schema := compileSchema(t, "result.json", Schema())
	for _, f := range fixtures.All() {
		r := judged(t, f)
		if err := schema.Validate(resultDocument(t, r)); err != nil {
			t.Errorf("%s: %v", f.Name, err)
		}
		page := written(t, bare, r)
		if got, want := strings.Count(page, "<li id=\"finding-"), len(r.Result.Findings); got != want {
			t.Errorf("%s: %d findings on the page, want %d", f.Name, got, want)
		}
	}
}

func TestTwoRunsWriteTheSameBytes(t *testing.T) {
	one, other := judged(t, fixtures.All()...), judged(t, fixtures.All()...)
	for _, form := range forms {
		if written(t, form.write, one) != written(t, form.write, other) {
			t.Errorf("%s differs from one run to the next", form.golden)
		}
	}
}
