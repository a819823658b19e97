package diagram

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

var (
	pdfTrailer = regexp.MustCompile(`trailer\n<<\n/Size ([0-9]+)\n/Root ([0-9]+) 0 R\n/Info ([0-9]+) 0 R\n>>\nstartxref\n([0-9]+)\n%%EOF\n$`)
	pdfLeaf    = []byte("\n3 0 obj\n<</Type /Page\n/Parent 1 0 R\n/Resources 2 0 R\n/Contents 4 0 R>>\nendobj\n")
	pdfHead    = []byte("%PDF-1.3\n")
)

// tree adds the tagger's elements to a finished document, as the update that PDF
// provides for: the page and the catalogue are written anew behind all else, with
// the structure tree, which the library cannot write.
func (t *tagger) tree(doc []byte) ([]byte, error) {
	found := pdfTrailer.FindSubmatch(doc)
	if found == nil || !bytes.Contains(doc, pdfLeaf) || !bytes.HasPrefix(doc, pdfHead) {
		return nil, errors.New("drawing the map: the PDF is not built as expected")
	}
	var n [4]int // size, catalogue, information, cross-references
	for i := range n {
		n[i], _ = strconv.Atoi(string(found[i+1]))
	}
	root := n[0]
	first := root + 1 // of the elements
	parents := first + len(t.elements)
	u := update{base: len(doc)}
	u.object(3, "<</Type /Page\n/Parent 1 0 R\n/Resources 2 0 R\n/StructParents 0\n/Tabs /S\n/Contents 4 0 R>>")
	u.object(n[1], fmt.Sprintf("<</Type /Catalog\n/Pages 1 0 R\n/Lang (en-GB)\n/MarkInfo <</Marked true>>\n/ViewerPreferences <</DisplayDocTitle true>>\n/StructTreeRoot %d 0 R>>", root))
	u.object(root, fmt.Sprintf("<</Type /StructTreeRoot\n/K [%d 0 R]\n/ParentTree %d 0 R\n/ParentTreeNextKey 1>>", first, parents))
	for i, e := range t.elements {
		u.object(first+i, t.dictionary(e, root, first))
	}
	var owners strings.Builder
	for _, o := range t.owners {
		fmt.Fprintf(&owners, " %d 0 R", first+o)
	}
	u.object(parents, fmt.Sprintf("<</Nums [0 [%s]]>>", strings.TrimSpace(owners.String())))
	out := append(bytes.Clone(doc), u.finish(n[1], n[2], n[3])...)
	copy(out, "%PDF-1.7\n") // tags came with a later version than the library writes
	return out, nil
}

// dictionary is an element as an object of the document.
func (t *tagger) dictionary(e element, root, first int) string {
	up := root
	if e.up != none {
		up = first + e.up
	}
	text := fmt.Sprintf("<</Type /StructElem\n/S /%s\n/P %d 0 R\n/Pg 3 0 R\n/K [", e.role, up)
	var kids []string
	for _, k := range e.kids {
		kids = append(kids, fmt.Sprintf("%d 0 R", first+k))
	}
	for _, m := range e.mcid {
		kids = append(kids, strconv.Itoa(m))
	}
	text += strings.Join(kids, " ") + "]"
	switch {
	case e.alt != "":
		text += fmt.Sprintf("\n/Alt <%X>", utf16Text(e.alt))
	case len(e.mcid) > 0: // else its lines would be read without blanks between
		text += fmt.Sprintf("\n/ActualText <%X>", utf16Text(e.text))
	}
	if e.role == "Figure" {
		text += fmt.Sprintf("\n/A <</O /Layout /Placement /Block /BBox [0 0 %.2f %.2f]>>", t.scene.wide, t.scene.high)
	}
	return text + ">>"
}

// update is what is written behind a document: objects, and where they are.
type update struct {
	base  int
	text  bytes.Buffer
	table bytes.Buffer
	last  int
}

func (u *update) object(n int, body string) {
	fmt.Fprintf(&u.table, "%d 1\n%010d 00000 n \n", n, u.base+u.text.Len())
	fmt.Fprintf(&u.text, "%d 0 obj\n%s\nendobj\n", n, body)
	u.last = max(u.last, n)
}

// finish ends the update with its cross-references, which lead to those before.
func (u *update) finish(catalogue, information, before int) []byte {
	at := u.base + u.text.Len()
	fmt.Fprintf(&u.text, "xref\n%strailer\n<<\n/Size %d\n/Root %d 0 R\n/Info %d 0 R\n/Prev %d\n>>\nstartxref\n%d\n%%%%EOF\n", u.table.String(), u.last+1, catalogue, information, before, at)
	return u.text.Bytes()
}
