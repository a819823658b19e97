// Package cachedir decides where go-graphviz keeps its compiled layout engine.
//
// go-graphviz compiles its WebAssembly in a package init, takes about a second
// for it, and keeps the machine code in a fixed folder of the temporary
// directory that all users of a computer share. There a second user cannot
// write, a damaged file ends every command with a panic, and machine code that
// somebody else left would be run. So this package points the temporary
// directory at a private folder before that init runs, and Restore puts it back.
//
// Order of init. Go initialises, of the packages whose imports are all
// initialised, the one with the least import path first. This package imports
// only packages that go-graphviz's engine needs too, so it is ready whenever
// the engine is, and its path sorts before github.com/. A test holds both.
// The package that imports both calls Restore in its own init, which Go runs
// after the two.
package cachedir

import (
	"os"
	"path/filepath"
	"runtime"
)

// state is what init changed, for Restore to undo.
var state = redirect()

type change struct {
	variable string // of the environment, that names the temporary directory
	value    string
	set      bool   // whether the variable was set at all
	dir      string // the private folder, "" when there is no safe one
}

// redirect points the temporary directory at a private folder that has been
// checked. Without a safe folder it names a place where nothing can be made:
// go-graphviz then compiles in memory, slower but sound.
func redirect() change {
	c := change{variable: tempVariable()}
	c.value, c.set = os.LookupEnv(c.variable)
	for _, dir := range candidates(c.value) {
		if prepare(dir) == nil {
			c.dir = dir
			break
		}
	}
	target := c.dir
	if target == "" {
		target = filepath.Join(os.DevNull, "none")
	}
	if os.Setenv(c.variable, target) != nil {
		c.dir = ""
	}
	return c
}

// Restore puts the temporary directory back and seals what was compiled, so
// that the next run can tell a whole file from a damaged one. It is to be
// called once, from the init of the package that imports go-graphviz.
func Restore() {
	if state.set {
		os.Setenv(state.variable, state.value)
	} else {
		os.Unsetenv(state.variable)
	}
	if state.dir != "" {
		seal(state.dir)
	}
}

// tempVariable names the variable that os.TempDir reads first.
func tempVariable() string {
	if runtime.GOOS == "windows" {
		return "TMP"
	}
	return "TMPDIR"
}

// candidates are the folders to try: the user's own cache, then, for users
// without a home, a folder of their own in the temporary directory.
func candidates(temp string) []string {
	var dirs []string
	if cache, err := os.UserCacheDir(); err == nil {
		dirs = append(dirs, filepath.Join(cache, "dpmap"))
	}
	if own := ownName(); own != "" {
		if temp == "" {
			temp = "/tmp"
		}
		dirs = append(dirs, filepath.Join(temp, own))
	}
	return dirs
}

// prepare makes dir and the engine's folder in it, unless others could write
// there, and throws out what is damaged. An error means: do not use dir.
func prepare(dir string) error {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return err
	}
	if err := closed(existing(dir)); err != nil {
		return err // before anything is left in somebody else's home
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	if err := private(dir); err != nil {
		return err
	}
	engine := filepath.Join(dir, engineFolder)
	if err := os.MkdirAll(engine, 0o700); err != nil {
		return err
	}
	return heal(engine)
}

// existing is the nearest folder at or above dir that there is.
func existing(dir string) string {
	for {
		if _, err := os.Lstat(dir); err == nil || dir == filepath.Dir(dir) {
			return dir
		}
		dir = filepath.Dir(dir)
	}
}
