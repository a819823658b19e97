package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// filesBelow lists the files below a folder, by their paths in it.
func filesBelow(t *testing.T, folder string) (names []string) {
	t.Helper()
	err := filepath.WalkDir(folder, func(path string, e os.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			name, _ := filepath.Rel(folder, path)
			names = append(names, filepath.ToSlash(name))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(names)
	return names
}

// TestDeliveryWholeOrNotAtAll holds that nothing of a report is seen before all
// of it is there, and that nothing is left of one that failed.
func TestDeliveryWholeOrNotAtAll(t *testing.T) {
	folder := t.TempDir()
	register := filepath.Join(folder, "register.csv")
	if err := os.WriteFile(register, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	wrong := errors.New("wrong")
	for _, test := range []struct {
		name    string
		last    string
		content content
	}{
		{"content that fails", "last.csv", func(w io.Writer) error { raw([]byte("half"))(w); return wrong }},
		{"an input in its place", "register.csv", raw([]byte("new"))},
	} {
		to, err := deliver(folder, []string{register})
		if err != nil {
			t.Fatal(err)
		}
		if err := to.add("first.csv", raw([]byte("whole"))); err != nil {
			t.Fatal(err)
		}
		if _, err := os.Stat(filepath.Join(folder, "first.csv")); err == nil {
			t.Errorf("%s: the first file is there before the last", test.name)
		}
		if err := to.add(test.last, test.content); err == nil {
			t.Errorf("%s: no error", test.name)
		}
		to.close()
		if diff := cmp.Diff([]string{"register.csv"}, filesBelow(t, folder)); diff != "" {
			t.Errorf("%s: left in the folder (+): %s", test.name, diff)
		}
	}

	to, err := deliver(folder, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"first.csv", "annotated/register.csv"} {
		if err := to.add(name, raw([]byte("whole"))); err != nil {
			t.Fatal(err)
		}
	}
	if err := to.place(); err != nil {
		t.Fatal(err)
	}
	to.close()
	if diff := cmp.Diff([]string{"annotated/register.csv", "first.csv", "register.csv"}, filesBelow(t, folder)); diff != "" {
		t.Error("a whole delivery, wanted (-) and there (+):", diff)
	}
	if entries, _ := os.ReadDir(folder); len(entries) != 3 {
		t.Errorf("%d entries in the folder: %v", len(entries), entries)
	}
}
