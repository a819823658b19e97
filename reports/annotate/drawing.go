package annotate

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// drawing is the VML part that holds the boxes of a sheet's notes. Programs
// write it in ways that are no XML, so only its text is looked at.
type drawing struct {
	part  string
	text  []byte
	fresh strings.Builder
	next  int // number of the next shape
	isNew bool
}

const vmlHead = `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">` +
	`<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="` + firstBlocks + `"/></o:shapelayout></xml>`

// firstBlocks lists the blocks of shape numbers that a new part draws on, each
// of 1024; it grows with the notes.
const firstBlocks = "1"

const noteType = `<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">` +
	`<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`

var (
	shapeNumber = regexp.MustCompile(`_s(\d{1,9})"`)
	noteAnchor  = regexp.MustCompile(`(?s)<x:Anchor>[^<]*</x:Anchor>`)
)

func openDrawing(p *pack, w *worksheet, relations []relation) (*drawing, error) {
	d := &drawing{next: 1025}
	id := ""
	if e, ok := w.find("legacyDrawing"); ok {
		id = prefixed(w.text, e, "id")
	}
	i := slices.IndexFunc(relations, func(r relation) bool { return id != "" && r.id == id })
	if i < 0 {
		d.isNew = true
		d.part = p.free("xl/drawings/vmlDrawing%d.vml")
		d.text = []byte(vmlHead)
		return d, nil
	}
	d.part = relations[i].target
	var err error
	if d.text, err = p.read(d.part); err != nil {
		return nil, err
	}
	if d.end() < 0 {
		return nil, damaged("its part " + d.part + " is damaged")
	}
	for _, m := range shapeNumber.FindAllSubmatch(d.text, -1) {
		if n, err := strconv.Atoi(string(m[1])); err == nil {
			d.next = max(d.next, n+1)
		}
	}
	return d, nil
}

// end is where the part's last end tag stands.
func (d *drawing) end() int { return bytes.LastIndex(d.text, []byte("</xml>")) }

// box adds the box of a new note.
func (d *drawing) box(row, col int, anchor string) {
	if !bytes.Contains(d.text, []byte(`id="_x0000_t202"`)) && d.fresh.Len() == 0 {
		d.fresh.WriteString(noteType)
	}
	fmt.Fprintf(&d.fresh, `<v:shape id="_x0000_s%d" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">`+
		`<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>`+
		`<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>`+
		`<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>%s</x:Anchor><x:AutoFill>False</x:AutoFill>`+
		`<x:Row>%d</x:Row><x:Column>%d</x:Column></x:ClientData></v:shape>`, d.next, anchor, row-1, col-1)
	d.next++
}

// resize gives the box that a cell's note has a new place, so that the longer
// text can be read. It reports whether there is such a box.
func (d *drawing) resize(row, col int, anchor string) bool {
	for pos := 0; ; {
		n := bytes.Index(d.text[pos:], []byte("<x:ClientData"))
		if n < 0 {
			return false
		}
		from := pos + n
		end := bytes.Index(d.text[from:], []byte("</x:ClientData>"))
		if end < 0 {
			return false
		}
		pos = from + end
		shape := d.text[from:pos]
		if !isBoxOf(shape, row, col) {
			continue
		}
		if place := noteAnchor.FindIndex(shape); place != nil {
			d.text = apply(d.text, []edit{{from + place[0], from + place[1], "<x:Anchor>" + anchor + "</x:Anchor>"}})
		}
		return true
	}
}

// isBoxOf reports whether a shape is the box of a cell's note.
func isBoxOf(shape []byte, row, col int) bool {
	is := func(name string, n int) bool {
		return bytes.Contains(shape, fmt.Appendf(nil, "<x:%s>%d</x:%s>", name, n-1, name))
	}
	return bytes.Contains(shape, []byte(`"Note"`)) && is("Row", row) && is("Column", col)
}

// bytes is the part with what was added.
func (d *drawing) bytes() []byte {
	if d.isNew {
		blocks := firstBlocks
		for n := 2; n <= (d.next-1)/1024; n++ {
			blocks += "," + strconv.Itoa(n)
		}
		d.text = bytes.Replace(d.text, []byte(`data="`+firstBlocks+`"`), []byte(`data="`+blocks+`"`), 1)
	}
	end := d.end()
	return apply(d.text, []edit{{end, end, d.fresh.String()}})
}
