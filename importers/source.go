package importers

import (
	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/importers/column"
	"dpmap/importers/sheet"
	"dpmap/importers/words"
)

// headingRows is how far down a sheet headings are looked for.
const headingRows = 40

// source is one sheet and the layout it was recognised as.
type source struct {
	file      string
	fileIndex int
	order     int  // among all sheets of all files
	passed    bool // left aside because the user named another sheet
	sheet     *sheet.Sheet
	alone     bool           // the workbook has no other sheet
	layout    *column.Layout // nil when none was recognised
	head      int            // the heading row; 0 when there is none
	form      *form          // where headings stand in a column and not in a row
	cols      []graph.Column
	count     graph.SheetCount
	hides     []sheet.Range // hidden columns
	own       int           // the column that dpmap added to an annotated copy; 0 for none
	crosses   bool          // in marked columns an x stands for no
	owner     *register     // of the file
	book      *law.Book
	span      columnSpan   // the columns that are its own, where tables stand side by side
	refused   *refusal     // what is known of a sheet that no layout fits
	beside    []columnSpan // what looks like a further table and is none that is known
	assets    *assetList   // of a register of assets
	pairs     bool         // of a list of recipients: the next column says what for
	below     []further    // the tables beneath the first whose headings are known already
	from      int          // the first row that is its own, where it stands beneath a form; 0 for all
	until     int          // the row at which a table beneath begins; 0 for none
}

// line is one row with something in it.
type line struct {
	number int
	hidden bool
	cells  []value
	looked *column.Looked // what the texts of a sheet's first rows are looked up by; nil beneath
}

// value is one cell of a line.
type value struct {
	col    int
	typ    sheet.CellType
	text   string // cleaned
	raw    string // as written
	date   law.Date
	merged bool // taken from the top of a merged cell
	home   int  // the column that it stands in, where a form lends it to that of the answers
}

func (l *line) texts() []column.CellText {
	out := make([]column.CellText, 0, len(l.cells))
	for _, c := range l.cells {
		if c.text != "" {
			out = append(out, l.looked.Text(c.col, c.text))
		}
	}
	return out
}

// isBlank reports whether nothing but merged values stand in the line.
func (l *line) isBlank() bool {
	for _, c := range l.cells {
		if c.text != "" && !c.merged {
			return false
		}
	}
	return true
}

// ownCells counts the cells that the row itself fills.
func (l *line) ownCells() (n int, only value) {
	for _, c := range l.cells {
		if c.text != "" && !c.merged {
			n++
			only = c
		}
	}
	return n, only
}

// ref is the place of a cell; of the whole row when c has no column.
func (s *source) ref(row int, c value, heading string) graph.Ref {
	if s.form != nil {
		if c.home > 0 {
			row = c.home
		}
		return graph.Ref{File: s.file, Sheet: s.sheet.Name, Row: c.col, Col: row, Heading: heading, Value: c.raw}
	}
	return graph.Ref{File: s.file, Sheet: s.sheet.Name, Row: row, Col: c.col, Heading: heading, Value: c.raw}
}

// lines yields the sheet's rows in order. Values of cells that are merged
// downwards stand in every row of the merge.
func (s *source) lines(yield func(line, error) bool) {
	merges := newMerges(s.sheet.Merges)
	for row, err := range s.sheet.Rows() {
		if err != nil {
			yield(line{}, err)
			return
		}
		if row.Number < s.from {
			continue
		}
		if s.until > 0 && row.Number >= s.until {
			return
		}
		s.hides = row.HiddenColumns
		l := line{number: row.Number, hidden: row.Hidden, cells: make([]value, 0, len(row.Cells))}
		for _, c := range s.withoutOwn(row.Cells) {
			if s.span.last > 0 && !s.span.holds(c.Col) {
				continue
			}
			l.cells = append(l.cells, value{col: c.Col, typ: c.Type, text: words.Clean(c.Text), raw: c.Text, date: c.Date})
		}
		l.cells = merges.fill(l.number, l.cells)
		if !yield(l, nil) {
			return
		}
	}
}

// depth is how far down its own rows a row of the sheet is.
func (s *source) depth(row int) int { return row - max(0, s.from-1) }
