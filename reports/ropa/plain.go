package ropa

// plainTop is how many rows stand above the headings of every sheet but
// Summary and Record: the title with what the sheet holds, and a thin blank
// one.
const plainTop = 2

// table is an empty sheet of that shape. What it holds is written beside the
// columns that every printed page repeats, so that none of it is cut off there.
func table(name, tableName, holds string, freeze int, cols ...col) *grid {
	g := &grid{name: name, table: tableName, freeze: freeze, cols: cols}
	g.top = [][]cell{g.titled(name, holds), {}}
	return g
}

// titled is a row of a title and a note.
func (g *grid) titled(words, holds string) []cell {
	row := make([]cell, max(1, g.freeze)+1)
	for i := range row {
		row[i].style = note
	}
	row[0] = styled(words, title)
	row[len(row)-1].text = holds
	return row
}

// firstRow is the first row of data of a sheet of that shape.
func firstRow(bands bool) int {
	if bands {
		return plainTop + 3
	}
	return plainTop + 2
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
