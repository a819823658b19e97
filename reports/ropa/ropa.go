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

	"github.com/xuri/excelize/v2"

	"dpmap/reports"
)

// Options of the workbook.
type Options struct {
	Map    []byte // a PNG of the diagram; empty: no sheet for it
	MapAlt string // what the diagram shows, in words, for those who cannot see it
}

// Write writes the workbook of r to w. The same report gives the same bytes:
// the only date in it is the report's own. Nothing is written when it fails.
func Write(w io.Writer, r *reports.Report, o Options) error {
	if r == nil || r.Result == nil || r.Result.Map == nil || r.Result.Book == nil {
		return errors.New("the ROPA workbook needs a map and the law it was judged by")
	}
	d := newDraft(r)
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
	grids := []*grid{
		d.summary(len(o.Map) > 0), d.record(), d.recipients(), d.transfers(), d.findings(),
		d.sources(), d.columns(), d.problems(), d.extras(),
	}
	var tabs []string
	for i, g := range grids {
		tabs = append(tabs, g.name)
		if i == 0 && len(o.Map) > 0 {
			tabs = append(tabs, mapSheet)
		}
	}
	// All tabs first: the names of print titles count them.
	if err := f.SetSheetName(f.GetSheetName(0), tabs[0]); err != nil {
		return err
	}
	for _, tab := range tabs[1:] {
		if _, err := f.NewSheet(tab); err != nil {
			return err
		}
	}
	for _, g := range grids {
		if err := g.write(f, ids, d.footer()); err != nil {
			return fmt.Errorf("sheet %s: %w", g.name, err)
		}
	}
	if len(o.Map) > 0 {
		if err := d.picture(f, ids, o); err != nil {
			return fmt.Errorf("sheet %s: %w", mapSheet, err)
		}
	}
	return d.properties(f)
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
		Description:    "As at " + d.asAt() + ". Not legal advice.",
		Keywords:       "ROPA, record of processing activities, data protection, transfers",
		Creator:        tool,
		LastModifiedBy: tool,
		Created:        stamp,
		Modified:       stamp,
		Language:       "en-GB",
	})
}
