package diagram

import (
	"bytes"
	"fmt"
	"io"
	"time"

	"codeberg.org/go-pdf/fpdf"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
)

// pdfFont is the family by which the page's two fonts are chosen.
const pdfFont = "go"

// PDF writes the drawing as one A4 page of shapes and text that scale and can
// be searched, in the fonts that the PNG is drawn with, of which it holds the
// characters that it uses. It is tagged: software that reads pages aloud finds
// headings, a list of the recipients with how each stands, and the lines as a
// figure with its meaning. Its date is the law's, so the same register gives
// the same bytes on any day.
func (d *Drawing) PDF(w io.Writer) error {
	measures, err := newMetrics()
	if err != nil {
		return fmt.Errorf("drawing the map: %w", err)
	}
	s := &d.scene
	p := pdfPage{doc: newPDF(s), metrics: measures, setter: newTypesetter(measures)}
	tags := newTagger(p.doc, s)
	p.tags = tags
	for _, m := range s.marks {
		switch m.kind {
		case partBegin:
			tags.begin(m.part)
		case partEnd:
			tags.end()
		case polygonMark, curveMark:
			tags.mark(m)
			p.shape(m)
		case textMark:
			tags.mark(m)
			p.write(m)
		}
	}
	tags.into(betweenPieces)
	var b bytes.Buffer
	if err := p.doc.Output(&b); err != nil {
		return fmt.Errorf("drawing the map: %w", err)
	}
	out, err := tags.tree(b.Bytes())
	if err != nil {
		return err
	}
	_, err = w.Write(out)
	return err
}

// newPDF is a document with one empty page for a scene. The library may pad
// the fonts that it is given, so it gets copies.
func newPDF(s *scene) *fpdf.Fpdf {
	doc := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: s.wide, Ht: s.high}})
	doc.SetCatalogSort(true)
	doc.SetCreationDate(pdfDate(s))
	doc.SetModificationDate(pdfDate(s))
	doc.SetLang("en-GB")
	doc.SetProducer("dpmap", false)
	doc.SetTitle(utf16Text(s.title), false)
	doc.SetSubject(utf16Text(s.desc), false)
	doc.AddUTF8FontFromBytes(pdfFont, "", bytes.Clone(goregular.TTF))
	doc.AddUTF8FontFromBytes(pdfFont, "B", bytes.Clone(gobold.TTF))
	doc.AddPage()
	return doc
}

// pdfDate is the date of a scene, and a fixed one where it has none: the
// library would look at the clock.
func pdfDate(s *scene) time.Time {
	if s.date.IsZero() {
		return time.Unix(0, 0).UTC()
	}
	first := s.date.First()
	return time.Date(first.Year, first.Month, first.Day, 0, 0, 0, 0, time.UTC)
}

// pdfPage draws marks on the page of a document.
type pdfPage struct {
	doc     *fpdf.Fpdf
	metrics *metrics
	setter  *typesetter
	tags    *tagger
}

// shape draws a polygon or a curve.
func (p pdfPage) shape(m mark) {
	style := ""
	if m.fill != "" {
		style += "F"
		p.doc.SetFillColor(channels(m.fill))
	}
	if m.stroke != "" {
		style += "D"
		p.doc.SetDrawColor(channels(m.stroke))
		p.doc.SetLineWidth(m.width)
		p.doc.SetDashPattern(m.dash, 0)
	}
	if style == "" {
		return
	}
	if m.kind == polygonMark {
		p.outline(m.points)
	} else {
		p.curve(m.points)
	}
	p.doc.DrawPath(style)
}

// outline adds a closed outline to the path.
func (p pdfPage) outline(points []point) {
	for i, at := range points {
		if i == 0 {
			p.doc.MoveTo(at.x, at.y)
			continue
		}
		p.doc.LineTo(at.x, at.y)
	}
	p.doc.ClosePath()
}

// curve adds Bézier pieces to the path.
func (p pdfPage) curve(c []point) {
	p.doc.MoveTo(c[0].x, c[0].y)
	for i := 1; i+2 < len(c); i += 3 {
		p.doc.CurveBezierCubicTo(c[i].x, c[i].y, c[i+1].x, c[i+1].y, c[i+2].x, c[i+2].y)
	}
}

// channels are the red, green and blue of "#rrggbb".
func channels(s string) (r, g, b int) {
	c := rgb(s)
	return int(c.R), int(c.G), int(c.B)
}
