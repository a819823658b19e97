package diagram_test

import (
	"bytes"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"dpmap/graph/law"
	"dpmap/reports/diagram"

	"github.com/google/go-cmp/cmp"
)

var (
	svgText = regexp.MustCompile(`<text[^>]*>([^<]*)</text>`)
	svgPath = regexp.MustCompile(`<path [^>]*>`)
	colour  = regexp.MustCompile(`(fill|stroke)="#([0-9a-f]{6})"`)
)

// TestPDFIsTheSameDrawing checks that the PDF is one A4 page with the texts of
// the SVG in their order, its shapes, its colours and its dashes.
func TestPDFIsTheSameDrawing(t *testing.T) {
	unescape := strings.NewReplacer("&lt;", "<", "&gt;", ">", "&quot;", `"`, "&#39;", "'", "&amp;", "&")
	for name := range registers(t) {
		for _, view := range []string{"jurisdictions", "onward"} {
			d := page(t, name, view)
			svg, _ := d.SVG()
			data := pdfOf(t, d)
			p := readPDF(t, data)
			if !bytes.HasPrefix(data, []byte("%PDF-")) || !strings.Contains(p.objects, "/Kids [3 0 R ]\n/Count 1\n") {
				t.Errorf("%s, %s: not one page", name, view)
			}
			page := readSVG(t, svg)
			if box := fmt.Sprintf("/MediaBox [0 0 %.2f %.2f]", page.wide, page.high); !strings.Contains(p.objects, box) {
				t.Errorf("%s, %s: no %s", name, view, box)
			}
			var texts []string
			for _, m := range svgText.FindAllSubmatch(svg, -1) {
				texts = append(texts, unescape.Replace(string(m[1])))
			}
			if diff := cmp.Diff(texts, p.texts); diff != "" {
				t.Errorf("%s, %s: texts of the SVG and the PDF:\n%s", name, view, diff)
			}
			samePlaces(t, name+", "+view, page, p)
			samePaths(t, name+", "+view, string(svg), p.page)
		}
	}
}

// samePlaces compares where texts begin.
func samePlaces(t *testing.T, name string, page svgPage, p pdfFile) {
	t.Helper()
	places := p.places(t)
	if len(places) != len(page.texts) {
		t.Fatalf("%s: %d texts, want %d", name, len(places), len(page.texts))
	}
	for i, want := range page.texts {
		x, y := want.x0, page.high-want.y1+(want.y1-want.y0)*0.2/0.95
		if got := places[i]; math.Abs(got[0]-x) > 0.03 || math.Abs(got[1]-y) > 0.03 {
			t.Errorf("%s: %q begins at %.2f, want %.2f %.2f", name, want.what, got, x, y)
		}
	}
}

// samePaths compares how often shapes are painted, and with what.
func samePaths(t *testing.T, name, svg, page string) {
	t.Helper()
	want, got := map[string]int{}, map[string]int{}
	for _, path := range svgPath.FindAllString(svg, -1) {
		filled, lined := !strings.Contains(path, `fill="none"`), strings.Contains(path, "stroke=")
		switch {
		case filled && lined:
			want["B"]++
		case filled:
			want["f"]++
		default:
			want["S"]++
		}
		if strings.Contains(path, "stroke-dasharray") {
			want["dashed"]++
		}
		for _, m := range colour.FindAllStringSubmatch(path, -1) {
			want[paint(t, m[1], m[2])] = 1
		}
	}
	dashed := false
	for _, line := range strings.Split(page, "\n") {
		switch {
		case line == "f" || line == "S" || line == "B":
			got[line]++
			if dashed && line != "f" {
				got["dashed"]++
			}
		case strings.HasSuffix(line, " d"):
			dashed = !strings.HasPrefix(line, "[]")
		case want[line] > 0:
			got[line] = 1
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s: shapes of the SVG and the PDF:\n%s", name, diff)
	}
}

// paint is the operator that chooses a colour for a fill or a stroke.
func paint(t *testing.T, what, hex string) string {
	t.Helper()
	n, err := strconv.ParseUint(hex, 16, 32)
	if err != nil {
		t.Fatal(err)
	}
	r, g, b := n>>16, n>>8&255, n&255
	text := fmt.Sprintf("%.3f %.3f %.3f rg", float64(r)/255, float64(g)/255, float64(b)/255)
	if r == g && g == b {
		text = fmt.Sprintf("%.3f g", float64(r)/255)
	}
	if what == "stroke" {
		text = strings.NewReplacer("r", "R", "g", "G").Replace(text)
	}
	return text
}

// TestPDFSaysWhatItIs checks the document's title, subject, language and date.
func TestPDFSaysWhatItIs(t *testing.T) {
	d, err := diagram.Draw(judged(t, "Studio 🎓 (School)", generated(5)), diagram.Options{})
	if err != nil {
		t.Fatal(err)
	}
	p := readPDF(t, pdfOf(t, d))
	want := []string{"dpmap", "Who gets personal data from Studio 🎓 (School), and where", d.Description(), "D:20261122000000", "D:20261122000000"}
	at := slices.Index(p.info, "dpmap")
	if at < 0 || len(p.info) < at+len(want) {
		t.Fatalf("the document says %q", p.info)
	}
	if diff := cmp.Diff(want, p.info[at:at+len(want)]); diff != "" {
		t.Error(diff)
	}
	if !strings.Contains(p.objects, "/Lang ()") || !slices.Contains(p.info, "en-GB") {
		t.Error("the document names no language")
	}
}

// TestPDFLosesNoCharacter checks that each character that is written has a
// glyph in its font's subset, and that each other one is drawn and can be
// copied.
func TestPDFLosesNoCharacter(t *testing.T) {
	lacking := "中文عربى🎓ệ"
	plain := []recipient{{name: "Ysgol Tŷ Gŵyr: Łódź «Ǻ» αЖ½‰", kind: law.School, countries: "GB", flows: 1}}
	strange := []recipient{{name: lacking + "Ysgol Tŷ Gŵyr: Łódź «Ǻ» αЖ½‰", kind: law.School, countries: "GB", flows: 1}}
	read := func(list []recipient) pdfFile {
		d, err := diagram.Draw(judged(t, "Studio School", list), diagram.Options{})
		if err != nil {
			t.Fatal(err)
		}
		return readPDF(t, pdfOf(t, d))
	}
	p := read(strange)
	if len(p.glyphs) != 2 {
		t.Fatalf("%d fonts, want regular and bold", len(p.glyphs))
	}
	for _, r := range strings.Join(p.texts, "") {
		if r > 0xFFFF || p.glyphs[0][r] == 0 && p.glyphs[1][r] == 0 {
			t.Errorf("%q is written, though no font has it", r)
		}
		if strings.ContainsRune(lacking, r) {
			t.Errorf("%q is written", r)
		}
	}
	if got := strings.Join(p.actual, ""); got != lacking {
		t.Errorf("the boxes stand for %q, want %q", got, lacking)
	}
	places := p.places(t)
	first := slices.Index(p.texts, "?")
	for i := range []rune(lacking) {
		a, b := places[first+i], places[first+i+1]
		if b[0] < a[0]+8 || b[1] != a[1] {
			t.Errorf("character %d stands at %v and the next at %v", i, a, b)
		}
	}
	boxes := strings.Count(p.page, "\nf\n") - strings.Count(read(plain).page, "\nf\n")
	if want := len([]rune(lacking)); boxes != want {
		t.Errorf("%d boxes for %d characters that the font lacks", boxes, want)
	}
}

// TestPDFHoldsTheMarks checks that no mark of a verdict is lost.
func TestPDFHoldsTheMarks(t *testing.T) {
	d, err := diagram.Draw(judged(t, "Studio School", groupRegister), diagram.Options{})
	if err != nil {
		t.Fatal(err)
	}
	p := readPDF(t, pdfOf(t, d))
	for _, mark := range []string{"×", "?", "!", "§", "√", "⌂", "S", "C"} {
		if !slices.Contains(p.texts, mark) || p.glyphs[1][[]rune(mark)[0]] == 0 {
			t.Errorf("the page lacks the mark %s", mark)
		}
	}
}

var pdfOperator = regexp.MustCompile(`^(-?[0-9.]+|\[|\]|\[\]|\[-?[0-9.]+|-?[0-9.]+\]|\(\)|[01] [jJ]|/F[0-9a-f]+|/Span|/Artifact|/(H1|H2|P|LBody|Figure)|<</(MCID|ActualText)|[0-9]+>>|/ActualText|<FEFF[0-9A-F]*>>>|BMC|BDC|EMC|BT|ET|Td|Tj|Tf|Tr|rg|RG|g|G|w|d|j|J|m|l|c|h|f|S|B|q|Q)$`)

// inertPDF checks that a PDF holds the operators and objects that we write and
// no other, whatever its strings hold.
func inertPDF(t *testing.T, bad string, d *diagram.Drawing) {
	t.Helper()
	p := readPDF(t, pdfOf(t, d))
	for _, word := range strings.Fields(p.page) {
		if !pdfOperator.MatchString(word) {
			t.Errorf("%.80q made the operator %.80q", bad, word)
		}
	}
	for _, name := range regexp.MustCompile(`/[A-Za-z]+`).FindAllString(strings.ReplaceAll(p.objects, "/A <</O /Layout", ""), -1) {
		if slices.Contains([]string{"/JavaScript", "/JS", "/URI", "/Annots", "/OpenAction", "/AA", "/Launch", "/AcroForm", "/A"}, name) {
			t.Errorf("%.80q made a %s", bad, name)
		}
	}
	if n := strings.Count(p.objects, " obj\n") - strings.Count(p.objects, "/StructElem"); n != 24 {
		t.Errorf("%.80q: %d objects beside the tags, want 24", bad, n)
	}
	checkTags(t, bad, d, pdfOf(t, d))
	if !slices.Contains(p.info, d.Description()) {
		t.Errorf("%.80q: the document's subject is not the description", bad)
	}
}
