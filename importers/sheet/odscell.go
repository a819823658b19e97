package sheet

import (
	"strconv"
	"strings"
)

// maxRepeat bounds what a row or cell of an .ods may say of how often it is
// repeated: LibreOffice fills its largest sheets with one blank row.
const maxRepeat = 1 << 24

// maxSeen bounds how often a row that has something to see may be repeated. A
// column that was filled in ahead repeats its rows by the hundred; a few bytes
// that stand for a hundred thousand flows are a bomb.
const maxSeen = 5_000

// repeat is how often the row or cell at hand is there.
func (r *odsReader) repeat(local string) (int, error) {
	v := r.main(local)
	if v == "" {
		return 1, nil
	}
	n, ok := wholeNumber([]byte(v), maxRepeat)
	if !ok || n == 0 {
		return 0, damaged("a row or cell is repeated " + quoteShort([]byte(v)) + " times")
	}
	return n, nil
}

// tableRow reads the row whose start was just returned, and yields it as
// often as it is repeated if it has something to see.
func (r *odsReader) tableRow(yield func(Row) bool) (stopped bool, err error) {
	first := r.row + 1
	r.row, r.col, r.cells = first, 0, r.cells[:0]
	n, err := r.repeat("number-rows-repeated")
	if err != nil {
		return false, err
	}
	visibility := r.main("visibility")
	merged := len(r.merges)
	if err := r.tableCells(); err != nil {
		return false, err
	}
	if len(r.cells) > 0 && first+n-1 > r.limits.Rows {
		r.row, r.col = max(first, r.limits.Rows+1), r.cells[0].Col
		return false, tooFar("row", thousands(r.limits.Rows))
	}
	if len(r.cells) > 0 && n > maxSeen {
		r.col = r.cells[0].Col
		return false, &fault{"stands in a row that is repeated " + thousands(n) + " times", "delete what was filled in below the register"}
	}
	if err := r.repeatMerges(merged, n); err != nil {
		return false, err
	}
	r.row = first + n - 1
	if yield == nil || len(r.cells) == 0 {
		return false, nil
	}
	for i := range n {
		if !yield(Row{Number: first + i, Hidden: visibility == "collapse" || visibility == "filter", Cells: r.cells}) {
			return true, nil
		}
	}
	return false, nil
}

// repeatMerges repeats what the row at hand merged.
func (r *odsReader) repeatMerges(from, n int) error {
	own := r.merges[from:]
	if len(own) > 0 && n*len(own) > maxMerges-from {
		return damaged("it merges more than " + thousands(maxMerges) + " ranges")
	}
	if len(own) == 0 {
		return nil
	}
	for i := 1; i < n; i++ {
		for _, m := range own {
			m.Row, m.LastRow = m.Row+i, m.LastRow+i
			r.merges = append(r.merges, m)
		}
	}
	return nil
}

// tableCells reads the cells of the row at hand.
func (r *odsReader) tableCells() error {
	for {
		t, err := r.s.next()
		switch {
		case err != nil:
			return err
		case t == endToken:
			r.col = 0
			return nil
		case t == textToken:
			if !blankBytes(r.s.text) {
				return damaged("a text stands between its cells")
			}
		case r.s.is("table-cell"), r.s.is("covered-table-cell"):
			err = r.tableCell()
		default:
			err = damaged("something other than a cell stands among its cells")
		}
		if err != nil {
			return err
		}
	}
}

// tableCell reads the cell whose start was just returned.
func (r *odsReader) tableCell() error {
	r.col++
	n, err := r.repeat("number-columns-repeated")
	if err != nil {
		return err
	}
	if err := r.span(); err != nil {
		return err
	}
	kind, formula := r.main("value-type"), r.main("formula") != ""
	value := r.main(map[string]string{"date": "date-value", "boolean": "boolean-value", "string": "string-value"}[kind])
	if value == "" {
		value = r.main("value")
	}
	if r.isError() {
		kind = "error"
	}
	r.text = r.text[:0]
	if err := r.paragraphs(); err != nil {
		return err
	}
	cell, err := odsValue(kind, value, string(r.text), formula)
	if err != nil {
		return err
	}
	if cell.Type == 0 {
		r.col += n - 1
		return nil
	}
	if r.col+n-1 > r.limits.Columns {
		r.col = max(r.col, r.limits.Columns+1)
		return tooFar("column", columnAndNumber(r.limits.Columns))
	}
	for i := range n {
		cell.Col = r.col + i
		r.cells = append(r.cells, cell)
	}
	r.col += n - 1
	return nil
}

// isError: LibreOffice says in a namespace of its own that a text is an error.
func (r *odsReader) isError() bool {
	for _, a := range r.s.attrs {
		if string(a.local) == "value-type" && string(a.value) == "error" {
			return true
		}
	}
	return false
}

// span takes up the range that the cell at hand is merged over.
func (r *odsReader) span() error {
	across, err := r.repeat("number-columns-spanned")
	if err != nil {
		return err
	}
	down, err := r.repeat("number-rows-spanned")
	if err != nil {
		return err
	}
	if across > 1 || down > 1 {
		if len(r.merges) == maxMerges {
			return damaged("it merges more than " + thousands(maxMerges) + " ranges")
		}
		r.merges = append(r.merges, Range{Row: r.row, Col: r.col, LastRow: r.row + down - 1, LastCol: r.col + across - 1})
	}
	return nil
}

// odsValue is what a cell shows; text is its paragraphs.
func odsValue(kind, value, text string, formula bool) (Cell, error) {
	switch kind {
	case "float", "currency", "percentage":
		num, err := strconv.ParseFloat(value, 64)
		if err != nil || !decimal([]byte(value)) {
			return Cell{}, damaged("a number cell holds " + quoteShort([]byte(value)))
		}
		return odsNumber(kind, []byte(value), num, strings.TrimSpace(text))
	case "date":
		return isoCell(value)
	case "boolean":
		return boolCell([]byte(value))
	case "error":
		return Cell{Type: ErrorCell, Text: clean(strings.TrimSpace(text))}, nil
	case "", "string", "time":
		if kind == "" && formula {
			return Cell{Type: UncachedCell}, nil
		}
		if text == "" {
			text = value
		}
		return textCell(text), nil
	}
	return Cell{}, damaged("a cell is of the kind " + quoteShort([]byte(kind)) + ", which .ods does not have")
}

// odsNumber is a number as its format shows it. The format stands in styles that
// are not read; the paragraph, which is what it gave, tells a truth that was
// worked out, the places of a percentage and zeros in front. In any other way
// it is written for people, and rounds.
func odsNumber(kind string, value []byte, num float64, shown string) (Cell, error) {
	if num == 1 && shown == "TRUE" || num == 0 && shown == "FALSE" {
		return boolCell([]byte(strings.ToLower(shown)))
	}
	cell := Cell{Type: NumberCell, Num: num, Text: numberText(value, num)}
	if kind == "percentage" {
		percent := num * 100
		cell.Text = numberText(strconv.AppendFloat(nil, percent, 'f', -1, 64), percent) + "%"
		_, places, _ := strings.Cut(strings.TrimSuffix(shown, "%"), ".")
		if strconv.FormatFloat(percent, 'f', len(places), 64)+"%" == shown {
			cell.Text = shown
		}
	} else if isDigits([]byte(shown)) && strings.TrimLeft(shown, "0") == cell.Text {
		cell.Text = shown
	}
	return cell, nil
}
