package main

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// TestPlacesThatAreNoFile names things that are no file, or not as they seem.
// Each gives exit code 2 and one sentence, on one line whatever the name is.
func TestPlacesThatAreNoFile(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("these names and things are not made there")
	}
	dir := t.TempDir()
	in := func(name string) string { return filepath.Join(dir, name) }
	must := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	must(os.Mkdir(in("empty"), 0o700))
	must(os.Mkdir(in("folder.xlsx"), 0o700))
	must(os.Symlink(in("gone.xlsx"), in("dangling.xlsx")))
	must(os.Symlink(in("loop.xlsx"), in("loop.xlsx")))
	must(os.WriteFile(in("new\nline\x1b[31m.xlsx"), []byte("<html>"), 0o600))
	must(os.WriteFile(in("large.csv"), nil, 0o600))
	must(os.Truncate(in("large.csv"), 5<<30))
	must(os.WriteFile(in("closed.csv"), []byte("To,Purpose\nAcme,Tea\n"), 0))
	tests := []struct{ name, says string }{
		{in("nowhere.csv"), "cannot be read: no such file or directory; check the name"},
		{in("empty"), "holds no .xlsx, .ods or .csv file"},
		{in("folder.xlsx"), "holds no .xlsx, .ods or .csv file"},
		{in("dangling.xlsx"), "cannot be read: no such file or directory; check the name"},
		{in("loop.xlsx"), "cannot be read: too many levels of symbolic links"},
		{in("new\nline\x1b[31m.xlsx"), "new\ufffdline\ufffd[31m.xlsx: is a web page (HTML)"},
		{in("no\nwhere.csv"), "no\ufffdwhere.csv cannot be read"},
		{in("large.csv"), "is larger than 128 MiB, too much to read safely; copy the sheets"},
		{os.DevNull, "is no file but a pipe or a device; save the register as a file"},
		{"", "cannot be read: no such file or directory"},
	}
	if os.Geteuid() != 0 {
		tests = append(tests, struct{ name, says string }{in("closed.csv"), "cannot be read: permission denied"})
	}
	if fifo := in("pipe.csv"); makePipe(fifo) {
		tests = append(tests, struct{ name, says string }{fifo, "is no file but a pipe or a device"})
	}
	for _, tt := range tests {
		for _, args := range [][]string{{"report", tt.name, "-o", in("out")}, {"check", tt.name}} {
			got := dpmap(t, args...)
			if got.code != exitInput || got.out != "" || strings.Count(got.errOut, "\n") != 1 || !strings.Contains(got.errOut, tt.says) || got.peak > mostMemory {
				t.Errorf("%q: exit %d, %d MiB, %s%s\nwant %s", args, got.code, got.peak>>20, got.out, got.errOut, tt.says)
			}
		}
	}
	if _, err := os.Stat(in("out")); err == nil {
		t.Error("the folder of the report is there")
	}
}

// TestTheSameFileTwice holds that a file counts once however often and by
// whatever name it is given, and that nothing in a folder is passed over in
// silence.
func TestTheSameFileTwice(t *testing.T) {
	dir := t.TempDir()
	good := xlsxOf(xlsxRows(twoFlows)).zip(t)
	for name, data := range map[string][]byte{"register.xlsx": good, "old.xls": ole2("Workbook"), "~$register.xlsx": []byte("\x04Head"), "notes.txt": []byte("hello")} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(dir, "register.xlsx")
	got := dpmap(t, "check", path, filepath.Join(dir, ".", "register.xlsx"), dir, "--format", "csv", "--fail-on", "never")
	if got.code != exitDone || strings.Count(got.errOut, "was named twice and is read once") != 2 || strings.Count(got.errOut, "old.xls is left aside, since .xls files are not read; save it as .xlsx") != 1 || strings.Count(got.errOut, "\n") != 3 {
		t.Errorf("exit %d: %s", got.code, got.errOut)
	}
	once := dpmap(t, "check", path, "--format", "csv", "--fail-on", "never")
	if got.out != once.out || once.errOut != "" {
		t.Errorf("read twice:\n%s\nread once:\n%s%s", got.out, once.out, once.errOut)
	}
}
