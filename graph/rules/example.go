package rules

import (
	"embed"
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
)

// Each rule's own register: examples/CODE.csv, with further sheets beside it.
// The tests of the rules run on all of it; a reader is shown some of its rows.
//
//go:embed examples/*.csv
var exampleFiles embed.FS

const exampleFolder = "examples/"

// Example shows a rule at work: rows at which it fires, and rows much like them
// at which it does not.
type Example struct {
	AsAt    string // the day of the law, as ISO; "" where it does not matter
	Without []string
	Fires   []ExampleRow
	Quiet   []ExampleRow
}

// ExampleRow is a row of a sheet of the native workbook.
type ExampleRow struct {
	Sheet string
	Cells []ExampleCell // in column order, blanks too
}

// ExampleCell is a cell under its heading.
type ExampleCell struct{ Heading, Value string }

// Value is the cell under a heading, "" where the row has none.
func (r ExampleRow) Value(heading string) string {
	for _, c := range r.Cells {
		if c.Heading == heading {
			return c.Value
		}
	}
	return ""
}

// exampleLine is a row with what its file says of it: what is wanted there, and
// for which of the two examples it is shown.
type exampleLine struct {
	ExampleRow
	want, shown string
}

// ExampleOf returns the example of the rule with the code. Rows that say
// "fires" or "quiet" under "shown" make it; with no such row, the first at which
// a finding is due and the first at which none is.
func ExampleOf(code string) (Example, error) {
	var e Example
	flows, err := e.read(code, "Flows", "")
	if err != nil {
		return e, err
	}
	parties, _ := e.read(code, "Organisations", ".organisations")
	register, _ := e.read(code, "Register", ".register")
	e.Fires = chosen(flows, parties, register, "fires", func(want string) bool { return want != "" })
	e.Quiet = chosen(flows, parties, register, "quiet", func(want string) bool { return want == "" })
	return e, nil
}

// chosen are the rows of one of the two examples: flows and parties that are
// shown for it, the other parties that those flows name, and the register.
func chosen(flows, parties, register []exampleLine, shown string, fits func(want string) bool) []ExampleRow {
	marked := func(l exampleLine) bool { return slices.Contains(strings.Fields(l.shown), shown) }
	if !slices.ContainsFunc(slices.Concat(flows, parties), marked) {
		first := slices.IndexFunc(flows, func(l exampleLine) bool { return fits(l.want) })
		marked = func(l exampleLine) bool { return first >= 0 && slices.Equal(l.Cells, flows[first].Cells) }
	}
	var rows []ExampleRow
	named := map[string]bool{}
	for _, l := range flows {
		if marked(l) {
			rows = append(rows, l.ExampleRow)
			named[l.Value("From")], named[l.Value("To")] = true, true
		}
	}
	for _, l := range parties {
		if marked(l) || named[l.Value("Name")] {
			rows = append(rows, l.ExampleRow)
		}
	}
	for _, l := range register {
		if l.shown == "" || marked(l) {
			rows = append(rows, l.ExampleRow)
		}
	}
	return rows
}

// read reads one sheet of a rule's register and takes out of it what is said to
// the test and to the example.
func (e *Example) read(code, sheet, suffix string) ([]exampleLine, error) {
	f, err := exampleFiles.Open(exampleFolder + code + suffix + ".csv")
	if err != nil {
		return nil, fmt.Errorf("there is no example of %s: %w", code, err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.FieldsPerRecord = -1
	records, err := r.ReadAll()
	if err != nil || len(records) == 0 {
		return nil, fmt.Errorf("the example of %s is damaged: %w", code, err)
	}
	var lines []exampleLine
	for _, cells := range records[1:] {
		l := exampleLine{ExampleRow: ExampleRow{Sheet: sheet}}
		for n, value := range cells[:min(len(cells), len(records[0]))] {
			heading, _, _ := strings.Cut(records[0][n], ": ")
			switch heading {
			case "want":
				l.want += value
			case "shown":
				l.shown = value
			case "as at":
				e.AsAt += value
			case "without":
				e.Without = append(e.Without, strings.Fields(value)...)
			default:
				l.Cells = append(l.Cells, ExampleCell{records[0][n], value})
			}
		}
		lines = append(lines, l)
	}
	return lines, nil
}
