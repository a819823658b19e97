package main

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"dpmap/importers"
)

// readable are the endings that a folder is searched for.
var readable = []string{".xlsx", ".ods", ".csv"}

// read reads the files in order. Two files of one name are told apart by their
// folders.
func read(paths []string) ([]importers.File, error) {
	count := map[string]int{}
	for _, path := range paths {
		count[filepath.Base(path)]++
	}
	files := make([]importers.File, 0, len(paths))
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, fmt.Errorf("%s cannot be read: %s; close it in other programs and see that you may open it", path, cause(err))
		}
		name := filepath.Base(path)
		if count[name] > 1 {
			name = filepath.ToSlash(path)
		}
		files = append(files, importers.File{Name: name, Data: data})
	}
	return files, nil
}

// expand replaces each folder by the spreadsheets that lie in it, by name.
// Lock files of Excel and LibreOffice and hidden files are passed over.
func expand(names []string) ([]string, error) {
	var paths []string
	for _, name := range names {
		info, err := os.Stat(name)
		if err != nil {
			return nil, fmt.Errorf("%s cannot be read: %s; check the name and the folder", name, cause(err))
		}
		if !info.IsDir() {
			paths = append(paths, name)
			continue
		}
		entries, err := os.ReadDir(name)
		if err != nil {
			return nil, fmt.Errorf("the folder %s cannot be read: %s", name, cause(err))
		}
		before := len(paths)
		for _, e := range entries {
			base := e.Name()
			if e.IsDir() || strings.HasPrefix(base, "~$") || strings.HasPrefix(base, ".") {
				continue
			}
			if slices.Contains(readable, strings.ToLower(filepath.Ext(base))) {
				paths = append(paths, filepath.Join(name, base))
			}
		}
		if len(paths) == before {
			return nil, fmt.Errorf("the folder %s holds no .xlsx, .ods or .csv file; name the files, or another folder", name)
		}
	}
	return paths, nil
}

// cause is the reason inside a path error, without the path that the sentence
// has named already.
func cause(err error) string {
	if p, ok := err.(*fs.PathError); ok {
		return p.Err.Error()
	}
	return err.Error()
}

// write puts data at path whole or not at all: into a temporary file beside it
// that then takes its name. It refuses to replace an input.
func write(path string, data []byte, read []string) error {
	if err := spare(path, read); err != nil {
		return err
	}
	temporary, err := os.CreateTemp(filepath.Dir(path), ".dpmap-*")
	if err != nil {
		return fmt.Errorf("%s cannot be written: %s", path, cause(err))
	}
	defer os.Remove(temporary.Name()) // no more there once renamed
	_, err = temporary.Write(data)
	if closed := temporary.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Chmod(temporary.Name(), 0o644)
	}
	if err == nil {
		err = os.Rename(temporary.Name(), path)
	}
	if err != nil {
		return fmt.Errorf("%s cannot be written: %s; is it open in another program?", path, cause(err))
	}
	return nil
}

// spare is an error when path is one of the files that were read.
func spare(path string, read []string) error {
	there, err := os.Stat(path)
	if err != nil {
		return nil
	}
	for _, name := range read {
		if input, err := os.Stat(name); err == nil && os.SameFile(there, input) {
			return fmt.Errorf("%s is the file that was read and is not written over; give another name with -o", path)
		}
	}
	return nil
}

func sortedKeys(m map[string]string) []string { return slices.Sorted(maps.Keys(m)) }
