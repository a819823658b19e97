package annotate

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// The size of a note's box, in pixels.
const (
	boxWidth  = 360
	boxLine   = 15
	boxChars  = 54 // on one line
	boxLeast  = 60
	boxMost   = 620 // what fits a laptop's screen
	boxMargin = 15
)

// The last column and row of a sheet.
const (
	maxColumn = 16384
	maxRow    = 1048576
)

// anchor places the box of a note beside its cell, as wide as can be read with
// ease and as high as the text needs: left column and offset in it, top row,
// right column, bottom row.
func (w *worksheet) anchor(row, col int, text string) string {
	n := 0
	for line := range strings.SplitSeq(text, "\n") {
		n += max(1, (utf8.RuneCountInString(line)+boxChars-1)/boxChars)
	}
	height := min(boxMost, max(boxLeast, n*boxLine+boxLine))
	first := w.below(row, col)
	top := max(1, row-1)
	left, leftIn := w.walk(first, boxMargin, w.columnWidth)
	right, rightIn := w.walk(first, boxMargin+boxWidth, w.columnWidth)
	bottom, bottomIn := w.walk(top, 4+height, w.rowHeight)
	left, right, bottom = min(left, maxColumn), min(right, maxColumn), min(bottom, maxRow)
	return fmt.Sprintf("%d, %d, %d, %d, %d, %d, %d, %d", left-1, leftIn, top-1, 4, right-1, rightIn, bottom-1, bottomIn)
}

// below is the column behind a cell, merged or not.
func (w *worksheet) below(row, col int) int {
	for _, m := range w.merges {
		if m.row == row && m.col == col {
			return m.lastCol + 1
		}
	}
	return col + 1
}

// walk goes a number of pixels along columns or rows.
func (w *worksheet) walk(from, pixels int, size func(int) int) (n, rest int) {
	const far = 16000 // short of the last column
	for n = from; n < from+far; n++ {
		s := size(n)
		if pixels < s {
			return n, pixels
		}
		pixels -= s
	}
	return n, 0
}

func (w *worksheet) columnWidth(col int) int {
	width := 9.14
	if e, ok := w.find("sheetFormatPr"); ok {
		if v, ok := decimal(w.text, e, "defaultColWidth"); ok {
			width = v
		}
	}
	if c, ok := w.column(col); ok {
		if hidden, _ := attr(w.text, c, "hidden"); hidden == "1" || hidden == "true" {
			return 0
		}
		if v, ok := decimal(w.text, c, "width"); ok {
			width = v
		}
	}
	return int(width * 7)
}

func (w *worksheet) rowHeight(n int) int {
	points := 15.0
	if e, ok := w.find("sheetFormatPr"); ok {
		if v, ok := decimal(w.text, e, "defaultRowHeight"); ok {
			points = v
		}
	}
	if r, ok := w.row(n); ok {
		if hidden, _ := attr(w.text, r.element, "hidden"); hidden == "1" || hidden == "true" {
			return 0
		}
		if v, ok := decimal(w.text, r.element, "ht"); ok {
			points = v
		}
	}
	return int(points * 4 / 3)
}

func decimal(text []byte, e element, name string) (float64, bool) {
	value, ok := attr(text, e, name)
	v, err := strconv.ParseFloat(value, 64)
	return v, ok && err == nil && v >= 0 && v < 1000
}
