package ropa

import "strings"

const (
	lineHeight = 12.8  // points of one line of the body's font
	maxHeight  = 409.0 // points: no row of a workbook can be higher
	tallCell   = 24    // lines from which a column is given more room
)

// advances groups the characters of the body's font by width, in tenths of a
// digit's, which is the unit of column widths. What is in no group counts as
// wide.
var advances = [...]struct {
	tenths int
	chars  string
}{
	{5, " ',.:;Iijl"},
	{6, "!()-J[]`f{}‘’"},
	{7, "rt"},
	{8, "\"/L\\csz"},
	{9, "?FSZagkvxy|“”"},
	{10, "#$*+0123456789<=>EKPTXY^_bdehnopqu~–•"},
	{11, "ABCRV"},
	{12, "DGH"},
	{13, "&NOQU"},
	{14, "%w"},
	{16, "m"},
	{18, "M@W—"},
}

// ascii is advance of the commonest characters, ready to look up.
var ascii = func() (widths [128]uint8) {
	for c := range widths {
		widths[c] = uint8(sought(rune(c)))
	}
	return widths
}()

// advance is the width of one character in tenths of a digit.
func advance(c rune) int {
	if c < rune(len(ascii)) && c >= 0 {
		return int(ascii[c])
	}
	return sought(c)
}

// sought is advance by search.
func sought(c rune) int {
	for _, g := range advances {
		if strings.ContainsRune(g.chars, c) {
			return g.tenths
		}
	}
	if c < 0x2e80 {
		return 13
	}
	return 20
}

// lines estimates on how many lines a text stands in a column of a width in
// digits of the default font; the body's font is a little smaller. Neither
// Excel nor LibreOffice finds the height of wrapped rows by itself in files
// that other programs wrote.
func lines(text string, width float64) int {
	room := int((width - 0.8) * 10 * 1.05)
	if room < 10 {
		room = 10
	}
	n := 0
	for para := range strings.SplitSeq(text, "\n") {
		n += wrapped(para, room)
	}
	return n
}

// wrapped counts the lines of one paragraph: words move to the next line
// whole, and those longer than a line are broken.
func wrapped(para string, room int) int {
	n, used := 1, 0
	for word := range strings.FieldsSeq(para) {
		w := 0
		for _, c := range word {
			w += advance(c)
		}
		if used > 0 && used+5+w > room {
			n, used = n+1, 0
		}
		if used > 0 {
			used += 5
		}
		used += w
		for used > room {
			n, used = n+1, used-room
		}
	}
	return n
}

// room is the part of a column's width that texts of a style have: bold ones
// are wider than what lines measures.
func (s style) room() float64 {
	switch s {
	case head, label, doubtful, broken, critical, high:
		return 0.92
	}
	return 1
}

// height is the height of a row whose tallest cell has n lines.
func height(n int) float64 {
	return min(maxHeight, lineHeight*float64(max(n, 1))+4)
}
