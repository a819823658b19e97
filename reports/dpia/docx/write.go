package docx

import (
	"archive/zip"
	_ "embed" // the styles
	"io"
	"strconv"
)

//go:embed styles.xml
var styles string

const (
	prologue  = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	wordSpace = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	spaces    = wordSpace + ` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"` +
		` xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"` +
		` xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"`
	related = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	list    = `xmlns="http://schemas.openxmlformats.org/package/2006/relationships"`

	// A4 upright with margins of 20 mm, 17 mm at the foot.
	section = `<w:sectPr><w:footerReference w:type="default" r:id="footer"/><w:pgSz w:w="11906" w:h="16838"/>` +
		`<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>`
)

// part is a file of the package.
type part struct{ name, text string }

// WriteTo writes the document. The same document gives the same bytes.
func (d *Document) WriteTo(w io.Writer) (int64, error) {
	counted := &counter{to: w}
	z := zip.NewWriter(counted)
	for _, p := range d.parts() {
		f, err := z.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Deflate})
		if err == nil {
			_, err = io.WriteString(f, p.text)
		}
		if err != nil {
			return counted.n, err
		}
	}
	for i, p := range d.pictures {
		f, err := z.CreateHeader(&zip.FileHeader{Name: pictureName(i), Method: zip.Store})
		if err == nil {
			_, err = f.Write(p.data)
		}
		if err != nil {
			return counted.n, err
		}
	}
	err := z.Close()
	return counted.n, err
}

type counter struct {
	to io.Writer
	n  int64
}

func (c *counter) Write(p []byte) (int, error) {
	n, err := c.to.Write(p)
	c.n += int64(n)
	return n, err
}

func pictureName(i int) string { return "word/media/picture" + strconv.Itoa(i+1) + ".png" }

// parts are all files of the package but the pictures, in the order in which
// readers look for them.
func (d *Document) parts() []part {
	return []part{
		{"[Content_Types].xml", prologue + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
			`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
			`<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>` +
			override("/word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml") +
			override("/word/styles.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml") +
			override("/word/settings.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml") +
			override("/word/footer.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml") +
			override("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml") +
			override("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml") + `</Types>`},
		{"_rels/.rels", prologue + `<Relationships ` + list + `>` + relation("document", related+"officeDocument", "word/document.xml") +
			relation("core", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml") +
			relation("app", related+"extended-properties", "docProps/app.xml") + `</Relationships>`},
		{"word/document.xml", d.document()},
		{"word/_rels/document.xml.rels", d.relations()},
		{"word/styles.xml", styles},
		{"word/settings.xml", prologue + `<w:settings ` + wordSpace + `><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>` +
			`<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>` +
			`<w:themeFontLang w:val="en-GB"/></w:settings>`},
		{"word/footer.xml", d.footer()},
		{"docProps/core.xml", d.core()},
		{"docProps/app.xml", prologue + `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>dpmap</Application></Properties>`},
	}
}

func override(name, kind string) string {
	return `<Override PartName="` + name + `" ContentType="` + kind + `"/>`
}

func relation(id, kind, target string) string {
	return `<Relationship Id="` + id + `" Type="` + kind + `" Target="` + target + `"/>`
}

func (d *Document) document() string {
	body := d.body.String()
	if at := d.contents - 1; at >= 0 {
		body = body[:at] + d.tableOfContents() + body[at:]
	}
	return prologue + `<w:document ` + spaces + `><w:body>` + body + section + `</w:body></w:document>`
}

func (d *Document) relations() string {
	text := prologue + `<Relationships ` + list + `>` + relation("styles", related+"styles", "styles.xml") +
		relation("settings", related+"settings", "settings.xml") + relation("footer", related+"footer", "footer.xml")
	for i := range d.pictures {
		text += relation("picture"+strconv.Itoa(i+1), related+"image", "media/picture"+strconv.Itoa(i+1)+".png")
	}
	return text + `</Relationships>`
}

// footer says what the document is and counts the pages.
func (d *Document) footer() string {
	return prologue + `<w:ftr ` + wordSpace + `><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>` + runOf(oneLine(d.About.Footer), "") +
		`<w:r><w:tab/></w:r>` + runOf("Page ", "") + field("PAGE") + runOf(" of ", "") + field("NUMPAGES") + `</w:p></w:ftr>`
}

func field(code string) string { return fieldOf(code, "1") }

// fieldOf is a field with the result that shows until a program works it out.
func fieldOf(code, result string) string {
	return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ` + code + ` </w:instrText></w:r>` +
		`<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>` + result + `</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
}

func (d *Document) core() string {
	text := prologue + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
		` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
		`<dc:title>` + escape(oneLine(d.About.Title)) + `</dc:title><dc:subject>` + escape(oneLine(d.About.Subject)) + `</dc:subject>` +
		`<dc:creator>` + escape(oneLine(d.About.Creator)) + `</dc:creator><dc:language>en-GB</dc:language>`
	if day := escape(oneLine(d.About.Day)); day != "" {
		for _, name := range [...]string{"created", "modified"} {
			text += `<dcterms:` + name + ` xsi:type="dcterms:W3CDTF">` + day + `T00:00:00Z</dcterms:` + name + `>`
		}
	}
	return text + `</cp:coreProperties>`
}
