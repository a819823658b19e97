package main

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// left says which folders of this module each folder may know. A pattern that
// ends in /... means the folder and all below it, as for the go command; the
// first row that matches a package decides.
var left = []struct {
	folder string
	knows  []string
}{
	{"dpmap/graph/law", nil},
	{"dpmap/graph/rules", []string{"dpmap/graph", "dpmap/graph/law"}},
	{"dpmap/graph", []string{"dpmap/graph/law"}},
	{"dpmap/importers/sheet", []string{"dpmap/graph", "dpmap/graph/law"}},
	{"dpmap/importers/lazyre", nil},
	{"dpmap/importers/words", []string{"dpmap/importers/lazyre"}},
	{"dpmap/importers/cell", []string{"dpmap/importers/words", "dpmap/importers/lazyre", "dpmap/graph", "dpmap/graph/law"}},
	{"dpmap/importers/column", []string{"dpmap/importers/cell", "dpmap/importers/words", "dpmap/importers/lazyre", "dpmap/graph", "dpmap/graph/law"}},
	{"dpmap/importers", []string{"dpmap/importers/sheet", "dpmap/importers/column", "dpmap/importers/cell", "dpmap/importers/words", "dpmap/importers/lazyre", "dpmap/graph", "dpmap/graph/law"}},
	{"dpmap/reports/...", []string{"dpmap/reports/...", "dpmap/graph/..."}},
	{"dpmap/fixtures/...", []string{"dpmap/fixtures/...", "dpmap/importers/...", "dpmap/reports/...", "dpmap/graph/..."}},
	{"dpmap/cmd/...", []string{"dpmap/fixtures/...", "dpmap/importers/...", "dpmap/reports/...", "dpmap/graph/..."}},
}

func TestArrowsPointLeft(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", `{{.ImportPath}}{{range .Deps}} {{.}}{{end}}`, "dpmap/...").CombinedOutput()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, out)
	}
	packages := strings.Split(strings.TrimSpace(string(out)), "\n")
	if len(packages) < len(left) {
		t.Fatalf("only %d packages: %s", len(packages), out)
	}
	for _, line := range packages {
		words := strings.Fields(line)
		for _, fault := range wrongArrows(words[0], words[1:]) {
			t.Error(fault)
		}
	}
}

func TestArrowsThatPointRightAreFound(t *testing.T) {
	for pkg, dep := range map[string]string{
		"dpmap/graph/law":       "dpmap/graph",
		"dpmap/importers":       "dpmap/graph/rules",
		"dpmap/importers/cell":  "dpmap/importers/column",
		"dpmap/importers/words": "dpmap/graph",
		"dpmap/reports":         "dpmap/importers",
		"dpmap/util":            "fmt",
		"dpmap/graph":           "dpmap/graph/rules",
		"dpmap/reports/ropa":    "dpmap/importers/sheet",
	} {
		if len(wrongArrows(pkg, []string{dep})) != 1 {
			t.Errorf("%s may know %s", pkg, dep)
		}
	}
}

// wrongArrows tells in a sentence each of a package's dependencies that does
// not stand to its left.
func wrongArrows(pkg string, deps []string) (faults []string) {
	row := slices.IndexFunc(left, func(r struct {
		folder string
		knows  []string
	}) bool {
		return matches(pkg, r.folder)
	})
	if row < 0 {
		return []string{pkg + " has no place in the layout: give it one in docs/architecture.md and here"}
	}
	for _, dep := range deps {
		ours := strings.HasPrefix(dep, "dpmap/")
		if ours && !slices.ContainsFunc(left[row].knows, func(k string) bool { return matches(dep, k) }) {
			faults = append(faults, pkg+" must not know "+dep)
		}
	}
	return faults
}

func matches(pkg, pattern string) bool {
	if folder, all := strings.CutSuffix(pattern, "/..."); all {
		return pkg == folder || strings.HasPrefix(pkg, folder+"/")
	}
	return pkg == pattern
}
