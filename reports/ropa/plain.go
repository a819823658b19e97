package ropa

// plainTop is how many rows stand above the table of every sheet but Summary
// and Record: its title, what it holds, and a thin blank one.
const plainTop = 3

// topOf is those rows.
func topOf(name, holds string) [][]cell {
	return [][]cell{{styled(name, title)}, {styled(holds, note)}, {}}
}

// table is an empty sheet of that shape.
func table(name, tableName, heading, holds string, cols ...col) *grid {
	return &grid{name: name, top: topOf(heading, holds), table: tableName, cols: cols}
}

// none is a row that says that there is nothing to list, so that an empty
// table is not taken for an unfinished one.
func (g *grid) none(words string) {
	if len(g.rows) > 0 {
		return
	}
	row := make([]cell, len(g.cols))
	row[0] = styled(words, muted)
	g.rows = append(g.rows, row)
}
