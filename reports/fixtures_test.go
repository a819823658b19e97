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

// judgedFixtures are the fixtures, each read and judged, and all of them as one.
func judgedFixtures(t *testing.T) map[string]*Report {
	t.Helper()
	book, err := law.Open(law.Day(2026, time.November, 22))
	if err != nil {
		t.Fatal(err)
	}
	read := func(files ...importers.File) *Report {
		got, err := importers.Read(files, importers.Options{Book: book})
		if err != nil {
			t.Fatal(err)
		}
		return &Report{Result: rules.Run(got.Map, book, rules.All(), rules.Options{Accepted: got.Accepted}),
			Inputs: got.Inputs, Problems: got.Problems, Assumptions: got.Assumptions, Version: "0.1.0"}
	}
	out := map[string]*Report{}
	var all []importers.File
	for _, f := range fixtures.All() {
		file := importers.File{Name: f.File, Data: f.Data}
		out[f.Name] = read(file)
		all = append(all, file)
	}
	out["all of them"] = read(all...)
	return out
}

func TestFixturesMatchTheSchemaAndAreTheSameTwice(t *testing.T) {
	schema := compileSchema(t, "result.json", Schema())
	again := judgedFixtures(t)
	for name, r := range judgedFixtures(t) {
		if err := schema.Validate(resultDocument(t, r)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		for _, form := range forms {
			if written(t, form.write, r) != written(t, form.write, again[name]) {
				t.Errorf("%s: %s differs from one run to the next", name, form.golden)
			}
		}
	}
}

// Every finding is on the page, with its place or its rule.
func TestFixturesFindingsAreAllOnThePage(t *testing.T) {
	for name, r := range judgedFixtures(t) {
		page := written(t, bare, r)
		if got, want := strings.Count(page, "<li data-severity"), len(r.Result.Findings); got != want {
			t.Errorf("%s: %d findings on the page, want %d", name, got, want)
		}
	}
}
