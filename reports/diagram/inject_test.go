package diagram_test

import (
	"regexp"
	"strings"
	"testing"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/reports/diagram"
)

// hostile is text that means something to DOT, SVG, HTML, Mermaid, PDF (by
// its bytes too), a shell or a reader's eye.
var hostile = []string{
	`"]; x -> y [label="`, `\`, `\\`, `\"`, `a\Nb\Gc\Ld`, `</svg><script>alert(1)</script>`, `<b>bold</b>`, `<IMG SRC="/etc/passwd"/>`,
	`<TABLE><TR><TD HREF="javascript:alert(1)">`, `javascript:alert(1)`, `]]>`, `<!-- -->`, `&amp;&lt;&#0;&#x1;`, `&copy;`, "line\nbreak\r\n\ttab",
	"\x00\x01\x1b[31m", "\xff\xfe broken \xc3", "\uFEFF\u202Eright to left\u202C", "%n%s%d", `'" onload="alert(1)`, `=HYPERLINK("x")`,
	"end\n  click n0 \"javascript:alert(1)\"", "subgraph x", `"]:::evil`, "`code`", "#quot;", strings.Repeat("W", 4000),
	`) Tj ET endstream endobj 99 0 obj <</S /JavaScript /JS (x)>>`, `\\) ((`, "\u5C29\u2928\u0A0D\u0D5C", "中文 عربى 🎓", "", "   ",
}

// TestHostileText puts hostile text in every field that a drawing reads.
func TestHostileText(t *testing.T) {
	for n, bad := range hostile {
		parties := []graph.Party{
			{ID: "own" + bad, Name: bad, Country: place("GB"), Own: true, Kind: law.Kind(bad)},
			{ID: "a" + bad, Name: bad, Kind: law.Kind(bad), Country: graph.Place{Countries: []string{bad, "US", "IN"}, Open: []string{bad}}},
			{ID: "b" + bad, Name: bad, Kind: law.Kind(bad), Country: graph.Place{Open: []string{bad}}},
		}
		category := []graph.Category{{Name: bad, Class: law.Special, Kind: bad}, {Name: bad, Class: law.Sensitive, Kind: bad}}
		flows := []graph.Flow{
			{ID: "1" + bad, From: "own" + bad, To: "a" + bad, Purpose: bad, Categories: category, At: graph.Ref{File: bad}},
			{ID: "2" + bad, From: "a" + bad, To: "b" + bad, Purpose: bad, Categories: category, Special: graph.Declared{State: graph.Yes, Kinds: []string{bad}}},
		}
		r := judge(t, graph.Register{Controller: graph.Value{Text: bad}}, parties, flows)
		for i := range r.Transfers {
			r.Transfers[i].Reason = bad
			for k := range r.Transfers[i].Legs {
				r.Transfers[i].Legs[k].Reason = bad
			}
		}
		views := diagram.Views()
		for i, view := range []string{views[0].Name, views[1+n%(len(views)-1)].Name} {
			o := diagram.Options{View: view, Prefix: bad}
			if i == 0 {
				o.Title, o.Source = bad, bad
			}
			d, err := diagram.Draw(r, o)
			if err != nil {
				t.Fatalf("%q in %s: %v", bad, view, err)
			}
			svg, err := d.SVG()
			if err != nil {
				t.Fatal(err)
			}
			inert(t, bad, svg)
			inertMermaid(t, bad, d.Mermaid())
			inertPDF(t, bad, d)
		}
	}
}

// inert checks that an SVG holds our elements and attributes and no other.
func inert(t *testing.T, bad string, svg []byte) {
	t.Helper()
	p := readSVG(t, svg)
	for name := range p.names {
		if !strings.Contains(" svg title desc g path text ", " "+name+" ") {
			t.Errorf("%q made an element %s", bad, name)
		}
	}
	for name := range p.attributes {
		const ours = " xmlns width height viewBox role aria-labelledby font-family id class data-party data-parties data-from data-group d fill stroke stroke-width stroke-dasharray x y font-size font-weight text-anchor textLength lengthAdjust "
		if !strings.Contains(ours, " "+name+" ") {
			t.Errorf("%q made an attribute %s", bad, name)
		}
	}
	if p.names["svg"] != 1 {
		t.Errorf("%q: %d svg elements", bad, p.names["svg"])
	}
	for _, r := range string(svg) {
		if r < ' ' && r != '\n' || r >= '\u202A' && r <= '\u202E' || r == '\u200F' {
			t.Fatalf("%q: the SVG holds the character %U", bad, r)
		}
	}
}

var mermaidLine = regexp.MustCompile("^(flowchart LR|  subgraph z[0-9]+ \\[\"[^\"`<>\\\\]*\"\\]|  end|  n[0-9]+\\[\"[^\"`<>\\\\]*\"\\]|  n[0-9]+ (-->|==>|-\\.->)\\|\"[^\"]*\"\\| n[0-9]+|)$")

// inertMermaid checks that each line is one of those that we write.
func inertMermaid(t *testing.T, bad, text string) {
	t.Helper()
	for _, line := range strings.Split(text, "\n") {
		if !mermaidLine.MatchString(line) {
			t.Errorf("%.80q made the Mermaid line %.120q", bad, line)
		}
	}
}
