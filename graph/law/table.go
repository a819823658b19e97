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
	table string // the file, as faults name it
	line  int
	index map[string]int
	cells []string
	errs  *[]error

	laid  bool // from a user's overlay, which may leave columns out
	under *row // the row that this one is laid over, nil for a new one
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

// bad is a fault of one cell: where it is, what is wrong, and what to do.
func (r row) bad(heading, problem, remedy string) {
	*r.errs = append(*r.errs, fmt.Errorf("%s row %d, column %s: %s; %s", r.table, r.line, heading, problem, remedy))
}

// text is the cell under heading. A heading that the table lacks is a fault; an
// overlay that lacks it leaves what it is laid over as it was.
func (r row) text(heading string) string {
	i, ok := r.index[heading]
	switch {
	case ok && i < len(r.cells):
		return r.cells[i]
	case ok || r.laid && r.under == nil:
		return ""
	case r.laid:
		return r.under.text(heading)
	}
	r.fault("no column %q", heading)
	return ""
}

// must is the cell under heading, which may not be blank.
func (r row) must(heading string) string {
	s := r.text(heading)
	switch _, has := r.index[heading]; {
	case s != "":
	case !has:
		r.bad(heading, "the column is missing", "add it: a new row needs it")
	case r.under != nil:
		r.bad(heading, "the cell is blank", "fill it in, or take the column out to keep what the built-in row says")
	default:
		r.bad(heading, "the cell is blank", "fill it in")
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
		r.bad(heading, fmt.Sprintf("%q is not yes or no", s), "write yes or no")
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
		r.bad(heading, fmt.Sprintf("%q is not a day", s), "write it as YYYY-MM-DD, such as 2026-12-31")
	}
	return d
}

func (r row) citation() Citation {
	return Citation{Cite: r.must("cite"), URL: r.text("url")}
}
