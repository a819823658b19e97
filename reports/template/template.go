// Package template writes the empty register: a workbook in dpmap's own layout
// with drop-downs from the law, a note on every heading and an example.
package template

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"

	"dpmap/graph/law"

	"github.com/xuri/excelize/v2"
)

// The sheets, in the order of their tabs. The first words of Read me and Lists
// tell the importer that they hold no data.
const (
	readMe   = "Read me"
	flows    = "Flows"
	parties  = "Organisations"
	register = "Register"
	accepted = "Accepted"
	wordList = "Lists"
)

// lastRow is how far down the drop-downs reach.
const lastRow = 1000

// draft is the workbook while it is made.
type draft struct {
	f       *excelize.File
	columns []column
	lists   []list
	styles  [looks]int
}

// Write writes the workbook to w. The same book and version give the same
// bytes; the only date in it is the book's.
func Write(w io.Writer, book *law.Book, version string) error {
	if book == nil {
		return errors.New("the template needs the law that its drop-downs come from")
	}
	all, err := columns()
	if err != nil {
		return err
	}
	f := excelize.NewFile(excelize.Options{TmpDir: os.DevNull})
	defer f.Close()
	d := &draft{f: f, columns: all, lists: lists(book)}
	if err := d.fill(); err != nil {
		return fmt.Errorf("template: %w", err)
	}
	if err := d.properties(book, version); err != nil {
		return fmt.Errorf("template: %w", err)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		return fmt.Errorf("template: %w", err)
	}
	_, err = w.Write(b.Bytes())
	return err
}

func (d *draft) fill() error {
	if err := d.addStyles(); err != nil {
		return err
	}
	if err := d.f.SetSheetName(d.f.GetSheetName(0), readMe); err != nil {
		return err
	}
	for _, name := range []string{flows, parties, register, accepted, wordList} {
		if _, err := d.f.NewSheet(name); err != nil {
			return err
		}
	}
	steps := []func() error{
		d.readMe, d.wordLists,
		func() error { return d.table(flows, 4, 4) },
		func() error { return d.table(parties, 1, 2) },
		func() error { return d.table(accepted, 1, 1) },
		d.register,
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return d.f.SetSheetVisible(wordList, false)
}

func (d *draft) properties(book *law.Book, version string) error {
	stamp := book.AsAt().First().String() + "T00:00:00Z"
	tool := "dpmap"
	if version != "" {
		tool += " " + version
	}
	if err := d.f.SetAppProps(&excelize.AppProperties{Application: "dpmap"}); err != nil {
		return err
	}
	return d.f.SetDocProps(&excelize.DocProperties{
		Title: "Register of data flows", Description: "To fill in and to read with dpmap. Lists by the law as at " + book.AsAt().Long() + ".",
		Creator: tool, LastModifiedBy: tool, Created: stamp, Modified: stamp, Language: "en-GB",
	})
}
