// Package docx writes a Word document of headings, paragraphs, tables, pictures
// and blanks to fill in: Office Open XML (ECMA-376, transitional), the least
// that Word and LibreOffice need. What a caller hands in is text and stays text.
package docx

import (
	"strconv"
	"strings"
)

// Properties describe a document. They hold no clock: the day is the caller's.
type Properties struct {
	Title   string
	Subject string
	Creator string
	Day     string // 2026-11-22; "" leaves the day out
	Footer  string // stands at the foot of every page, before its number
}

// Document is a document in the making. The zero Document is empty and usable.
type Document struct {
	About Properties

	body     strings.Builder
	headings []heading
	contents int // where in the body the table of contents goes, plus one; 0 for none
	caption  string
	blanks   int
	pictures []picture
}

type heading struct {
	level int
	text  string
}

// Title adds the document's title.
func (d *Document) Title(text string) { d.paragraph("Title", Text(text)) }

// Heading adds a heading of level 1 to 3, which the table of contents lists
// down to level 2.
func (d *Document) Heading(level int, text string) {
	level, text = min(max(level, 1), 3), oneLine(text)
	d.headings = append(d.headings, heading{level, text})
	n := len(d.headings)
	d.body.WriteString(`<w:p><w:pPr><w:pStyle w:val="Heading` + strconv.Itoa(level) + `"/></w:pPr>` +
		`<w:bookmarkStart w:id="` + strconv.Itoa(n) + `" w:name="` + bookmark(n) + `"/>`)
	d.run(Text(text))
	d.body.WriteString(`<w:bookmarkEnd w:id="` + strconv.Itoa(n) + `"/></w:p>`)
}

// bookmark is the name that a heading can be found by, counted from 1.
func bookmark(n int) string { return "_Toc" + strconv.Itoa(100000+n) }

// Paragraph adds a paragraph.
func (d *Document) Paragraph(parts ...Part) { d.paragraph("", parts...) }

// Note adds a paragraph in small grey print.
func (d *Document) Note(parts ...Part) { d.paragraph("Note", parts...) }

// Warning adds a paragraph with a frame.
func (d *Document) Warning(parts ...Part) { d.paragraph("Warning", parts...) }

func (d *Document) paragraph(style string, parts ...Part) {
	d.body.WriteString("<w:p>")
	if style != "" {
		d.body.WriteString(`<w:pPr><w:pStyle w:val="` + style + `"/></w:pPr>`)
	}
	for _, p := range parts {
		d.run(p)
	}
	d.body.WriteString("</w:p>")
}

// Contents puts a table of contents here, under a caption that it does not
// list. It is a field that Word and LibreOffice can update, filled in with the
// headings of the whole document. Only the first call counts.
func (d *Document) Contents(caption string) {
	if d.contents == 0 {
		d.contents, d.caption = d.body.Len()+1, caption
	}
}

// Only a program that lays the pages out knows their numbers, and neither Word
// nor LibreOffice works those of a table of contents out unasked: Word would,
// but only after a question that warns of other files. So a number is a field
// with a dash until somebody updates the list, and a line says how.
const (
	unsettled = "–"
	updating  = "For page numbers click in this list and press F9; in LibreOffice right-click it and choose Update Index."
)

// listed is the deepest heading that the table of contents lists.
const listed = 2

// tableOfContents is the field with its result: each heading is a link, and its
// page a field of its own.
func (d *Document) tableOfContents() string {
	var entries []string
	for i, h := range d.headings {
		if h.level <= listed {
			entries = append(entries, `<w:pPr><w:pStyle w:val="TOC`+strconv.Itoa(h.level)+`"/></w:pPr>%`+
				`<w:hyperlink w:anchor="`+bookmark(i+1)+`" w:history="1"><w:r><w:t xml:space="preserve">`+escape(h.text)+`</w:t></w:r>`+
				`<w:r><w:tab/></w:r>`+fieldOf("PAGEREF "+bookmark(i+1)+` \h`, unsettled)+`</w:hyperlink>`)
		}
	}
	if len(entries) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString(`<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>` +
		`<w:p><w:pPr><w:pStyle w:val="TOCHeading"/></w:pPr><w:r><w:t xml:space="preserve">` + escape(oneLine(d.caption)) + `</w:t></w:r></w:p>` +
		`<w:p><w:pPr><w:pStyle w:val="Note"/></w:pPr>` + runOf(updating, "") + `</w:p>`)
	begin := `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \o "1-` + strconv.Itoa(listed) +
		`" \h \z \u </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`
	for i, entry := range entries {
		style, link, _ := strings.Cut(entry, "%")
		b.WriteString("<w:p>" + style)
		if i == 0 {
			b.WriteString(begin)
		}
		b.WriteString(link + "</w:p>")
	}
	b.WriteString(`<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:sdtContent></w:sdt>`)
	return b.String()
}
