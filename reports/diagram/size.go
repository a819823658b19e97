package diagram

import "math"

// Sizes in points at scale 1. DOT's tables take whole points only.
const (
	textSize    = 9.0
	lineHigh    = 11
	titleLine   = 12
	rowPad      = 3
	headPad     = 5
	sidePad     = 4
	barWide     = 16
	badgeWide   = 12
	countWide   = 23
	senderWide  = 106
	portWide    = 2
	portHigh    = 16 // between the lines that leave one of several senders
	portStep    = 6  // the least between any two
	titleLines  = 4
	noteLines   = 3
	rowLines    = 5
	senderLines = 8
)

// sized is a box with its text broken into lines and its measures. The rows of
// each group stand in columns, filled one after the other.
type sized struct {
	box
	titles, notes []string
	beside        bool // the one note stands beside the one title
	cells         [][]sizedRow
	columns       int   // of rows
	text          int   // width of a row's text
	badges        int   // columns of badges
	ports         []int // where lines leave a sender, from its top
	wide, high    int
	head          int // height of the heading
}

// sizedRow is a row's text in lines, and its place in its group's grid.
type sizedRow struct {
	lines     []string
	line      int // of the grid, from 0
	column    int
	top, high int // within the group
}

// grid is how rows are set.
type grid struct {
	columns int
	text    int
	badges  int
}

// cell is the width of one row.
func (g grid) cell() int { return g.text + g.badges*badgeWide + countWide }

// cell is the width of one row of a box.
func (s sized) cell() int { return grid{s.columns, s.text, s.badges}.cell() }

// rowHigh is the height of a row of n lines.
func rowHigh(n int) int { return n*lineHigh + rowPad }

// measure breaks a box's text and adds up its sizes.
func (m *metrics) measure(b box, g grid) sized {
	s := sized{box: b, columns: g.columns, text: g.text, badges: g.badges}
	if b.sender {
		return m.measureSender(s)
	}
	s.wide = barWide + g.columns*g.cell()
	inner := float64(s.wide - 2*sidePad)
	s.titles = m.wrap(b.title, true, textSize, inner, titleLines)
	s.notes = m.wrap(b.note, false, textSize, inner, noteLines)
	s.beside = len(s.titles) == 1 && len(s.notes) == 1 &&
		m.width(s.titles[0]+"   ", true, textSize)+m.width(s.notes[0], false, textSize) <= inner
	s.head = len(s.titles)*titleLine + headPad
	if !s.beside {
		s.head += len(s.notes) * lineHigh
	}
	s.high = s.head
	for _, grp := range b.groups {
		cells := m.measureRows(grp.rows, g)
		s.cells = append(s.cells, cells)
		s.high += gridHigh(cells)
	}
	return s
}

// measureSender sizes a sender for its text. Where its lines leave is settled
// when the other boxes are measured.
func (m *metrics) measureSender(s sized) sized {
	s.wide = senderWide
	inner := float64(senderWide - portWide - 2*sidePad)
	s.titles = m.wrap(s.title, true, textSize, inner, senderLines)
	s.notes = m.wrap(s.note, false, textSize, inner, noteLines)
	s.head = len(s.titles)*titleLine + len(s.notes)*lineHigh + 2*headPad
	s.high = s.head
	return s
}

// spread gives a sender n ports at even distances over at least a height.
func (s *sized) spread(n, high int) {
	n = max(n, 1)
	each := (max(s.head, high, n*portHigh) + n - 1) / n
	for i := range n {
		s.ports = append(s.ports, i*each+each/2)
	}
	s.head = each * n
	s.high = s.head
}

// level gives the one sender a port for each link, as high as where the link
// ends; tops are where the boxes begin, in a column of a height.
func (s *sized) level(links []link, boxes []sized, tops []int, high int) {
	last := 0
	for _, l := range links {
		to := boxes[l.to]
		y := tops[l.to] + to.head/2
		if l.group >= 0 {
			y = tops[l.to] + to.head + gridHigh(to.cells[l.group])/2
			for g := range l.group {
				y += gridHigh(to.cells[g])
			}
		}
		last = max(last+portStep, y)
		s.ports = append(s.ports, last)
	}
	s.head = max(s.head, high, last+portStep)
	s.high = s.head
}

// measureRows sets rows in columns, one column filled after the other; the
// rows of one line of the grid are equally high.
func (m *metrics) measureRows(rows []row, g grid) []sizedRow {
	cells := make([]sizedRow, len(rows))
	deep := (len(rows) + g.columns - 1) / g.columns
	highs := make([]int, deep)
	for i, r := range rows {
		c := &cells[i]
		c.lines = m.wrap(r.text, false, textSize, float64(g.text-2*sidePad), rowLines)
		c.line, c.column = i%deep, i/deep
		highs[c.line] = max(highs[c.line], rowHigh(max(1, len(c.lines))))
	}
	for i := range cells {
		c := &cells[i]
		c.high = highs[c.line]
		for _, h := range highs[:c.line] {
			c.top += h
		}
	}
	return cells
}

// gridHigh is the height of a group.
func gridHigh(cells []sizedRow) int {
	high := 0
	for _, c := range cells {
		high = max(high, c.top+c.high)
	}
	return high
}

// badges is the number of badge columns that a picture needs: one for special
// categories, one more for criminal offences.
func (p picture) badges() int {
	n := 0
	for _, b := range p.boxes {
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
	}
	return n
}

// textWidth is the width at which no row of a picture would be wrapped.
func (m *metrics) textWidth(p picture) int {
	widest := 0.0
	for _, b := range p.boxes {
		for _, g := range b.groups {
			for _, r := range g.rows {
				widest = math.Max(widest, m.width(r.text, false, textSize))
			}
		}
	}
	return int(math.Ceil(widest)) + 2*sidePad + 1
}
