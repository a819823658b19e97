package docx

import (
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// order is in which order an element may hold its children (ECMA-376 Part 1,
// WordprocessingML and DrawingML): what stands out of order Word mends or
// refuses. Children that are not listed may not occur.
var order = map[string]string{
	"body":        "p|tbl|sdt* sectPr",
	"p":           "pPr r|hyperlink|sdt|bookmarkStart|bookmarkEnd*",
	"pPr":         "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs spacing ind jc outlineLvl rPr",
	"r":           "rPr t|br|tab|drawing|fldChar|instrText*",
	"rPr":         "rStyle rFonts b i color sz szCs shd lang",
	"hyperlink":   "r*",
	"tbl":         "tblPr tblGrid tr*",
	"tblPr":       "tblStyle tblW jc tblInd tblBorders shd tblLayout tblCellMar tblLook",
	"tblGrid":     "gridCol*",
	"tr":          "trPr tc*",
	"trPr":        "cantSplit|tblHeader*",
	"tc":          "tcPr p*",
	"tcPr":        "tcW gridSpan shd vAlign",
	"sdt":         "sdtPr sdtContent",
	"sdtPr":       "alias tag id lock showingPlcHdr docPartObj|dropDownList|text",
	"docPartObj":  "docPartGallery docPartCategory docPartUnique",
	"sectPr":      "footerReference pgSz pgMar",
	"drawing":     "inline",
	"inline":      "extent effectExtent docPr cNvGraphicFramePr graphic",
	"pic":         "nvPicPr blipFill spPr",
	"spPr":        "xfrm prstGeom",
	"styles":      "docDefaults style*",
	"docDefaults": "rPrDefault pPrDefault",
	"style":       "name basedOn next link uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr",
	"pBdr":        "top left bottom right",
	"tblBorders":  "top left bottom right insideH insideV",
	"tblCellMar":  "top left bottom right",
	"settings":    "zoom updateFields defaultTabStop compat themeFontLang",
	"ftr":         "p*",
}

// allowed turns a line of order into the place of each child; several with one
// place may mix.
func allowed(line string) map[string]int {
	places := map[string]int{}
	for i, field := range strings.Fields(line) {
		for _, name := range strings.Split(strings.TrimSuffix(field, "*"), "|") {
			places[name] = i
		}
	}
	return places
}

// children checks the order of the children of each element of a part, and calls
// visit for each element with those above it.
func children(t *testing.T, name, part string, visit func(path []string, e xml.StartElement)) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(part))
	var path []string
	last := []int{0}
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		switch v := token.(type) {
		case xml.StartElement:
			if len(path) > 0 {
				up := path[len(path)-1]
				if line, ok := order[up]; ok {
					at, known := allowed(line)[v.Name.Local]
					if !known || at < last[len(last)-1] {
						t.Errorf("%s: %s stands in %s, out of the order %q", name, v.Name.Local, strings.Join(path, "/"), line)
					}
					last[len(last)-1] = at
				}
			}
			visit(path, v)
			path, last = append(path, v.Name.Local), append(last, 0)
		case xml.EndElement:
			path, last = path[:len(path)-1], last[:len(last)-1]
		}
	}
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// TestSchema holds every part to the order that the standard prescribes and
// every identifier to one use, so that Word has nothing to repair.
func TestSchema(t *testing.T) {
	for name, part := range files(t, sample(t, asIs)) {
		if !strings.HasPrefix(name, "word/") || strings.HasSuffix(name, ".png") || strings.HasSuffix(name, ".rels") {
			continue
		}
		used := map[string]bool{}
		once := func(what, id string) {
			if id == "" || used[what+id] {
				t.Errorf("%s: %s %q is used twice or blank", name, what, id)
			}
			used[what+id] = true
		}
		children(t, name, part, func(path []string, e xml.StartElement) {
			switch e.Name.Local {
			case "docPr":
				once("drawing", attribute(e, "id"))
				if attribute(e, "descr") == "" {
					t.Errorf("%s: a picture has no words", name)
				}
			case "id":
				once("content control", attribute(e, "val"))
			case "bookmarkStart":
				once("bookmark", attribute(e, "id"))
				once("bookmark", attribute(e, "name"))
			case "style":
				once("style", attribute(e, "styleId"))
			}
		})
	}
}

// TestTableShape holds that each row of a table has all its columns, that each
// cell ends in a paragraph, that no short row breaks across pages and that the
// head is repeated.
func TestTableShape(t *testing.T) {
	document := files(t, sample(t, asIs))["word/document.xml"]
	columns, cells, paragraphs, heads, unbroken, rows := 0, 0, 0, 0, 0, 0
	row := func() {
		if rows > 0 && cells != columns {
			t.Errorf("row %d has %d of %d columns", rows, cells, columns)
		}
	}
	children(t, "document", document, func(path []string, e xml.StartElement) {
		switch e.Name.Local {
		case "tbl":
			columns = 0
		case "gridCol":
			columns++
		case "tr":
			row()
			rows, cells = rows+1, 0
		case "tc":
			cells++
		case "gridSpan":
			n, err := strconv.Atoi(attribute(e, "val"))
			if err != nil {
				t.Error(err)
			}
			cells += n - 1
		case "tblHeader":
			heads++
		case "cantSplit":
			unbroken++
		case "p":
			if slices.Contains(path, "tc") {
				paragraphs++
			}
		}
	})
	row()
	if rows != 4 || heads != 1 || unbroken != 4 || paragraphs < 8 {
		t.Errorf("%d rows, %d of them heads, %d unbroken, %d paragraphs in cells", rows, heads, unbroken, paragraphs)
	}
}

// TestLongRowsBreak holds that a row which could fill a page may break, since
// else it leaves the page before it half empty.
func TestLongRowsBreak(t *testing.T) {
	var d Document
	var long Cell
	for range longRow + 1 {
		long = append(long, []Part{Text("A finding")})
	}
	d.Table(Table{Widths: []int{50, 50}, Rows: []Row{{Line(Text("1")), long}, {Line(Text("2")), Line(Text("short"))}}})
	if n := strings.Count(d.body.String(), "<w:cantSplit/>"); n != 1 {
		t.Errorf("%d rows of one long and one short stay unbroken, want one", n)
	}
}

// TestLanguage holds that the document says that it is British English.
func TestLanguage(t *testing.T) {
	parts := files(t, sample(t, asIs))
	for name, want := range map[string]string{"word/styles.xml": `<w:lang w:val="en-GB"`, "word/settings.xml": `<w:themeFontLang w:val="en-GB"`, "docProps/core.xml": `<dc:language>en-GB<`} {
		if !strings.Contains(parts[name], want) {
			t.Errorf("%s lacks %s", name, want)
		}
	}
}
