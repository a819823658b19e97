package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// content writes what a file is to hold.
type content func(io.Writer) error

func raw(data []byte) content {
	return func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	}
}

// write puts a file at path whole or not at all: into a temporary file beside it
// that then takes its name. It refuses to replace an input. An error of the
// content's own is given as it is.
func write(path string, content content, read []string) error {
	if err := spare(path, read); err != nil {
		return err
	}
	temporary, err := stage(filepath.Dir(path), path, content)
	if err != nil {
		return err
	}
	defer os.Remove(temporary) // no more there once renamed
	return settle(temporary, path)
}

// stage writes the content of path into a temporary file of the folder.
func stage(folder, path string, content content) (temporary string, err error) {
	file, err := os.CreateTemp(folder, ".dpmap-*")
	if err != nil {
		return "", fmt.Errorf("%s cannot be written: %s", path, cause(err))
	}
	w := bufio.NewWriterSize(file, 1<<16)
	wrong := content(w)
	err = w.Flush() // the first error that the file gave, if any
	if closed := file.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Chmod(file.Name(), 0o644)
	}
	if err != nil {
		wrong = fmt.Errorf("%s cannot be written: %s", path, cause(err))
	}
	if wrong != nil {
		os.Remove(file.Name())
		return "", wrong
	}
	return file.Name(), nil
}

// settle gives a finished file its name.
func settle(temporary, path string) error {
	if err := os.Rename(temporary, path); err != nil {
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

// makeFolder makes a folder that is to be written into.
func makeFolder(path string) error {
	if err := os.MkdirAll(path, 0o755); err != nil {
		return fmt.Errorf("the folder %s cannot be made: %s; give another with -o", path, cause(err))
	}
	return nil
}
