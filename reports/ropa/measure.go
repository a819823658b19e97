package ropa

import "strings"

const (
	lineHeight = 12.8  // points of one line of the body's font
	maxHeight  = 409.0 // points: no row of a workbook can be higher
	cellMargin = 2.0   // digits of a column's width that no text stands in
	bodyScale  = 1.05  // digits of the body's font in a digit of width
	mostLines  = 31    // of a cell, in the highest row
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
	room := roomOf(width)
	n := 0
	for para := range strings.SplitSeq(text, "\n") {
		n += wrapped(para, room)
	}
	return n
}

// roomOf is what fits on a line of such a column, in tenths of a digit.
func roomOf(width float64) int { return max(10, int((width-cellMargin)*10*bodyScale)) }

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

// cutAfter parts a text behind so many lines in a column of a width, between two
// words where it can. The rest is "" when all of it has room.
func cutAfter(text string, width float64, most int) (head, rest string) {
	room := roomOf(width)
	n, used, start, gap := 1, 0, 0, 0 // the line, what is on it, where it began, its last gap between words
	for i, c := range text {
		w := advance(c)
		switch used += w; {
		case c == '\n':
			if n++; n > most {
				return text[:i], text[i+1:]
			}
			used, start, gap = 0, i+1, i+1
		case c == ' ':
			gap = i + 1
		case used > room:
			if gap <= start {
				gap = i
			}
			if n++; n > most {
				return text[:gap], text[gap:]
			}
			used, start = w, gap
			for _, c := range text[gap:i] {
				used += advance(c)
			}
		}
	}
	return text, ""
}

// room is the part of a column's width that texts of a style have: bold ones
// are wider than what lines measures.
func (s style) room() float64 {
	switch s {
	case head:
		return 1.02 // at nine points
	case label, doubtful, broken, critical, high:
		return 0.92
	}
	return 1
}

// height is the height of a row whose tallest cell has n lines.
func height(n int) float64 {
	return min(maxHeight, lineHeight*float64(max(n, 1))+2)
}
