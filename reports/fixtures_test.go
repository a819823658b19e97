package reports

import (
	"strings"
	"testing"

	"dpmap/fixtures"
	"dpmap/fixtures/judged"
	"dpmap/importers"
)

// made reads and judges fixtures as one register.
func made(t *testing.T, read ...fixtures.Fixture) *Report {
	t.Helper()
	var files []importers.File
	for _, f := range read {
		files = append(files, importers.File{Name: f.File, Data: f.Data})
	}
	in, result := judged.Files(t, files)
	return &Report{Result: result, Inputs: in.Inputs, Problems: in.Problems, Assumptions: in.Assumptions, Version: "0.1.0"}
}

func TestFixtures(t *testing.T) {
	schema := compileSchema(t, "result.json", Schema())
	for _, f := range fixtures.All() {
		r := made(t, f)
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
	one, other := made(t, fixtures.All()...), made(t, fixtures.All()...)
	for _, form := range forms {
		if written(t, form.write, one) != written(t, form.write, other) {
			t.Errorf("%s differs from one run to the next", form.golden)
		}
	}
}
