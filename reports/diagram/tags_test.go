package diagram_test

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"dpmap/reports/diagram"
)

var (
	tagElement = regexp.MustCompile(`([0-9]+) 0 obj\n<</Type /StructElem\n/S /([A-Z][A-Za-z0-9]*)\n/P ([0-9]+) 0 R\n/Pg 3 0 R\n/K \[([^\]]*)\](?:\n/(?:Alt|ActualText) <FEFF([0-9A-F]*)>)?`)
	tagPiece   = regexp.MustCompile(`/[A-Za-z0-9]+ <</MCID ([0-9]+)`)
	rowTitle   = regexp.MustCompile(`class="row"[^>]*><title>([^<]*)</title>`)
)

// checkTags checks the tree that tells software what a page is made of: each
// piece of content has its element, the figure says what the drawing is, and
// each row what it means, in their order.
func checkTags(t *testing.T, name string, d *diagram.Drawing, doc []byte) {
	t.Helper()
	if !bytes.Contains(doc, []byte("/MarkInfo <</Marked true>>")) || !bytes.Contains(doc, []byte("/DisplayDocTitle true")) {
		t.Errorf("%.80q: the document is not tagged", name)
	}
	var owned []int
	words := map[string][]string{} // by role
	for _, m := range tagElement.FindAllSubmatch(doc, -1) {
		for _, k := range strings.Fields(strings.ReplaceAll(string(m[4]), " 0 R", "r")) {
			if n, err := strconv.Atoi(k); err == nil {
				owned = append(owned, n)
			}
		}
		words[string(m[2])] = append(words[string(m[2])], utf16Hex(string(m[5])))
	}
	checkPieces(t, name, owned, readPDF(t, doc).page)
	figures := []string{d.Description()}
	if d.Empty() {
		figures = nil
	}
	if len(words["H1"]) != 1 || !slices.Equal(words["Figure"], figures) {
		t.Errorf("%.80q: headings %.80q, figures %.80q", name, words["H1"], words["Figure"])
	}
	svg, _ := d.SVG()
	unescape := strings.NewReplacer("&lt;", "<", "&gt;", ">", "&quot;", `"`, "&#39;", "'", "&amp;", "&")
	var rows []string
	for _, m := range rowTitle.FindAllSubmatch(svg, -1) {
		rows = append(rows, unescape.Replace(string(m[1])))
	}
	if !slices.Equal(words["LBody"], rows) {
		t.Errorf("%.80q: %d rows are told, want %d as in the SVG", name, len(words["LBody"]), len(rows))
	}
	checkPlaces(t, name, doc)
}

// checkPieces checks that each piece of a page belongs to one element, and that
// none lies in another.
func checkPieces(t *testing.T, name string, owned []int, page string) {
	t.Helper()
	pieces := tagPiece.FindAllStringSubmatch(page, -1)
	slices.Sort(owned)
	for i, n := range owned {
		if n != i || len(owned) != len(pieces) {
			t.Fatalf("%.80q: %d pieces of content, and the elements own %v", name, len(pieces), owned)
		}
	}
	open := 0
	for _, word := range strings.Fields(page) {
		switch word {
		case "BDC", "BMC":
			open++
		case "EMC":
			open--
		}
		if open < 0 || open > 1 {
			t.Fatalf("%.80q: pieces of content lie in each other", name)
		}
	}
	if open != 0 {
		t.Errorf("%.80q: a piece of content does not end", name)
	}
}

// checkPlaces checks that the last table of objects leads to each of them.
func checkPlaces(t *testing.T, name string, doc []byte) {
	t.Helper()
	at := bytes.LastIndex(doc, []byte("startxref\n"))
	start, err := strconv.Atoi(strings.Fields(string(doc[at:]))[1])
	if err != nil || !bytes.HasPrefix(doc[start:], []byte("xref\n")) {
		t.Fatalf("%.80q: no table of objects at %d", name, start)
	}
	lines := strings.Split(string(doc[start:at]), "\n")
	for i := 1; i+1 < len(lines) && lines[i] != "trailer"; i += 2 {
		number, _, _ := strings.Cut(lines[i], " ")
		place, err := strconv.Atoi(strings.Fields(lines[i+1])[0])
		if err != nil || !bytes.HasPrefix(doc[place:], []byte(number+" 0 obj\n")) || len(lines[i+1]) != 19 {
			t.Errorf("%.80q: object %s is not at %d", name, number, place)
		}
	}
}

func utf16Hex(s string) string {
	var units []uint16
	for i := 0; i+4 <= len(s); i += 4 {
		u, _ := strconv.ParseUint(s[i:i+4], 16, 16)
		units = append(units, uint16(u))
	}
	return string(utf16.Decode(units))
}

// TestPDFIsTagged checks the tags of each view of each register.
func TestPDFIsTagged(t *testing.T) {
	for name := range registers(t) {
		for _, view := range diagram.Views() {
			d := page(t, name, view.Name)
			checkTags(t, fmt.Sprint(name, ", ", view.Name), d, pdfOf(t, d))
		}
	}
}
