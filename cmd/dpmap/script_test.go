package main

import (
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"dpmap": func() {
			sparingly()
			code := run(os.Args[1:], os.Stdout, os.Stderr, theDay)
			writePeak()
			os.Exit(code)
		},
	})
}

// TestScripts runs the command lines of testdata/script and compares what they
// print and leave behind.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/script",
		UpdateScripts: os.Getenv("UPDATE_SCRIPTS") != "",
		Setup: func(env *testscript.Env) error {
			env.Setenv("HOME", env.WorkDir)
			env.Setenv("XDG_CACHE_HOME", os.Getenv("XDG_CACHE_HOME"))
			if cache, err := os.UserCacheDir(); err == nil {
				env.Setenv("XDG_CACHE_HOME", cache) // the layout engine's compiled code, shared by all scripts
			}
			return nil
		},
	})
}
