package main

import (
	"fmt"
	"os"
	"path/filepath"

	"dpmap/importers/sheet"
	"dpmap/reports"
	"dpmap/reports/ropa"
)

// keepUsage is the help of --keep.
const keepUsage = "take over Status, Owner, Due, Notes and columns of your own from the findings of this older ropa.xlsx `file`, and nothing else in it"

// oldBook is an older workbook, whose log goes on in the new one.
type oldBook struct {
	path   string
	log    *ropa.Log // nil when no workbook is named
	names  []string  // of its sheets
	sheets map[string][][]string
}

// readOld reads the workbook named, and its action log. An error is a sentence
// that names the file.
func readOld(path string) (*oldBook, error) {
	old := &oldBook{path: path}
	if path == "" {
		return old, nil
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("--keep %s cannot be read: %s; check the name and the folder", path, cause(err))
	}
	if old.names, old.sheets, err = tables(filepath.Base(path), data); err != nil {
		return nil, fmt.Errorf("--keep: %w", err)
	}
	if old.log, err = ropa.ReadLog(old.sheets[ropa.LogSheets[0]], old.sheets[ropa.LogSheets[1]]); err != nil {
		return nil, fmt.Errorf("--keep %s %w; name a ropa.xlsx that dpmap has made", path, err)
	}
	return old, nil
}

// tables are the sheets of a workbook by name, as a reader sees their cells.
func tables(name string, data []byte) (names []string, sheets map[string][][]string, err error) {
	book, err := sheet.Open(name, data, sheet.Limits{})
	if err != nil {
		return nil, nil, err
	}
	defer book.Close()
	sheets = map[string][][]string{}
	for _, s := range book.Sheets {
		names = append(names, s.Name)
		if sheets[s.Name], err = texts(s); err != nil {
			return nil, nil, err
		}
	}
	return names, sheets, nil
}

// mostUnkept is how many things that were not taken over are named.
const mostUnkept = 6

// tellKept says what the workbook at path took over from the one before it, and
// what of that one it does not hold: an entry that goes nowhere must not do so in
// silence.
func (p *program) tellKept(old *oldBook, path string, r *reports.Report) error {
	if old.log == nil {
		return nil
	}
	var ids []string
	for _, f := range r.Result.Findings {
		ids = append(ids, f.ID)
	}
	kept, closed := old.log.Kept(ids)
	fmt.Fprintf(p.out, "Kept from %s: what was entered at %s", old.path, counted(kept, "finding"))
	if closed > 0 {
		fmt.Fprintf(p.out, "; at %d more, which are found no longer, it stands on the sheet Closed findings", closed)
	}
	fmt.Fprintln(p.out, ".")
	data, err := os.ReadFile(path)
	if err != nil {
		return fault{err}
	}
	_, now, err := tables(filepath.Base(path), data)
	if err != nil {
		return fault{err}
	}
	lost := ropa.Unkept(old.names, old.sheets, now)
	if len(lost) == 0 {
		return nil
	}
	fmt.Fprintln(p.out, "Not kept, since only the sheet Findings is taken over; write it into your register, and every output has it:")
	for i, what := range lost {
		if rest := len(lost) - i; i == mostUnkept-1 && rest > 1 {
			fmt.Fprintf(p.out, "  and %d more cells or sheets\n", rest)
			break
		}
		fmt.Fprintf(p.out, "  %s\n", what)
	}
	return nil
}

// texts are the cells of a sheet as a reader sees them, row by row.
func texts(s *sheet.Sheet) ([][]string, error) {
	var rows [][]string
	for row, err := range s.Rows() {
		if err != nil {
			return nil, err
		}
		var cells []string
		for _, c := range row.Cells {
			for len(cells) < c.Col-1 {
				cells = append(cells, "")
			}
			cells = append(cells, c.Text)
		}
		rows = append(rows, cells)
	}
	return rows, nil
}
