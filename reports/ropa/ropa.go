// Package ropa writes the record of processing activities that UK GDPR
// Art 30(1) asks of a controller, as the workbook that a data protection
// officer keeps and hands over.
package ropa

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/xuri/excelize/v2"

	"dpmap/reports"
)

// Options of the workbook.
type Options struct {
	Map    []byte // a PNG of the diagram; empty: no sheet for it
	MapAlt string // what the diagram shows, in words, for those who cannot see it
	Keep   *Log   // the action log of the workbook before this one; nil when there is none
}

// Write writes the workbook of r to w. The same report gives the same bytes:
// the only date in it is the report's own. Nothing is written when it fails.
func Write(w io.Writer, r *reports.Report, o Options) error {
	if r == nil || r.Result == nil || r.Result.Map == nil || r.Result.Book == nil {
		return errors.New("the ROPA workbook needs a map and the law it was judged by")
	}
	d := newDraft(r)
	d.log = o.Keep
	// Personal data must not spill into a temporary file: inside a directory
	// that cannot be, excelize keeps its sheets in memory.
	f := excelize.NewFile(excelize.Options{TmpDir: os.DevNull})
	defer f.Close()
	if err := d.fill(f, o); err != nil {
		return fmt.Errorf("ROPA workbook: %w", err)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		return fmt.Errorf("ROPA workbook: %w", err)
	}
	return repack(w, b.Bytes())
}

// fill makes every sheet of the workbook, in the order of its tabs.
func (d *draft) fill(f *excelize.File, o Options) error {
	ids, err := addStyles(f)
	if err != nil {
		return err
	}
	hasMap := len(o.Map) > 0
	sheets := d.sheets(hasMap)
	// All tabs first: the names of print titles count them.
	if err := f.SetSheetName(f.GetSheetName(0), sheets[0].name); err != nil {
		return err
	}
	for _, s := range sheets[1:] {
		if _, err := f.NewSheet(s.name); err != nil {
			return err
		}
	}
	for _, s := range sheets[1:] {
		if s.make == nil {
			continue
		}
		if err := d.write(f, ids, s); err != nil {
			return err
		}
	}
	if len(d.long) > 0 {
		if _, err := f.NewSheet(longSheet); err != nil {
			return err
		}
		if err := d.write(f, ids, tab{name: longSheet, make: d.longTexts}); err != nil {
			return err
		}
	}
	// Last, since it lists all others.
	if err := d.write(f, ids, sheets[0]); err != nil {
		return err
	}
	if hasMap {
		if err := d.picture(f, ids, o); err != nil {
			return fmt.Errorf("sheet %s: %w", mapSheet, err)
		}
	}
	return d.properties(f)
}

// write makes one sheet, whose tab is there.
func (d *draft) write(f *excelize.File, ids []int, s tab) error {
	g := s.make()
	d.warn(g.top)
	g.fit()
	if s.name != longSheet {
		d.shorten(g)
	}
	if err := g.write(f, ids, d.footer()); err != nil {
		return fmt.Errorf("sheet %s: %w", s.name, err)
	}
	return nil
}

// properties describes the workbook. The day of the report stands for the day
// on which it was made: a clock would make every copy differ.
func (d *draft) properties(f *excelize.File) error {
	stamp := ""
	if day := d.book.AsAt(); !day.IsZero() {
		stamp = day.First().String() + "T00:00:00Z"
	}
	tool := "dpmap"
	if d.r.Version != "" {
		tool += " " + tidy(d.r.Version)
	}
	if err := f.SetAppProps(&excelize.AppProperties{Application: "dpmap"}); err != nil {
		return err
	}
	return f.SetDocProps(&excelize.DocProperties{
		Title:          "Record of processing activities: " + tidy(d.controller()),
		Subject:        "UK GDPR Art 30(1)",
		Description:    strings.TrimSpace("As at " + d.asAt() + ". Not legal advice. " + d.supposition()),
		Keywords:       "ROPA, record of processing activities, data protection, transfers",
		Creator:        tool,
		LastModifiedBy: tool,
		Created:        stamp,
		Modified:       stamp,
		Language:       "en-GB",
	})
}
