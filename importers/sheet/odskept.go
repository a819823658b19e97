package sheet

import (
	"iter"
	"slices"
)

const (
	// maxKept and maxKeptText bound the cells that are kept of an .ods, and
	// their texts: some 30 MiB.
	maxKept     = 250_000
	maxKeptText = 16 << 20
	// maxScan bounds what is unpacked to read the sheets that are not kept, each
	// once.
	maxScan = 2 << 30
)

// odsKept are the rows of the first sheets of an .ods, as far as they fit.
type odsKept struct {
	tables [][]Row
	cells  int
	text   int
	full   bool // no more fits: the last table is not whole
}

// table begins the next sheet, and is what takes its rows.
func (k *odsKept) table() func(Row) bool {
	if k.full {
		return nil
	}
	k.tables = append(k.tables, nil)
	last := &k.tables[len(k.tables)-1]
	return func(row Row) bool {
		if k.full {
			return true
		}
		k.cells += len(row.Cells)
		for i := range row.Cells {
			k.text += len(row.Cells[i].Text)
		}
		if k.cells > maxKept || k.text > maxKeptText {
			k.full, *last = true, nil
			return true
		}
		row.Cells = slices.Clone(row.Cells)
		*last = append(*last, row)
		return true
	}
}

// whole is how many sheets are kept.
func (k *odsKept) whole() int {
	if k.full {
		return len(k.tables) - 1
	}
	return len(k.tables)
}

// rows are those of a sheet that is kept, else nil.
func (k *odsKept) rows(index int) iter.Seq2[Row, error] {
	if index >= k.whole() {
		return nil
	}
	rows := k.tables[index]
	return func(yield func(Row, error) bool) {
		for _, row := range rows {
			if !yield(row, nil) {
				return
			}
		}
	}
}
