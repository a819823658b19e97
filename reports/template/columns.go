package template

import (
	"bytes"
	_ "embed"
	"encoding/csv"
	"fmt"
	"slices"
	"strconv"
)

// columnsCSV says what each sheet holds: its headings, what goes beneath them,
// and one example.
//
//go:embed columns.csv
var columnsCSV []byte

// column is one heading of a sheet; on the sheet Register it is one row.
type column struct {
	sheet, heading string
	need           string // "needed", "useful", "rarely", or when it is needed
	width          float64
	isDate         bool
	list           string // of a drop-down, "" for none
	example        string
	note           string
}

// columns reads the table.
func columns() ([]column, error) {
	rows, err := csv.NewReader(bytes.NewReader(columnsCSV)).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("columns.csv: %w", err)
	}
	var out []column
	for i, row := range rows[1:] {
		width, err := strconv.ParseFloat(row[3], 64)
		if err != nil {
			return nil, fmt.Errorf("columns.csv: row %d: %w", i+2, err)
		}
		out = append(out, column{row[0], row[1], row[2], width, row[4] == "date", row[5], row[6], row[7]})
	}
	return out, nil
}

// of are the columns of one sheet.
func of(all []column, sheet string) []column {
	return slices.DeleteFunc(slices.Clone(all), func(c column) bool { return c.sheet != sheet })
}

// needs says in words when a cell is to be filled in.
func (c column) needs() string {
	switch c.need {
	case "needed":
		return "Needed."
	case "useful":
		return "Useful."
	case "rarely":
		return "Only if it matters."
	case "if special":
		return "For special category or criminal offence data."
	case "if consent":
		return "Where you rely on consent."
	case "if abroad":
		return "Where data goes abroad."
	}
	return "For organisations in the United States."
}
