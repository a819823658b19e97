//go:build unix

package cachedir

import (
	"os"
	"path/filepath"
	"testing"
)

// TestPrepareRefuses makes each kind of folder in which somebody else could
// put machine code.
func TestPrepareRefuses(t *testing.T) {
	for name, spoil := range map[string]func(dir string) error{
		"open to all":      func(dir string) error { return os.Chmod(dir, 0o777) },
		"open to a group":  func(dir string) error { return os.Chmod(dir, 0o770) },
		"open engine":      func(dir string) error { return os.Chmod(filepath.Join(dir, engineFolder), 0o700|0o022) },
		"open version":     func(dir string) error { return os.Chmod(filepath.Join(dir, engineFolder, "v"), 0o777) },
		"open file":        func(dir string) error { return os.Chmod(filepath.Join(dir, engineFolder, "v", "code"), 0o666) },
		"open parent":      func(dir string) error { return os.Chmod(filepath.Dir(dir), 0o777) },
		"link elsewhere":   func(dir string) error { return relink(dir) },
		"link for version": func(dir string) error { return relink(filepath.Join(dir, engineFolder, "v")) },
	} {
		dir := sound(t)
		if err := prepare(dir); err != nil {
			t.Fatalf("a private folder is refused: %v", err)
		}
		if err := spoil(dir); err != nil {
			t.Fatal(err)
		}
		if prepare(dir) == nil && existsAsCode(dir) {
			t.Errorf("%s: the folder is used with what is in it", name)
		}
	}
}

// existsAsCode reports whether what stood in the folder would be loaded.
func existsAsCode(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, engineFolder, "v", "code"))
	return err == nil
}

// sound is a private folder with one sealed file.
func sound(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "cache")
	version := filepath.Join(dir, engineFolder, "v")
	if err := os.MkdirAll(version, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(version, "code"), []byte("code"), 0o600); err != nil {
		t.Fatal(err)
	}
	seal(dir)
	return dir
}

// relink moves a folder away and leaves a link to it in its place.
func relink(dir string) error {
	if err := os.Rename(dir, dir+"-away"); err != nil {
		return err
	}
	return os.Symlink(dir+"-away", dir)
}

// TestHeal holds that a sealed file stays, a file without its seal goes, and a
// file that may be in the making is left alone.
func TestHeal(t *testing.T) {
	dir := sound(t)
	version := filepath.Join(dir, engineFolder, "v")
	for name, text := range map[string]string{"bare": "x", "damaged": "x", "code.1.tmp": "x"} {
		if err := os.WriteFile(filepath.Join(version, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(version, "damaged.seal"), []byte("2 00000000\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := prepare(dir); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]bool{"code": true, "code.seal": true, "bare": false, "damaged": false, "damaged.seal": false, "code.1.tmp": true} {
		if _, err := os.Stat(filepath.Join(version, name)); (err == nil) != want {
			t.Errorf("%s: kept %v, want %v", name, err == nil, want)
		}
	}
}
