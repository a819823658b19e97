package diagram

import (
	"encoding/json"
	"encoding/xml"
	"image/color"
	"math"
	"strings"
	"testing"
	"unicode/utf8"
)

// unquote reads one quoted string of DOT by the language's own rules; ok is
// false when it is not the whole text, or has an escape of Graphviz's.
func unquote(s string) (text string, ok bool) {
	if len(s) < 2 || s[0] != '"' || s[len(s)-1] != '"' {
		return "", false
	}
	var b strings.Builder
	inside := s[1 : len(s)-1]
	for i := 0; i < len(inside); i++ {
		switch c := inside[i]; {
		case c == '"':
			return "", false // the string ends here
		case c == '\\' && (i+1 == len(inside) || inside[i+1] != '"'):
			return "", false
		case c == '\\':
			i++
			b.WriteByte('"')
		default:
			b.WriteByte(c)
		}
	}
	return strings.ReplaceAll(b.String(), "&amp;", "&"), true
}

// FuzzQuote holds that a text comes out of DOT, of an HTML-like label and of
// XML as what it was, cleaned.
func FuzzQuote(f *testing.F) {
	for _, s := range []string{"", `"`, `\`, `\"`, `a\Nb`, "<b>&amp;</b>", "\xff\x00\n\u202E", `"]; x -> y ["`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		want := clean(s)
		if utf8.RuneCountInString(want) > 700 {
			t.Skip("quote shortens it")
		}
		alike := strings.ReplaceAll(want, `\`, lookAlike)
		if !utf8.ValidString(want) {
			t.Fatalf("clean gives %q", want)
		}
		if got, ok := unquote(quote(s)); !ok || got != alike {
			t.Errorf("DOT reads %q as %q", quote(s), got)
		}
		label := html(s)
		if strings.ContainsAny(label, `<>"\`) {
			t.Errorf("the label %q can be more than text", label)
		}
		if got := unXML(t, label); got != alike {
			t.Errorf("a label reads %q as %q", label, got)
		}
		if got := unXML(t, escapeXML(s)); got != want {
			t.Errorf("XML reads %q as %q", escapeXML(s), got)
		}
	})
}

func unXML(t *testing.T, s string) string {
	t.Helper()
	var v struct {
		A    string `xml:"a,attr"`
		Text string `xml:",chardata"`
	}
	if err := xml.Unmarshal([]byte(`<x a="`+s+`">`+s+`</x>`), &v); err != nil {
		t.Fatalf("%q: %v", s, err)
	}
	if v.A != v.Text {
		t.Errorf("%q is %q in an attribute and %q in text", s, v.A, v.Text)
	}
	return v.Text
}

// TestEngineReadsQuotedText asks the engine itself what it makes of quoted
// text, in the attribute whose escapes it expands.
func TestEngineReadsQuotedText(t *testing.T) {
	for _, s := range []string{`a\Nb\Gc\nd`, `"quoted"`, `back\`, `\\`, "<b>&amp;", "&copy;", `"]; x -> y ["`, "javascript:x"} {
		out, err := render([]byte("digraph g {n0 [label="+quote(s)+"]; n1 [label=<"+html(s)+">]}"), "json")
		if err != nil {
			t.Errorf("%q: %v", s, err)
			continue
		}
		var g struct {
			Objects []struct {
				Draw []struct{ Op, Text string } `json:"_ldraw_"`
			}
		}
		if err := json.Unmarshal(out, &g); err != nil {
			t.Fatal(err)
		}
		if len(g.Objects) != 2 {
			t.Errorf("%q made %d nodes", s, len(g.Objects))
			continue
		}
		want := strings.ReplaceAll(s, `\`, lookAlike)
		for i := range g.Objects {
			got := ""
			for _, d := range g.Objects[i].Draw {
				if d.Op == "T" {
					got += d.Text
				}
			}
			if got != want {
				t.Errorf("label %d of %q is drawn as %q", i, s, got)
			}
		}
	}
}

// TestMarksAreInTheFont holds that no mark of ours is drawn as a box.
func TestMarksAreInTheFont(t *testing.T) {
	m, err := newMetrics()
	if err != nil {
		t.Fatal(err)
	}
	ours := "…0123456789SC"
	seen := map[string]bool{}
	for _, s := range styles {
		ours += s.mark + s.meaning
		if seen[s.mark] || seen[s.colour] {
			t.Errorf("%s shares its mark or its colour", s.verdict)
		}
		seen[s.mark], seen[s.colour] = true, true
	}
	for _, r := range ours {
		for i, f := range m.fonts {
			if g, err := f.GlyphIndex(&m.buffer, r); err != nil || g == 0 {
				t.Errorf("font %d lacks %q", i, r)
			}
		}
	}
}

// TestMissingGlyphIsDrawn holds that a character that the font lacks leaves a
// frame and its number, and that two such are told apart.
func TestMissingGlyphIsDrawn(t *testing.T) {
	m, err := newMetrics()
	if err != nil {
		t.Fatal(err)
	}
	paint := func(s string) (ink int, pixels string) {
		c := newCanvas(40, 20, 4)
		newTypesetter(m).write(c, point{2, 15}, s, 12, false, color.Black)
		for _, p := range c.image.Pix {
			if p < 128 {
				ink++
			}
		}
		return ink, string(c.image.Pix)
	}
	blank, _ := paint(" ")
	one, first := paint("中")
	_, second := paint("文")
	if blank != 0 || one < 100 || first == second {
		t.Errorf("a space leaves %d dark bytes, a missing character %d; two missing ones alike: %v", blank, one, first == second)
	}
}

// TestAnchors holds that a painted text stands on the side of its place that its
// anchor says.
func TestAnchors(t *testing.T) {
	m, err := newMetrics()
	if err != nil {
		t.Fatal(err)
	}
	for a, want := range map[anchor][2]bool{atStart: {false, true}, atMiddle: {true, true}, atEnd: {true, false}} {
		s := scene{wide: 100, high: 20, metrics: m}
		s.write(50, 15, "HHH", 12, false, ink, a)
		img, err := (&Drawing{scene: s}).paint()
		if err != nil {
			t.Fatal(err)
		}
		var got [2]bool // ink at the left, at the right
		size := img.Bounds().Size()
		for x := range size.X {
			for y := range size.Y {
				if img.RGBAAt(x, y).R < 128 {
					got[2*x/size.X] = true
				}
			}
		}
		if got != want {
			t.Errorf("anchor %d: ink at the left and right of it: %v, want %v", a, got, want)
		}
	}
}

// TestColoursCarryWhiteMarks holds WCAG's contrast for text on each verdict's
// colour and of each line on white.
func TestColoursCarryWhiteMarks(t *testing.T) {
	part := func(v uint8) float64 {
		c := float64(v) / 255
		if c <= 0.04045 {
			return c / 12.92
		}
		return math.Pow((c+0.055)/1.055, 2.4)
	}
	for _, s := range styles {
		c := rgb(s.colour)
		light := 0.2126*part(c.R) + 0.7152*part(c.G) + 0.0722*part(c.B)
		if ratio := 1.05 / (light + 0.05); ratio < 4.5 {
			t.Errorf("%s: white on %s has a contrast of %.2f", s.verdict, s.colour, ratio)
		}
	}
}

// TestDashes holds that a pattern covers its share of a line, across corners.
func TestDashes(t *testing.T) {
	line := []point{{0, 0}, {7, 0}, {7, 5}, {30, 5}}
	drawn := 0.0
	for _, piece := range dashed(line, []float64{3, 1}) {
		for i := 1; i < len(piece); i++ {
			drawn += math.Hypot(piece[i].x-piece[i-1].x, piece[i].y-piece[i-1].y)
		}
	}
	if math.Abs(drawn-27) > 1e-9 { // 8 whole patterns of 4 in 35 and 3 of the last
		t.Errorf("%v of 35 points are drawn, want 27", drawn)
	}
}

// TestWrap holds that no line is wider than it may be and no word is lost
// before the ellipsis.
func TestWrap(t *testing.T) {
	m, err := newMetrics()
	if err != nil {
		t.Fatal(err)
	}
	text := "Quality Assurance Agency for Higher Education and " + strings.Repeat("Llanfair", 20)
	for _, width := range []float64{5, 40, 90, 1000} {
		for _, most := range []int{1, 2, 50} {
			lines := m.wrap(text, false, 9, width, most)
			if len(lines) > most {
				t.Errorf("%d lines of at most %d", len(lines), most)
			}
			for _, l := range lines {
				if m.width(l, false, 9) > width && len([]rune(l)) > 1 {
					t.Errorf("%q is wider than %v", l, width)
				}
			}
			whole := strings.ReplaceAll(strings.Join(lines, ""), " ", "")
			if !strings.Contains(whole, "…") && whole != strings.ReplaceAll(text, " ", "") {
				t.Errorf("width %v loses text without saying so: %q", width, lines)
			}
		}
	}
}

// TestDepths holds that data goes to the right, by its longest way, also where
// it goes round.
func TestDepths(t *testing.T) {
	var items []item
	boxOf := map[string]string{}
	for _, pair := range []string{"la", "ab", "bc", "ac", "ca", "xy", "yx"} {
		items = append(items, item{from: pair[:1], to: pair[1:]})
		boxOf[pair[:1]], boxOf[pair[1:]] = pair[:1], pair[1:]
	}
	got := depths(items, boxOf)
	for box, want := range map[string]int{"l": 0, "a": 1, "b": 2, "c": 3, "x": 0, "y": 1} {
		if got[box] != want {
			t.Errorf("%s is %d hops from the start, want %d", box, got[box], want)
		}
	}
}
