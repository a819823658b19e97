package diagram_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"dpmap/reports/diagram"
)

// TestChild is what the tests below run in a process of its own: it draws, and
// tells what the temporary directory is by then.
func TestChild(t *testing.T) {
	if os.Getenv("DRAW_IN_CHILD") == "" {
		t.Skip("only as a child")
	}
	if _, err := diagram.Draw(judged(t, "Studio School", generated(3)), diagram.Options{}); err != nil {
		t.Fatal(err)
	}
	value, set := os.LookupEnv("TMPDIR")
	os.Stdout.WriteString("temp=" + value + " set=")
	if set {
		os.Stdout.WriteString("yes\n")
	} else {
		os.Stdout.WriteString("no\n")
	}
}

// start runs TestChild with an environment and returns what it printed.
func start(t *testing.T, env ...string) string {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^TestChild$")
	cmd.Env = append([]string{"DRAW_IN_CHILD=1", "PATH=" + os.Getenv("PATH")}, env...)
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	if err := cmd.Run(); err != nil {
		t.Fatalf("%v with %q:\n%s", err, env, out.String())
	}
	return out.String()
}

// compiled finds the compiled engine below a folder.
func compiled(t *testing.T, dir string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "dpmap", "go-graphviz", "*", "*"))
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, f := range files {
		if !strings.HasSuffix(f, ".seal") {
			out = append(out, f)
		}
	}
	return out
}

func skipElsewhere(t *testing.T) {
	t.Helper()
	if runtime.GOOS != "linux" {
		t.Skip("the folders of other systems have other names")
	}
	if testing.Short() {
		t.Skip("compiles the engine")
	}
}

// TestStartHealsCache damages the compiled engine in the ways that end
// go-graphviz's own start with a panic.
func TestStartHealsCache(t *testing.T) {
	skipElsewhere(t)
	cache := t.TempDir()
	env := []string{"XDG_CACHE_HOME=" + cache, "HOME=" + cache}
	if out := start(t, env...); !strings.Contains(out, "temp= set=no") {
		t.Errorf("the temporary directory is not as it was: %s", out)
	}
	files := compiled(t, cache)
	if len(files) != 1 {
		t.Fatalf("the cache holds %q, want one compiled engine", files)
	}
	whole, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	flipped := bytes.Clone(whole)
	flipped[len(flipped)/2] ^= 0xFF
	for name, data := range map[string][]byte{"truncated": whole[:len(whole)/3], "empty": nil, "changed": flipped} {
		if err := os.WriteFile(files[0], data, 0o600); err != nil {
			t.Fatal(err)
		}
		start(t, env...)
		if healed, err := os.ReadFile(files[0]); err != nil || len(healed) != len(whole) {
			t.Errorf("%s: the file has %d bytes afterwards, want %d (%v)", name, len(healed), len(whole), err)
		}
	}
	before, err := os.Stat(files[0])
	if err != nil {
		t.Fatal(err)
	}
	start(t, env...)
	if after, err := os.Stat(files[0]); err != nil || !after.ModTime().Equal(before.ModTime()) {
		t.Error("a whole engine is compiled again")
	}
}

// TestStartShunsFoldersOfOthers starts where everybody can write, and where
// nothing can be written; another user's damaged cache in the shared temporary
// directory must not matter.
func TestStartShunsFoldersOfOthers(t *testing.T) {
	skipElsewhere(t)
	open := t.TempDir()
	if err := os.Chmod(open, 0o777); err != nil {
		t.Fatal(err)
	}
	planted := filepath.Join(open, "go-graphviz")
	if err := os.WriteFile(planted, []byte("not a folder"), 0o644); err != nil {
		t.Fatal(err)
	}
	out := start(t, "XDG_CACHE_HOME="+open, "HOME="+open, "TMPDIR="+open)
	if !strings.Contains(out, "temp="+open+" set=yes") {
		t.Errorf("the temporary directory is not as it was: %s", out)
	}
	entries, err := os.ReadDir(open)
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) != 1 {
		t.Errorf("a folder that all can write was used: %v", entries)
	}
	start(t, "HOME=/dev/null", "TMPDIR=/dev/null")
	start(t, "TMPDIR="+open)
}
