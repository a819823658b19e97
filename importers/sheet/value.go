package sheet

import (
	"math"
	"strconv"

	"dpmap/graph"
)

// value is what a cell shows. Its Type is 0 where there is nothing to see.
func (r *rowReader) value(raw rawCell, style int) (Cell, error) {
	if raw.inline {
		return textCell(unescape(string(r.text))), nil
	}
	empty := len(r.text) == 0
	switch {
	case raw.formula && (!raw.valued || empty && raw.kind != "str"):
		return Cell{Type: UncachedCell}, nil
	case !raw.valued, empty && raw.kind == "n":
		return Cell{}, nil
	}
	switch raw.kind {
	case "s":
		return r.shared()
	case "b":
		return boolCell(r.text)
	case "e":
		if empty {
			return Cell{}, damaged("an error cell does not say which error")
		}
		return Cell{Type: ErrorCell, Text: clean(string(r.text))}, nil
	case "d":
		return isoCell(string(r.text))
	case "n":
		return r.number64(style)
	}
	return textCell(unescape(string(r.text))), nil
}

func textCell(text string) Cell {
	text = clean(text)
	if isBlank(text) {
		return Cell{}
	}
	return Cell{Type: TextCell, Text: text}
}

// shared looks a text up.
func (r *rowReader) shared() (Cell, error) {
	i, ok := wholeNumber(r.text, maxStrings)
	if !ok || i >= r.table.n {
		return Cell{}, damaged("a cell refers to text number " + quoteShort(r.text) + " of a table that has " + thousands(r.table.n))
	}
	if r.table.long[i] {
		return Cell{}, overlong(r.book.limits.Cell)
	}
	text := r.table.at(i)
	if isBlank(text) {
		return Cell{}, nil
	}
	return Cell{Type: TextCell, Text: text}, nil
}

func boolCell(text []byte) (Cell, error) {
	switch string(text) {
	case "1", "true":
		return Cell{Type: BoolCell, Text: "TRUE", Num: 1}, nil
	case "0", "false":
		return Cell{Type: BoolCell, Text: "FALSE"}, nil
	}
	return Cell{}, damaged("a cell of truth holds " + quoteShort(text))
}

// number64 reads a number and shows it as its format does.
func (r *rowReader) number64(style int) (Cell, error) {
	num, err := strconv.ParseFloat(string(r.text), 64)
	if err != nil || !decimal(r.text) || math.IsInf(num, 0) {
		return Cell{}, damaged("a number cell holds " + quoteShort(r.text))
	}
	format, ok := r.styles.at(style)
	if !ok {
		return Cell{}, damaged("a number has style " + strconv.Itoa(style) + " of a table that has " + strconv.Itoa(len(r.styles.xfs)))
	}
	return showNumber(r.text, num, format, r.book.epoch1904), nil
}

// decimal reports whether b is written as .xlsx writes numbers. ParseFloat
// takes more: infinities, hexadecimal, underscores.
func decimal(b []byte) bool {
	for _, c := range b {
		if (c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E' {
			return false
		}
	}
	return true
}

// columnAndNumber names a column: SR (512).
func columnAndNumber(col int) string {
	return graph.ColumnName(col) + " (" + thousands(col) + ")"
}
