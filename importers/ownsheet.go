package importers

import (
	"fmt"
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/importers/sheet"
)

// ownMark begins the first cell of the sheets that dpmap puts into workbooks:
// the list of an annotated copy, the lists and the instructions of a template.
// They hold no data of the register.
const ownMark = "dpmap:"

// isOwn tells by the first cell of a sheet that dpmap made it. Damage shows when
// its rows are read.
func (s *source) isOwn() bool {
	for row, err := range s.sheet.Rows() {
		return err == nil && row.Number == 1 && len(row.Cells) > 0 && row.Cells[0].Col == 1 && strings.HasPrefix(row.Cells[0].Text, ownMark)
	}
	return false
}

// ownHeading heads the column that dpmap adds to an annotated CSV. Behind it may
// stand what was found in the row of headings.
const ownHeading = "dpmap findings"

// withoutOwn takes out of a row the cell of dpmap's own column, which is known
// from its heading on.
func (s *source) withoutOwn(cells []sheet.Cell) []sheet.Cell {
	for i, c := range cells {
		if text, _, _ := strings.Cut(c.Text, " |"); text == ownHeading {
			s.own = c.Col
		}
		if c.Col == s.own {
			return slices.Delete(slices.Clone(cells), i, i+1)
		}
	}
	return cells
}

// onlyHeadings is the error for a register that nobody has filled in yet, as a
// template is; nil when that is not what is wrong.
func (r *reader) onlyHeadings() error {
	for _, s := range r.sources {
		if s.layout == nil || s.rank() != 3 || s.head == 0 {
			continue
		}
		return &FileError{
			At:      graph.Ref{File: s.file, Sheet: s.sheet.Name},
			Message: fmt.Sprintf("no flow was found: beneath the headings in row %d no row is filled in (an example row does not count)", s.head),
			Fix:     "fill in a row for each organisation that gets personal data",
		}
	}
	return nil
}
