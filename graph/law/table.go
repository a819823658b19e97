package law

import (
	"embed"
	"encoding/csv"
	"fmt"
	"strings"
)

//go:embed data/*.csv
var dataFiles embed.FS

// row is one line of a table; its cells are asked for by heading.
type row struct {
	table string
	line  int
	index map[string]int
	cells []string
	errs  *[]error
}

// readTable reads data/NAME.csv. Faults of any row join errs, so that all of
// them are told at once.
func readTable(name string, errs *[]error) []row {
	path := "data/" + name + ".csv"
	f, err := dataFiles.Open(path)
	if err != nil {
		*errs = append(*errs, err)
		return nil
	}
	defer f.Close()
	records, err := csv.NewReader(f).ReadAll()
	if err != nil || len(records) == 0 {
		*errs = append(*errs, fmt.Errorf("%s: %d rows: %w", path, len(records), err))
		return nil
	}
	index := make(map[string]int, len(records[0]))
	for i, heading := range records[0] {
		index[heading] = i
	}
	rows := make([]row, 0, len(records)-1)
	for i, cells := range records[1:] {
		rows = append(rows, row{table: path, line: i + 2, index: index, cells: cells, errs: errs})
	}
	return rows
}

func (r row) fault(format string, args ...any) {
	*r.errs = append(*r.errs, fmt.Errorf("%s row %d: %s", r.table, r.line, fmt.Sprintf(format, args...)))
}

// text is the cell under heading; a heading that the table lacks is a fault.
func (r row) text(heading string) string {
	i, ok := r.index[heading]
	if !ok {
		r.fault("no column %q", heading)
		return ""
	}
	return r.cells[i]
}

// must is the cell under heading, which may not be blank.
func (r row) must(heading string) string {
	s := r.text(heading)
	if s == "" {
		r.fault("%s is blank", heading)
	}
	return s
}

// list is the cell under heading, split at semicolons.
func (r row) list(heading string) []string {
	var out []string
	for part := range strings.SplitSeq(r.text(heading), ";") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

// yes is whether the cell under heading says yes; it must say yes or no.
func (r row) yes(heading string) bool {
	s := r.text(heading)
	if s != "yes" && s != "no" {
		r.fault("%s is %q, not yes or no", heading, s)
	}
	return s == "yes"
}

// date is the whole day under heading, the zero Date for a blank cell.
func (r row) date(heading string) Date {
	s := r.text(heading)
	if s == "" {
		return Date{}
	}
	d, err := ParseISO(s)
	if err != nil || d.Day == 0 {
		r.fault("%s is %q, not a day", heading, s)
	}
	return d
}

func (r row) citation() Citation {
	return Citation{Cite: r.must("cite"), URL: r.text("url")}
}
