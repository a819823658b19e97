package pages

import (
	"fmt"
	"strings"

	"dpmap/graph/law"
	"dpmap/graph/rules"
)

// example writes rows at which a rule fires, and rows at which it does not.
func example(b *strings.Builder, e rules.Example, width int) {
	under := ""
	if day, err := law.ParseISO(e.AsAt); err == nil {
		under += ", by the law as at " + day.Long()
	}
	if len(e.Without) > 0 {
		under += ", as if these had fallen: " + strings.Join(e.Without, ", ")
	}
	fmt.Fprintf(b, "\nAn example at which it fires%s\n", under)
	exampleRows(b, e.Fires, width)
	fmt.Fprintf(b, "\nAn example at which it does not fire%s\n", under)
	exampleRows(b, e.Quiet, width)
}

// exampleRows writes each row under its sheet's name, a line a cell, and then
// the headings whose cells are blank: a blank is what many rules fire at.
func exampleRows(b *strings.Builder, rows []rules.ExampleRow, width int) {
	for i, row := range rows {
		if i == 0 || row.Sheet != rows[i-1].Sheet {
			fmt.Fprintf(b, "  sheet %s\n", row.Sheet)
		} else if row.Sheet != "Register" {
			b.WriteString("\n")
		}
		if row.Sheet == "Register" {
			fmt.Fprintf(b, "%s\n", wrap(row.Value("Field")+": "+row.Value("Value"), "    ", width))
			continue
		}
		var blank []string
		for _, c := range row.Cells {
			if c.Value == "" {
				blank = append(blank, c.Heading)
				continue
			}
			fmt.Fprintf(b, "%s\n", wrap(c.Heading+": "+c.Value, "    ", width))
		}
		if blank != nil {
			fmt.Fprintf(b, "%s\n", wrap("(blank: "+strings.Join(blank, ", ")+")", "    ", width))
		}
	}
}
