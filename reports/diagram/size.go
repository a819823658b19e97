package diagram

import "math"

// Sizes in points at scale 1. DOT's tables take whole points only.
const (
	textSize   = 9.0
	lineHigh   = 11
	titleLine  = 12
	rowPad     = 4
	headPad    = 7
	sidePad    = 4
	barWide    = 16
	badgeWide  = 12
	countWide  = 20
	senderWide = 120
	titleLines = 4
	noteLines  = 3
	rowLines   = 3
	senderRows = 6
)

// sized is a box with its text broken into lines and its measures.
type sized struct {
	box
	titles, notes []string
	lines         [][][]string // of each group, each row, its lines
	text          int          // width of the rows' text
	badges        int          // columns of badges
	wide, high    int
	head          int // height of the heading
}

// rowHigh is the height of a row of n lines.
func rowHigh(n int) int { return n*lineHigh + rowPad }

// measure breaks a box's text for rows of a width and adds up its sizes.
func (m *metrics) measure(b box, text int) sized {
	s := sized{box: b, text: text}
	if b.sender {
		s.wide = senderWide
		s.titles = m.wrap(b.title, true, textSize, senderWide-2*sidePad, senderRows)
		s.notes = m.wrap(b.note, false, textSize, senderWide-2*sidePad, noteLines)
		s.head = len(s.titles)*titleLine + len(s.notes)*lineHigh + 2*headPad
		s.high = s.head
		return s
	}
	s.badges = b.badges()
	s.wide = barWide + text + s.badges*badgeWide + countWide
	inner := float64(s.wide - 2*sidePad)
	s.titles = m.wrap(b.title, true, textSize, inner, titleLines)
	s.notes = m.wrap(b.note, false, textSize, inner, noteLines)
	s.head = len(s.titles)*titleLine + len(s.notes)*lineHigh + headPad
	s.high = s.head
	for _, g := range b.groups {
		var lines [][]string
		for _, r := range g.rows {
			l := m.wrap(r.text, false, textSize, float64(text-2*sidePad), rowLines)
			if len(l) == 0 {
				l = []string{""}
			}
			lines = append(lines, l)
			s.high += rowHigh(len(l))
		}
		s.lines = append(s.lines, lines)
	}
	return s
}

// badges is the number of badge columns that a box needs: one for special
// categories, one for criminal offences.
func (b box) badges() int {
	n := 0
	for _, g := range b.groups {
		for _, r := range g.rows {
			if r.special {
				n = max(n, 1)
			}
			if r.criminal {
				n = 2
			}
		}
	}
	return n
}

// textWidth is the width of rows that need not be wrapped, within limits.
func (m *metrics) textWidth(p picture, least, most int) int {
	widest := float64(least)
	for _, b := range p.boxes {
		for _, g := range b.groups {
			for _, r := range g.rows {
				widest = math.Max(widest, m.width(r.text, false, textSize)+2*sidePad+1)
			}
		}
	}
	return min(int(math.Ceil(widest)), most)
}

// groupHigh is the height of a group of a box.
func (s sized) groupHigh(g int) int {
	high := 0
	for _, lines := range s.lines[g] {
		high += rowHigh(len(lines))
	}
	return high
}
