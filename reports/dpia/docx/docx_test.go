package docx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"image"
	"image/png"
	"io"
	"slices"
	"strings"
	"testing"
)

// sample is a document with something of everything, each text through put.
func sample(t *testing.T, put func(string) string) []byte {
	t.Helper()
	d := &Document{About: Properties{Title: put("A title"), Subject: put("A subject"), Creator: put("A tool"), Day: "2026-11-22", Footer: put("A foot")}}
	d.Title(put("A title"))
	d.Contents(put("Contents"))
	d.Heading(1, put("First"))
	d.Paragraph(Text(put("Words")), Break(), Strong(put("strong")), Quiet(put("quiet")), Marked(put("marked")), Blank(put("name"), put("blank")))
	d.Heading(2, put("Second"))
	d.Note(Text(put("A note")))
	d.Warning(Text(put("A warning")))
	d.Table(Table{Widths: []int{60, 110}, Head: []string{put("Left"), put("Right")}, Rows: []Row{
		{Line(Text(put("a band")))},
		{Line(Text(put("a"))), Cell{{Text(put("b"))}, {Choose(put("choice"), put("choose"), put("one"), put("two"))}}},
		{Line(Text(put("c"))), nil},
	}})
	d.Heading(3, put("Third"))
	var pixel bytes.Buffer
	if err := png.Encode(&pixel, image.NewGray(image.Rect(0, 0, 40, 10))); err != nil {
		t.Fatal(err)
	}
	if err := d.Picture(pixel.Bytes(), put("What it shows"), 170, 200); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	n, err := d.WriteTo(&b)
	if err != nil || n != int64(b.Len()) {
		t.Fatalf("%d bytes of %d written, %v", n, b.Len(), err)
	}
	return b.Bytes()
}

func asIs(s string) string { return s }

// files are the parts of a document by name.
func files(t *testing.T, doc []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(doc), int64(len(doc)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, f := range z.File {
		if !f.Modified.IsZero() && f.Modified.Year() > 1980 {
			t.Errorf("%s holds a clock's %v", f.Name, f.Modified)
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		out[f.Name] = string(data)
	}
	return out
}

// element is an element as it stands in a part, less its text.
type element struct {
	name  string
	attrs map[string]string
}

// elements reads a part as strictly as XML asks, and gives its elements and the
// text in them.
func elements(t *testing.T, name, part string) (list []element, text string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(part))
	d.Strict = true
	var words strings.Builder
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return list, words.String()
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		switch v := token.(type) {
		case xml.StartElement:
			e := element{v.Name.Local, map[string]string{}}
			for _, a := range v.Attr {
				e.attrs[a.Name.Local] = a.Value
			}
			list = append(list, e)
		case xml.CharData:
			words.Write(v)
		}
	}
}

func values(list []element, name, attr string) []string {
	var out []string
	for _, e := range list {
		if e.name == name {
			out = append(out, e.attrs[attr])
		}
	}
	return out
}

// TestPackage holds that every part is well-formed, has a type, and that
// nothing refers to what is not there or lies outside.
func TestPackage(t *testing.T) {
	parts := files(t, sample(t, asIs))
	types, _ := elements(t, "types", parts["[Content_Types].xml"])
	overrides := values(types, "Override", "PartName")
	for name, part := range parts {
		if strings.HasSuffix(name, ".png") {
			continue
		}
		list, _ := elements(t, name, part)
		if !strings.HasSuffix(name, ".rels") && name != "[Content_Types].xml" && !slices.Contains(overrides, "/"+name) {
			t.Errorf("%s has no type of its own", name)
		}
		if strings.HasSuffix(name, ".rels") {
			base := strings.TrimSuffix(strings.Split(name, "_rels/")[0], "/")
			for _, target := range values(list, "Relationship", "Target") {
				if parts[strings.TrimPrefix(base+"/"+target, "/")] == "" {
					t.Errorf("%s leads to %s, which is not there", name, target)
				}
			}
		}
	}
	list, _ := elements(t, "document", parts["word/document.xml"])
	rels, _ := elements(t, "relations", parts["word/_rels/document.xml.rels"])
	ids := values(rels, "Relationship", "Id")
	for _, id := range slices.Concat(values(list, "blip", "embed"), values(list, "footerReference", "id")) {
		if !slices.Contains(ids, id) {
			t.Errorf("the document refers to %q", id)
		}
	}
	styles, _ := elements(t, "styles", parts["word/styles.xml"])
	known := values(styles, "style", "styleId")
	for _, name := range []string{"pStyle", "rStyle", "tblStyle", "basedOn", "next"} {
		for _, id := range slices.Concat(values(list, name, "val"), values(styles, name, "val")) {
			if !slices.Contains(known, id) {
				t.Errorf("no style %q", id)
			}
		}
	}
	if size := values(list, "pgSz", "w"); !slices.Equal(size, []string{"11906"}) {
		t.Errorf("the page is %v wide, not A4", size)
	}
	if alt := values(list, "docPr", "descr"); !slices.Equal(alt, []string{"What it shows"}) {
		t.Errorf("the picture is told as %q", alt)
	}
	if codes := strings.Count(parts["word/footer.xml"], "instrText"); codes != 4 {
		t.Errorf("the foot has %d field codes", codes/2)
	}
}

// TestContents holds that the table of contents is a whole field that lists the
// headings and leads to each.
func TestContents(t *testing.T) {
	document := files(t, sample(t, asIs))["word/document.xml"]
	list, _ := elements(t, "document", document)
	bookmarks := values(list, "bookmarkStart", "name")
	anchors := values(list, "hyperlink", "anchor")
	if !slices.Equal(anchors, bookmarks[:2]) {
		t.Errorf("contents lead to %v, headings are %v", anchors, bookmarks)
	}
	if got := strings.Join(values(list, "fldChar", "fldCharType"), " "); got != "begin separate begin separate end begin separate end end" {
		t.Errorf("the field's marks: %s", got)
	}
	toc := document[strings.Index(document, "docPartGallery"):strings.Index(document, `w:val="Heading1"`)]
	_, words := elements(t, "contents", "<a "+spaces+">"+toc[strings.Index(toc, "<w:sdtContent>"):strings.Index(toc, "</w:sdtContent>")]+"</w:sdtContent></a>")
	if words != `Contents`+updating+` TOC \o "1-2" \h \z \u First PAGEREF _Toc100001 \h –Second PAGEREF _Toc100002 \h –` {
		t.Errorf("contents: %q", words)
	}
}

// TestInert puts hostile texts everywhere: they stand as text, and the elements
// of every part stay what they were.
func TestInert(t *testing.T) {
	harmless := files(t, sample(t, asIs))
	for _, evil := range []string{
		`</w:t></w:r></w:p><w:p>`, `"/><evil a="`, `<![CDATA[x]]>`, `]]>`, `&lt;&amp;&#0;`, "a\x00b\x1bc\x08", "\xff\xfe", "\u202egnp.exe\u2066", "\ufffe\uffff", `<?xml?>`, `<!--`,
		`" TOC \o "1-3`, ` HYPERLINK "http://evil.example" `, "😀 née", "=cmd|' /C calc'!A0", `{{.}}`,
	} {
		parts := files(t, sample(t, func(s string) string { return evil + s }))
		for name, part := range parts {
			if strings.HasSuffix(name, ".png") {
				continue
			}
			list, text := elements(t, name, part)
			before, _ := elements(t, name, harmless[name])
			if !slices.Equal(names(list), names(before)) {
				t.Errorf("%q changes the elements of %s", evil, name)
			}
			if strings.Contains(part, "TargetMode") || strings.Count(part, "instrText") != strings.Count(harmless[name], "instrText") {
				t.Errorf("%q leads out of %s", evil, name)
			}
			if strings.ContainsAny(text, "\x00\x08\x1b\u202e\u2066\ufffe") {
				t.Errorf("%q leaves in %s what no reader can see", evil, name)
			}
		}
		if _, text := elements(t, "document", parts["word/document.xml"]); evil[0] == '<' && !strings.Contains(text, evil) {
			t.Errorf("%q stands nowhere as it was written", evil)
		}
	}
}

func names(list []element) []string {
	out := make([]string, len(list))
	for i, e := range list {
		out[i] = e.name
	}
	return out
}

func TestSameBytes(t *testing.T) {
	if !bytes.Equal(sample(t, asIs), sample(t, asIs)) {
		t.Error("two documents differ")
	}
}

func TestLines(t *testing.T) {
	if got := runOf("a\r\nb\tc\u2028d", ""); got != `<w:r><w:t xml:space="preserve">a</w:t><w:br/><w:t xml:space="preserve">b c</w:t><w:br/><w:t xml:space="preserve">d</w:t></w:r>` {
		t.Error(got)
	}
}

func TestNoPicture(t *testing.T) {
	if err := new(Document).Picture([]byte("GIF89a"), "", 10, 10); err == nil {
		t.Error("what is no PNG gives no error")
	}
}
