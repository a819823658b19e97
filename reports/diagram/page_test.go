package diagram_test

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"maps"
	"math"
	"strconv"
	"strings"
	"sync"
	"testing"

	"dpmap/graph/rules"
	"dpmap/reports/diagram"
)

// rect is a box on a page, in points.
type rect struct {
	x0, y0, x1, y1 float64
	what           string
}

func (r rect) overlaps(o rect) bool {
	const touch = 0.3
	return r.x0 < o.x1-touch && o.x0 < r.x1-touch && r.y0 < o.y1-touch && o.y0 < r.y1-touch
}

// svgPage is what a test reads out of an SVG.
type svgPage struct {
	wide, high float64
	texts      []rect
	nodes      []rect
	least      float64 // the smallest text
	ids        []string
	titles     []string
	names      map[string]int // elements
	attributes map[string]int
}

func readSVG(t *testing.T, svg []byte) svgPage {
	t.Helper()
	p := svgPage{least: math.Inf(1), names: map[string]int{}, attributes: map[string]int{}}
	d := xml.NewDecoder(bytes.NewReader(svg))
	var open []map[string]string
	inNode := false
	for {
		token, err := d.Token()
		if err == io.EOF {
			return p
		}
		if err != nil {
			t.Fatalf("the SVG is not well-formed: %v", err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			a := map[string]string{"": e.Name.Local}
			for _, at := range e.Attr {
				a[at.Name.Local] = at.Value
				p.attributes[at.Name.Local]++
			}
			p.names[e.Name.Local]++
			if id := a["id"]; id != "" {
				p.ids = append(p.ids, id)
			}
			if e.Name.Local == "svg" {
				fmt.Sscanf(a["viewBox"], "0 0 %f %f", &p.wide, &p.high)
			}
			if a["class"] == "node" {
				inNode = true
			}
			if inNode && e.Name.Local == "path" {
				p.nodes = append(p.nodes, pathRect(t, a["d"]))
				inNode = false
			}
			open = append(open, a)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			a := open[max(0, len(open)-1):]
			if len(a) == 0 {
				continue
			}
			switch a[0][""] {
			case "title":
				p.titles = append(p.titles, string(e))
			case "text":
				r, size := textRect(t, a[0], string(e))
				p.texts = append(p.texts, r)
				p.least = min(p.least, size)
			}
		}
	}
}

func textRect(t *testing.T, a map[string]string, text string) (rect, float64) {
	t.Helper()
	x, y, size, long := float(t, a["x"]), float(t, a["y"]), float(t, a["font-size"]), float(t, a["textLength"])
	switch a["text-anchor"] {
	case "middle":
		x -= long / 2
	case "end":
		x -= long
	}
	return rect{x, y - 0.75*size, x + long, y + 0.2*size, text}, size
}

func pathRect(t *testing.T, d string) rect {
	t.Helper()
	r := rect{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1), "box"}
	for _, part := range strings.FieldsFunc(d, func(c rune) bool { return strings.ContainsRune("MLZC ", c) }) {
		x, y, _ := strings.Cut(part, ",")
		r.x0, r.x1 = min(r.x0, float(t, x)), max(r.x1, float(t, x))
		r.y0, r.y1 = min(r.y0, float(t, y)), max(r.y1, float(t, y))
	}
	return r
}

func float(t *testing.T, s string) float64 {
	t.Helper()
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// registers are the maps that every page is tested with. They are judged once, and a
// test may add to the map that it gets, and not change what is in it.
func registers(t *testing.T) map[string]*rules.Result {
	t.Helper()
	shared.once.Do(func() { shared.registers = judgedRegisters(t) })
	if len(shared.registers) == 0 {
		t.Fatal("the registers could not be judged")
	}
	return maps.Clone(shared.registers)
}

// shared is what several tests draw and only read.
var shared struct {
	once      sync.Once
	registers map[string]*rules.Result
	pages     sync.Map // by register and view
}

// page draws a view of one of the registers, once for all tests.
func page(t *testing.T, register, view string) *diagram.Drawing {
	t.Helper()
	key := [2]string{register, view}
	if d, ok := shared.pages.Load(key); ok {
		return d.(*diagram.Drawing)
	}
	d, err := diagram.Draw(registers(t)[register], diagram.Options{View: view})
	if err != nil {
		t.Fatal(err)
	}
	shared.pages.Store(key, d)
	return d
}

func judgedRegisters(t *testing.T) map[string]*rules.Result {
	long := generated(40)
	for i := range long {
		long[i].name = strings.Repeat("A very long name of an organisation ", 6) + long[i].name
		if i%5 == 0 {
			long[i].name = strings.Repeat("Llanfairpwllgwyngyll", 12) + fmt.Sprint(i)
		}
	}
	return map[string]*rules.Result{
		"none":           judged(t, "Studio School", nil),
		"5 recipients":   judged(t, "Studio School", generated(5)),
		"50 recipients":  judged(t, "Studio School", generated(50)),
		"200 recipients": judged(t, "Studio School", generated(200)),
		"group":          judged(t, "Cambridge Education Group Limited", groupRegister),
		"less a law":     judged(t, "Studio School", groupRegister, "uk-us-data-bridge"),
		"long names":     judged(t, strings.Repeat("The Very Long Name Trust ", 9), long),
		"3 schools":      trust(t, 3, 12),
		"30 schools":     trust(t, 30, 200),
		"chains":         chained(t),
	}
}

// TestPages checks each page of each register: labels of 8 points or more on
// A4, none of them beyond the page or on another, and no box on another.
func TestPages(t *testing.T) {
	for name := range registers(t) {
		for _, view := range diagram.Views() {
			t.Run(name+"/"+view.Name, func(t *testing.T) {
				d := page(t, name, view.Name)
				svg, err := d.SVG()
				if err != nil {
					t.Fatal(err)
				}
				p := readSVG(t, svg)
				if short, long := min(p.wide, p.high), max(p.wide, p.high); math.Abs(short-595.28) > 0.1 || math.Abs(long-841.89) > 0.1 {
					t.Errorf("the page is %v by %v points, not A4", p.wide, p.high)
				}
				if p.least < 8 {
					t.Errorf("the smallest label has %v points", p.least)
				}
				page := rect{0, 0, p.wide, p.high, "page"}
				for i, a := range p.texts {
					if a.x0 < page.x0 || a.y0 < page.y0 || a.x1 > page.x1 || a.y1 > page.y1 {
						t.Errorf("%q lies beyond the page", a.what)
					}
					for _, b := range p.texts[:i] {
						if a.overlaps(b) {
							t.Errorf("%q lies on %q", a.what, b.what)
						}
					}
				}
				for i, a := range p.nodes {
					for _, b := range p.nodes[:i] {
						if a.overlaps(b) {
							t.Errorf("box %+v lies on %+v", a, b)
						}
					}
				}
			})
		}
	}
}

// TestSVGStandsBesideAnother checks what a page with several drawings needs:
// ids of their own, a title and a description that the role names, a meaning
// on every line and row.
func TestSVGStandsBesideAnother(t *testing.T) {
	r := judged(t, "Studio School", groupRegister)
	seen := map[string]bool{}
	for _, view := range []string{"jurisdictions", "parties"} {
		d, err := diagram.Draw(r, diagram.Options{View: view, Prefix: view + `" onload="x`})
		if err != nil {
			t.Fatal(err)
		}
		svg, _ := d.SVG()
		p := readSVG(t, svg)
		if p.attributes["role"] != 1 || p.attributes["aria-labelledby"] != 1 || p.names["desc"] != 1 {
			t.Errorf("%s: no role, label or description", view)
		}
		for _, id := range p.ids {
			if seen[id] || !strings.HasPrefix(id, view) {
				t.Errorf("id %q is used twice or is not the view's own", id)
			}
			seen[id] = true
		}
		if len(p.titles) < 50 {
			t.Errorf("%s: %d titles for the rows, lines and boxes", view, len(p.titles))
		}
		if !strings.HasPrefix(p.titles[0], "Wh") {
			t.Errorf("%s: the first title is %q, not the page's", view, p.titles[0])
		}
	}
}

// TestSameBytes draws one register twice.
func TestSameBytes(t *testing.T) {
	draw := func() []string {
		var out []string
		for _, view := range diagram.Views() {
			d, err := diagram.Draw(trust(t, 3, 12), diagram.Options{View: view.Name})
			if err != nil {
				t.Fatal(err)
			}
			svg, _ := d.SVG()
			out = append(out, string(svg), d.DOT(), d.Mermaid(), fmt.Sprint(d.Table()), string(pdfOf(t, d)))
			if view.Name == "jurisdictions" {
				var png, jpg bytes.Buffer
				if err := d.PNG(&png); err != nil {
					t.Fatal(err)
				}
				if err := d.JPG(&jpg); err != nil {
					t.Fatal(err)
				}
				out = append(out, png.String(), jpg.String())
			}
		}
		return out
	}
	first, second := draw(), draw()
	for i := range first {
		if first[i] != second[i] {
			t.Errorf("output %d differs between two runs", i)
		}
	}
}
