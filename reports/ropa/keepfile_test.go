package ropa

import (
	"os"
	"path/filepath"
	"testing"

	"dpmap/graph"
	"dpmap/importers/sheet"
)

// TestKeepFromLibreOffice takes the entries from a workbook that somebody filled
// in, sorted the other way about, widened and gave a column and a row of their
// own, and that LibreOffice then saved. (Made from the sample, with soffice
// --convert-to xlsx.)
func TestKeepFromLibreOffice(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("testdata", "kept-by-libreoffice.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	book, err := sheet.Open("kept.xlsx", data, sheet.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	var rows [][]string
	for _, s := range book.Sheets {
		if s.Name != findingsSheet {
			continue
		}
		for r, err := range s.Rows() {
			if err != nil {
				t.Fatal(err)
			}
			var cells []string
			for _, c := range r.Cells {
				for len(cells) < c.Col-1 {
					cells = append(cells, "")
				}
				cells = append(cells, c.Text)
			}
			rows = append(rows, cells)
		}
	}
	log, err := ReadLog(rows, nil)
	if err != nil {
		t.Fatal(err)
	}
	all := sampleFindings()
	_, f := written(t, reported(t, graph.Register{}, sampleParties(), sampleFlows(), sampleTransfers(), append(all[:2:2], all[3:]...)), Options{Keep: log})
	got := row(t, f, findingsSheet, idHeading, all[0].ID)
	for heading, want := range map[string]string{"No.": "1", statusHeading: "In progress", ownerHeading: "=Bursar", dueHeading: "1 Mar 2027", notesHeading: "Asked them\nagain", "Ticket": "T-17"} {
		if got[heading] != want {
			t.Errorf("%s is %q, want %q", heading, got[heading], want)
		}
	}
	gone := row(t, f, closedSheet, idHeading, all[2].ID)
	for heading, want := range map[string]string{statusHeading: doneWord, notesHeading: "written down", "Ticket": "T-18", "What was found": "no purpose is recorded", closedHeading: "22 Nov 2026"} {
		if gone[heading] != want {
			t.Errorf("closed: %s is %q, want %q", heading, gone[heading], want)
		}
	}
	if got := row(t, f, findingsSheet, "Finding", "Ask the governors"); got[ownerHeading] != "Head" {
		t.Errorf("a row of somebody's own: %v", got)
	}
	if _, rows := tabled(t, f, findingsSheet); len(rows) != 5 {
		t.Errorf("%d rows for four findings and a row of somebody's own", len(rows))
	}
}
