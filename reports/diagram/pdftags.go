package diagram

import (
	"fmt"
	"strings"

	"codeberg.org/go-pdf/fpdf"
)

// element is a node of the tree that tells a reader's software what the page is
// made of: headings, lists, the figure of the lines.
type element struct {
	role string // of PDF's standard structure types
	alt  string // what it says, where that is more than its text
	kids []int  // elements
	mcid []int  // pieces of the page's content, by number
	text string // of them, its lines with blanks between
	up   int
}

// tagger divides a page's content among elements while it is drawn. What only
// decorates belongs to none: it is an artifact.
type tagger struct {
	doc      *fpdf.Fpdf
	elements []element
	open     int   // the element whose content is being written, betweenPieces or ornament
	owners   []int // of each piece of content, its element
	scene    *scene
	parts    []part // that are open
	section  int    // of the box that is open
	heading  int
	list     int
	body     int // of the row that is open
	figure   int // of all lines
	lead     int // the caption
	drawn    bool
}

const (
	none          = -1 // no such element yet
	betweenPieces = -2 // no content is open
	ornament      = -3 // what PDF calls an artifact
)

func newTagger(doc *fpdf.Fpdf, s *scene) *tagger {
	return &tagger{doc: doc, scene: s, elements: []element{{role: "Document", up: none}}, open: betweenPieces, section: none, heading: none, list: none, body: none, figure: none, lead: none}
}

// add makes an element below another.
func (t *tagger) add(role, alt string, up int) int {
	n := len(t.elements)
	t.elements = append(t.elements, element{role: role, alt: alt, up: up})
	t.elements[up].kids = append(t.elements[up].kids, n)
	return n
}

// begin and end follow the parts of the scene.
func (t *tagger) begin(p part) {
	t.parts, t.drawn = append(t.parts, p), true
	switch p.class {
	case "node":
		t.section, t.heading, t.list = t.add("Sect", "", 0), none, none
	case "row":
		if t.list == none {
			t.list = t.add("L", "", t.section)
		}
		t.body = t.add("LBody", p.tip, t.add("LI", "", t.list))
	case "edge":
		if t.figure == none {
			t.figure = t.add("Figure", t.scene.desc, 0)
		}
	}
}

func (t *tagger) end() { t.parts = t.parts[:len(t.parts)-1] }

// mark chooses the element of a mark that is about to be drawn.
func (t *tagger) mark(m mark) {
	e := t.elementOf(m)
	t.into(e)
	if e >= 0 && m.kind == textMark {
		t.elements[e].text = strings.TrimSpace(t.elements[e].text + " " + m.text)
	}
}

func (t *tagger) elementOf(m mark) int {
	class := ""
	if n := len(t.parts); n > 0 {
		class = t.parts[n-1].class
	}
	switch {
	case class == "edge":
		return t.figure
	case m.kind != textMark || class != "row" && m.fill == white:
		return ornament // frames, grounds, and marks that the rows tell in words
	case class == "row":
		return t.body
	case class == "node":
		if t.heading == none {
			t.heading = t.add("H2", "", t.section)
		}
		return t.heading
	case len(t.elements) == 1:
		return t.add("H1", "", 0)
	case t.drawn: // the legend, an item each
		return t.add("P", "", 0)
	}
	if t.lead == none {
		t.lead = t.add("P", "", 0)
	}
	return t.lead
}

// into closes the content that is open and opens that of an element, unless it
// goes on.
func (t *tagger) into(element int) {
	if t.open == element {
		return
	}
	if t.open != betweenPieces {
		t.doc.RawWriteStr("EMC")
	}
	t.open = element
	switch element {
	case betweenPieces:
	case ornament:
		t.doc.RawWriteStr("/Artifact BMC")
	default:
		t.piece(element, t.elements[element].role, "")
	}
}

// piece opens a piece of an element's content.
func (t *tagger) piece(element int, role, properties string) {
	n := len(t.owners)
	t.owners = append(t.owners, element)
	t.elements[element].mcid = append(t.elements[element].mcid, n)
	t.doc.RawWriteStr(fmt.Sprintf("/%s <</MCID %d%s>> BDC", role, n, properties))
}

// instead opens a piece of the element that is open, in whose place software
// takes a text; done closes it, and the element goes on. Readers lose count of
// pieces within pieces, so there is none.
func (t *tagger) instead(text string) (done func()) {
	element := t.open
	t.into(betweenPieces)
	properties := fmt.Sprintf("/ActualText <%X>", utf16Text(text))
	if element < 0 {
		t.doc.RawWriteStr("/Span <<" + properties + ">> BDC")
	} else {
		t.piece(element, "Span", " "+properties)
	}
	return func() {
		t.doc.RawWriteStr("EMC")
		t.into(element)
	}
}
