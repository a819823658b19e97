package main

import (
	"fmt"
	"os"
	"path/filepath"

	"dpmap/importers/sheet"
	"dpmap/reports/ropa"
)

// keepUsage is the help of --keep.
const keepUsage = "take over Status, Owner, Due and Notes from the findings of this older ropa.xlsx `file`"

// readLog reads the action log of an older workbook, nil when none is named. An
// error is a sentence that names the file.
func readLog(path string) (*ropa.Log, error) {
	if path == "" {
		return nil, nil
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("--keep %s cannot be read: %s; check the name and the folder", path, cause(err))
	}
	book, err := sheet.Open(filepath.Base(path), data, sheet.Limits{})
	if err != nil {
		return nil, fmt.Errorf("--keep: %w", err)
	}
	defer book.Close()
	var tables [2][][]string
	for _, s := range book.Sheets {
		for i, name := range ropa.LogSheets {
			if s.Name != name {
				continue
			}
			if tables[i], err = texts(s); err != nil {
				return nil, fmt.Errorf("--keep: %w", err)
			}
		}
	}
	log, err := ropa.ReadLog(tables[0], tables[1])
	if err != nil {
		return nil, fmt.Errorf("--keep %s %w; name a ropa.xlsx that dpmap has made", path, err)
	}
	return log, nil
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
