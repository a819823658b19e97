package main

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// theDay is the day on which README's transcript was taken.
var theDay = time.Date(2026, time.November, 22, 9, 0, 0, 0, time.UTC)

// The commands of README run, in order, in one folder, and print what README
// says that they print. A block that begins with "file NAME" in its first line
// is a file of that folder; "..." alone on a line stands for any lines.
func TestREADME(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	commands := 0
	for _, block := range fenced(string(readme)) {
		switch {
		case strings.HasPrefix(block.kind, "csv "):
			if err := os.WriteFile(strings.TrimPrefix(block.kind, "csv "), []byte(block.text), 0o644); err != nil {
				t.Fatal(err)
			}
		case block.kind == "console":
			for _, step := range steps(block.text) {
				commands++
				got := execute(t, step.command)
				if !like(got, step.output) {
					t.Errorf("$ %s\n%s", step.command, cmp.Diff(step.output, got))
				}
			}
		}
	}
	if commands < 5 {
		t.Errorf("README holds %d commands that run; a tour has more", commands)
	}
}

var update = flag.Bool("update", false, "write README's picture anew")

// README's picture is the map of the sample as dpmap draws it now.
func TestREADMEPicture(t *testing.T) {
	path := filepath.Join("..", "..", "docs", "sample-map.svg")
	var out bytes.Buffer
	folder := t.TempDir()
	if code := run([]string{"report", "--quiet", "-o", folder}, &out, &out, theDay); code != exitDone {
		t.Fatalf("exit %d: %s", code, out.String())
	}
	want, err := os.ReadFile(filepath.Join(folder, "map.svg"))
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(path, want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("docs/sample-map.svg is stale; make it with go test ./cmd/dpmap -update")
	}
}

// execute runs one command line of README: dpmap by any of its names, and what
// a reader does with a file besides.
func execute(t *testing.T, line string) string {
	t.Helper()
	line = strings.Replace(line, "go run ./cmd/dpmap", "dpmap", 1)
	words := shellWords(line)
	var out bytes.Buffer
	switch words[0] {
	case "dpmap":
		run(words[1:], &out, &out, theDay)
	case "ls":
		entries, err := os.ReadDir(words[1])
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			out.WriteString(e.Name() + "\n")
		}
	case "go":
		return "" // go test ./...: this test is part of it
	default:
		t.Fatalf("README runs %q, which this test does not know", words[0])
	}
	return out.String()
}

// shellWords splits a line at spaces outside double quotes.
func shellWords(line string) (words []string) {
	quoted := strings.Split(line, `"`)
	for i, part := range quoted {
		if i%2 == 1 {
			words = append(words, part)
			continue
		}
		words = append(words, strings.Fields(part)...)
	}
	return words
}

type fence struct{ kind, text string }

func fenced(markdown string) (blocks []fence) {
	var open *fence
	for line := range strings.Lines(markdown) {
		switch {
		case !strings.HasPrefix(line, "```"):
			if open != nil {
				open.text += line
			}
		case open != nil:
			blocks = append(blocks, *open)
			open = nil
		default:
			open = &fence{kind: strings.TrimSpace(strings.TrimPrefix(line, "```"))}
		}
	}
	return blocks
}

type step struct{ command, output string }

func steps(block string) (all []step) {
	for line := range strings.Lines(block) {
		if command, ok := strings.CutPrefix(line, "$ "); ok {
			all = append(all, step{command: strings.TrimSpace(command)})
			continue
		}
		all[len(all)-1].output += line
	}
	return all
}

// like reports whether got is want, where a line "..." of want stands for any
// number of lines.
func like(got, want string) bool {
	if want == "" {
		return true
	}
	parts := strings.Split("\n"+want, "\n...\n")
	got = "\n" + got
	for i, part := range parts {
		at := strings.Index(got, part)
		if at < 0 || i == 0 && at != 0 {
			return false
		}
		got = got[at+len(part):]
		if i < len(parts)-1 {
			got = "\n" + strings.TrimPrefix(got, "\n")
		}
	}
	return got == "" || strings.HasSuffix(want, "...\n")
}

func TestLike(t *testing.T) {
	for _, c := range []struct {
		got, want string
		like      bool
	}{
		{"a\nb\n", "a\nb\n", true},
		{"a\nb\nc\n", "a\n...\nc\n", true},
		{"a\nb\nc\n", "a\n...\n", true},
		{"a\nb\nc\n", "a\nb\n", false},
		{"a\nb\n", "b\n", false},
		{"a\nb\nc\n", "a\n...\nd\n", false},
	} {
		if got := like(c.got, c.want); got != c.like {
			t.Errorf("%q like %q: %v", c.got, c.want, got)
		}
	}
}
