package main

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dpmap/importers"
)

// readable are the endings that a folder is searched for.
var readable = []string{".xlsx", ".ods", ".csv", ".xlsm", ".xltx", ".xltm", ".tsv"}

// otherSheets are the endings of spreadsheets that dpmap does not read.
var otherSheets = []string{".xls", ".xlsb", ".xlt", ".numbers", ".gsheet", ".fods"}

// read reads the files in order. Two files of one name are told apart by their
// folders.
func read(paths []string) ([]importers.File, error) {
	count := map[string]int{}
	for _, path := range paths {
		count[filepath.Base(path)]++
	}
	files := make([]importers.File, 0, len(paths))
	for _, path := range paths {
		data, err := readWhole(path)
		if err != nil {
			return nil, err
		}
		name := filepath.Base(path)
		if count[name] > 1 {
			name = filepath.ToSlash(path)
		}
		files = append(files, importers.File{Name: plain(name), Data: data})
	}
	return files, nil
}

// maxFile bounds what is read at all: a register with pictures is some MiB.
const maxFile = 128 << 20

// readWhole reads a file. What is none, and would be waited for without end, is
// not opened.
func readWhole(path string) ([]byte, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("%s is no file but a pipe or a device; save the register as a file and give that", plain(path))
	case info.Size() > maxFile:
		return nil, fmt.Errorf("%s is larger than %d MiB, too much to read safely; copy the sheets that hold the register into a new workbook", plain(path), maxFile>>20)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("%s cannot be read: %s; close it in other programs and see that you may open it", plain(path), cause(err))
	}
	return data, nil
}

// plain is a name as messages show it: on one line, and without what a terminal
// takes for a command or what turns the order of letters round.
func plain(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r >= 0x2028 && r <= 0x202e || r >= 0x2066 && r <= 0x2069 {
			return utf8.RuneError
		}
		return r
	}, name)
}

// expand replaces each folder by the spreadsheets that lie in it, by name.
// Lock files of Excel and LibreOffice and hidden files are passed over; a file
// that is named twice is read once. The notes are what the user should know.
func expand(names []string) (paths, notes []string, err error) {
	var seen []os.FileInfo
	for _, name := range names {
		info, err := os.Stat(name)
		if err != nil {
			return nil, nil, fmt.Errorf("%s cannot be read: %s; check the name and the folder", plain(name), cause(err))
		}
		found := []string{name}
		if info.IsDir() {
			var aside []string
			if found, aside, err = within(name); err != nil {
				return nil, nil, err
			}
			notes = append(notes, aside...)
		}
		for _, path := range found {
			info, err := os.Stat(path)
			if err == nil && slices.ContainsFunc(seen, func(s os.FileInfo) bool { return os.SameFile(s, info) }) {
				notes = append(notes, plain(path)+" was named twice and is read once")
				continue
			}
			seen, paths = append(seen, info), append(paths, path)
		}
	}
	return paths, notes, nil
}

// within lists the spreadsheets of a folder, and tells those that are left
// aside since only a program of their own reads them: a register that is passed
// over in silence would be missed by nobody.
func within(folder string) (paths, notes []string, err error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, nil, fmt.Errorf("the folder %s cannot be read: %s", plain(folder), cause(err))
	}
	for _, e := range entries {
		base, ext := e.Name(), strings.ToLower(filepath.Ext(e.Name()))
		switch {
		case e.IsDir() && ext != ".numbers", strings.HasPrefix(base, "~$"), strings.HasPrefix(base, "."):
		case slices.Contains(readable, ext):
			paths = append(paths, filepath.Join(folder, base))
		case slices.Contains(otherSheets, ext):
			notes = append(notes, fmt.Sprintf("%s is left aside, since %s files are not read; save it as .xlsx", plain(filepath.Join(folder, base)), ext))
		}
	}
	if len(paths) == 0 {
		return nil, nil, fmt.Errorf("the folder %s holds no .xlsx, .ods or .csv file; name the files, or another folder", plain(folder))
	}
	return paths, notes, nil
}

// cause is the reason inside a path error, without the path that the sentence
// has named already.
func cause(err error) string {
	if p, ok := err.(*fs.PathError); ok {
		return p.Err.Error()
	}
	return err.Error()
}

func sortedKeys(m map[string]string) []string { return slices.Sorted(maps.Keys(m)) }
