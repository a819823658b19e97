package main

import (
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
)

// delivery is a folder of files that appear together or not at all: each is
// written into a folder of its own beside them, and takes its place when all
// are there. Held in memory they would be several times the register.
type delivery struct {
	folder  string
	staging string
	read    []string // files that must not be written over
	files   []delivered
}

// delivered is a file that waits for its place.
type delivered struct{ temporary, path string }

// deliver begins a delivery into the folder, which it makes. It ends with close.
func deliver(folder string, read []string) (*delivery, error) {
	if err := makeFolder(folder); err != nil {
		return nil, err
	}
	staging, err := os.MkdirTemp(folder, ".dpmap-*")
	if err != nil {
		return nil, fmt.Errorf("the folder %s cannot be written to: %s; give another with -o", folder, cause(err))
	}
	return &delivery{folder: folder, staging: staging, read: read}, nil
}

// add makes the file of a name, which may lie in a folder of the delivery's.
func (d *delivery) add(name string, content content) error {
	path := filepath.Join(d.folder, name)
	if err := spare(path, d.read); err != nil {
		return err
	}
	temporary, err := stage(d.staging, path, content)
	if err != nil {
		return err
	}
	d.files = append(d.files, delivered{temporary, path})
	return nil
}

// place puts all files where they belong.
func (d *delivery) place() error {
	for _, f := range d.files {
		if err := makeFolder(filepath.Dir(f.path)); err != nil {
			return err
		}
		if err := settle(f.temporary, f.path); err != nil {
			return err
		}
	}
	return nil
}

// close takes away what was not put in its place.
func (d *delivery) close() { os.RemoveAll(d.staging) }

// orInterrupted closes the delivery should the user stop the program before the
// function that is given back was called: no half of a report is left behind.
func (d *delivery) orInterrupted() (stop func()) {
	interrupts := make(chan os.Signal, 1)
	signal.Notify(interrupts, os.Interrupt, syscall.SIGTERM)
	go func() {
		if _, ok := <-interrupts; ok {
			d.close()
			os.Exit(exitStopped)
		}
	}()
	return func() {
		signal.Stop(interrupts)
		close(interrupts)
	}
}
