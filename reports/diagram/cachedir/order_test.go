package cachedir

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const (
	here   = "dpmap/reports/diagram/cachedir"
	engine = "github.com/goccy/go-graphviz/internal/wasm"
)

// TestRunsBeforeEngine holds what the order of init rests on: this package is
// ready whenever the engine's is, and comes first by its path.
func TestRunsBeforeEngine(t *testing.T) {
	ours, theirs := deps(t, here), deps(t, engine)
	for _, d := range ours {
		if d != here && !slices.Contains(theirs, d) {
			t.Errorf("%s is needed here and not by the engine, which could be initialised first", d)
		}
	}
	if here >= engine {
		t.Errorf("%s does not sort before %s", here, engine)
	}
}

func deps(t *testing.T, path string) []string {
	t.Helper()
	out, err := exec.Command("go", "list", "-deps", path).Output()
	if err != nil {
		t.Skipf("go list: %v", err)
	}
	return strings.Fields(string(out))
}
