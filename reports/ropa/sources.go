package ropa

import (
	"strings"

	"dpmap/graph"
	"dpmap/reports"
)

const (
	sourcesSheet  = "Sources"
	columnsSheet  = "Columns"
	problemsSheet = "Problems"
)

// sources is the account of every row of every sheet that was read.
func (d *draft) sources() *grid {
	g := table(sourcesSheet, "tblSources",
		"What this workbook was made from, and where every row of it went: rows = flow rows + organisation rows + blank + rejected + other (titles, headings, notes, continuations).", 1,
		col{"File", 30, ""}, col{"Sheet", 20, ""}, col{"Read as", 26, ""}, col{"Hidden", 9, ""}, col{"Rows", 9, ""}, col{"Flow rows", 9, ""},
		col{"Organi-sation rows", 10, ""}, col{"Blank", 9, ""}, col{"Rejected", 10, ""}, col{"Other", 9, ""}, col{"Flows made", 9, ""},
		col{"SHA-256 of the file", 40, ""})
	for _, in := range d.r.Inputs {
		if len(in.Sheets) == 0 {
			row := make([]cell, len(g.cols))
			row[0], row[1], row[11] = says(in.File), styled("nothing was read", muted), styled(in.SHA256, quiet)
			g.rows = append(g.rows, row)
		}
		for _, s := range in.Sheets {
			hidden := ""
			if s.Hidden {
				hidden = "hidden"
			}
			g.rows = append(g.rows, []cell{
				says(in.File), says(s.Name), says(reports.LayoutWords(s)), says(hidden), counted(s.Rows), counted(s.FlowRows),
				counted(s.PartyRows), counted(s.Blank), counted(s.Rejected), counted(s.Other), counted(s.Flows), styled(in.SHA256, quiet),
			})
		}
	}
	g.none("No input is known")
	return g
}

// columns tells what every column of the inputs was taken for.
func (d *draft) columns() *grid {
	g := table(columnsSheet, "tblColumns",
		"What each column of the register was taken for. A column that is kept as an extra field is on the sheet Extra fields, value by value.", 1,
		col{"File", 30, ""}, col{"Sheet", 20, ""}, col{"Column", 9, ""}, col{"Heading as written", 44, ""}, col{"Taken for", 28, ""}, col{"Because of", 16, ""})
	for _, in := range d.r.Inputs {
		for _, s := range in.Sheets {
			for _, c := range s.Columns {
				taken := says(strings.ReplaceAll(string(c.Field), "-", " "))
				if c.Field == "" {
					taken = styled("kept as an extra field", muted)
				}
				g.rows = append(g.rows, []cell{
					says(in.File), says(s.Name), styled(graph.ColumnName(c.Col), number), says(c.Heading), taken, says(c.How),
				})
			}
		}
	}
	g.none("No column is known")
	return g
}

// problems lists what could not be read as it stands.
func (d *draft) problems() *grid {
	g := table(problemsSheet, "tblProblems",
		"Cells and rows that could not be read as they stand. A rejected row gave nothing; of any other the rest was used.", 1,
		col{"Kind", 18, ""}, col{"Cell", 28, ""}, col{"Heading", 24, ""}, col{"Value as written", 34, ""}, col{"Problem", 56, ""}, col{"What to do", 46, ""})
	for _, p := range d.r.Problems {
		kind := styled("! "+p.Word(), careful)
		if p.Level == graph.Rejected {
			kind = styled("✗ row rejected", broken)
		}
		g.rows = append(g.rows, []cell{kind, says(d.spot(p.At)), says(p.At.Heading), says(p.At.Value), says(reports.AfterPlace(p.Message, p.At)), says(p.Fix)})
	}
	g.none("None: every row was read")
	return g
}
