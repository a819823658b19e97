package diagram

import "dpmap/graph/law"

// scene is a finished page as a list of marks, in points, y downwards. Every
// format writes the same scene.
type scene struct {
	wide, high  float64
	title, desc string
	date        law.Date // of the law
	metrics     *metrics
	marks       []mark
}

// mark is one thing to draw, or the beginning or end of a part that has a
// meaning of its own.
type mark struct {
	kind   markKind
	points []point // polygon: corners; curve: Bézier points; text: its anchor on the baseline
	fill   string  // colour; "" is none
	stroke string
	width  float64
	dash   []float64
	text   string
	size   float64
	bold   bool
	anchor anchor
	length float64 // of a text, as measured
	part           // that begins
}

// part is a piece of the drawing that has a meaning of its own. A line ends at
// the rows, or at the box, whose group is its own.
type part struct {
	class   string   // "node", "row", "edge"
	party   string   // the ID of the one party that a box or row stands for
	several []string // or the IDs of the several
	from    string   // the ID of the one party that a line leaves
	group   string
	tip     string // what it means, in words
}

// start is the place at which a text begins, whatever its anchor.
func (m mark) start() point {
	at := m.points[0]
	at.x -= m.length * [...]float64{0, 0.5, 1}[m.anchor]
	return at
}

type markKind int

const (
	polygonMark markKind = iota + 1
	curveMark
	textMark
	partBegin
	partEnd
)

type anchor int

const (
	atStart anchor = iota
	atMiddle
	atEnd
)

func (s *scene) begin(p part) { s.marks = append(s.marks, mark{kind: partBegin, part: p}) }

func (s *scene) end() { s.marks = append(s.marks, mark{kind: partEnd}) }

func (s *scene) rect(x, y, w, h float64, fill, stroke string, width float64) {
	s.marks = append(s.marks, mark{kind: polygonMark, fill: fill, stroke: stroke, width: width,
		points: []point{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}}})
}

func (s *scene) polygon(fill string, points ...point) {
	s.marks = append(s.marks, mark{kind: polygonMark, fill: fill, points: points})
}

func (s *scene) write(x, y float64, text string, size float64, bold bool, fill string, a anchor) {
	if text == "" {
		return
	}
	s.marks = append(s.marks, mark{kind: textMark, points: []point{{x, y}}, text: text, size: size, bold: bold, fill: fill, anchor: a, length: s.metrics.width(text, bold, size)})
}

// line draws a curve in the look of a verdict: a double line is a wide one
// with a white one on it.
func (s *scene) line(points []point, st style, heavy bool) {
	width := st.width(heavy)
	s.marks = append(s.marks, mark{kind: curveMark, points: points, stroke: st.colour, width: width, dash: st.dash})
	if st.double {
		s.marks = append(s.marks, mark{kind: curveMark, points: points, stroke: "#ffffff", width: width / 3})
	}
}

// trim takes a margin off each side of the scene.
func (s *scene) trim(by float64) {
	s.wide, s.high = s.wide-2*by, s.high-2*by
	for i, m := range s.marks {
		moved := make([]point, len(m.points))
		for k, p := range m.points {
			moved[k] = point{p.x - by, p.y - by}
		}
		s.marks[i].points = moved
	}
}

// rule draws a faint straight line.
func (s *scene) rule(a, b point) {
	s.marks = append(s.marks, mark{kind: curveMark, points: []point{a, a, b, b}, stroke: pale, width: 0.5})
}
