package main

import (
	"bytes"
	"encoding/csv"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/xuri/excelize/v2"
)

// TestICOTemplate holds the ROPA workbook to the register it was written from:
// the ICO's template with fifteen activities. Every fact of every activity
// stands in the column of the same heading of the activity's row.
func TestICOTemplate(t *testing.T) {
	archive, err := txtar.ParseFile("../../importers/testdata/registers/ico-controller.txtar")
	if err != nil {
		t.Fatal(err)
	}
	var template, merges string
	for _, f := range archive.Files {
		switch f.Name {
		case "Template":
			template = string(f.Data)
		case "merges":
			merges = string(f.Data)
		}
	}
	rows, err := csv.NewReader(strings.NewReader(template)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	in := filepath.Join(t.TempDir(), "ico.xlsx")
	saveTemplate(t, in, rows, merges)
	out := filepath.Join(t.TempDir(), "ropa.xlsx")
	var said, wrong bytes.Buffer
	if code := run([]string{"ropa", in, "-o", out}, &said, &wrong, theDay); code != exitDone {
		t.Fatalf("exit %d: %s", code, wrong.String())
	}
	record := readRecord(t, out)
	const heading = 8 // the template's row of headings, from 0
	compared := 0
	for _, row := range rows[heading+1:] {
		purpose := row[1]
		got, ok := record[purpose]
		if !ok {
			t.Errorf("the record has no activity %q", purpose)
			continue
		}
		for i, text := range row {
			cell, has := got[rows[heading][i]]
			if rows[heading][i] == "Link to contract with processor" {
				cell += got["Agreement that is not with a processor"]
			}
			if text == "None" && cell == "the controller's own use" {
				continue
			}
			if !has || text == "" {
				continue
			}
			for _, fact := range strings.FieldsFunc(text, func(r rune) bool { return r == ';' || r == '\n' }) {
				compared++
				if want := recorded(strings.TrimSpace(fact)); !strings.Contains(strings.ToLower(cell), strings.ToLower(want)) {
					t.Errorf("%s: %s: %q is not in %q", purpose, rows[heading][i], want, cell)
				}
			}
		}
	}
	if len(record) != 15 || compared < 120 {
		t.Errorf("%d activities and %d facts compared; want 15 and at least 120", len(record), compared)
	}
}

// recorded is how the record writes a fact of the template: provisions by
// number, and what is none in its own words.
func recorded(fact string) string {
	if as, ok := map[string]string{
		"Public task": "6(1)(e)", "Legal obligation": "6(1)(c)", "legal obligation": "6(1)(c)", "Contract": "6(1)(b)", "Consent": "6(1)(a)",
		"Legitimate interests": "6(1)(f)", "Explicit consent": "9(2)(a)", "Substantial public interest": "9(2)(g)",
		"Employment, social security and social protection": "9(2)(b)", "Sch 1 para 18": "18", "Safeguarding of children": "18", "Sch 1 para 1": "1",
		"Hilltop Trust, 1 Hill Lane, Hilltop": "Hilltop Trust", "Adequacy": "adequa", "Yes": "in place", "N/A": "", "UK South": "United Kingdom", "US East (Ohio)": "United States",
	}[fact]; ok {
		return as
	}
	return fact
}

func saveTemplate(t *testing.T, path string, rows [][]string, merges string) {
	t.Helper()
	w := excelize.NewFile()
	defer w.Close()
	if err := w.SetSheetName("Sheet1", "Template"); err != nil {
		t.Fatal(err)
	}
	for y, row := range rows {
		for x, text := range row {
			if text == "" {
				continue
			}
			cell, err := excelize.CoordinatesToCellName(x+1, y+1)
			if err == nil {
				err = w.SetCellStr("Template", cell, text)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	for line := range strings.Lines(merges) {
		from, to, _ := strings.Cut(strings.TrimPrefix(strings.TrimSpace(line), "Template!"), ":")
		if err := w.MergeCell("Template", from, to); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.SaveAs(path); err != nil {
		t.Fatal(err)
	}
}

// readRecord reads the workbook's record: by purpose, the cells by heading.
func readRecord(t *testing.T, path string) map[string]map[string]string {
	t.Helper()
	w, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	rows, err := w.GetRows("Record")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]map[string]string{}
	var headings []string
	for _, row := range rows {
		switch {
		case len(row) > 1 && row[0] == "No.":
			headings = row
		case headings != nil && len(row) > 1 && row[1] != "":
			cells := map[string]string{}
			for i, text := range row {
				cells[headings[i]] = text
			}
			out[row[1]] = cells
		}
	}
	return out
}
