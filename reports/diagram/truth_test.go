package diagram_test

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/graph/rules"
	"dpmap/reports/diagram"
)

// TestOwnAreaOfALaw checks that no page says of the United Kingdom that it
// lacks adequacy, though nobody knows where a sender is.
func TestOwnAreaOfALaw(t *testing.T) {
	parties := []graph.Party{
		{ID: "a", Name: "School A", Country: place("GB"), Own: true}, {ID: "b", Name: "School B", Country: place("GB"), Own: true},
		{ID: "lost", Name: "Lost Ltd", Kind: law.Supplier, Country: place("")}, {ID: "host", Name: "Host Ltd", Kind: law.Supplier, Country: place("GB")},
	}
	r := judge(t, graph.Register{}, parties, []graph.Flow{{ID: "1", From: "a", To: "lost"}, {ID: "2", From: "b", To: "lost"}, {ID: "3", From: "lost", To: "host"}})
	svg := svgOf(t, r, diagram.Options{})
	if strings.Contains(svg, "United Kingdom: no adequacy") || !strings.Contains(svg, "United Kingdom: home") {
		t.Error("the United Kingdom is not drawn as home")
	}
}

// TestHopNamesWhereDataGoes checks that a box of a chain has the country by
// which the line to it was judged, though the party itself has none.
func TestHopNamesWhereDataGoes(t *testing.T) {
	parties := []graph.Party{
		{ID: "s", Name: "School", Country: place("GB"), Own: true}, {ID: "p", Name: "Processor", Country: place("GB")}, {ID: "h", Name: "Helper"},
	}
	r := judge(t, graph.Register{}, parties, []graph.Flow{
		{ID: "1", From: "s", To: "p", Role: graph.Processor}, {ID: "2", From: "p", To: "h", Role: graph.SubProcessor, RecipientCountry: place("BR")},
	})
	svg := svgOf(t, r, diagram.Options{View: "onward"})
	if strings.Contains(svg, "country not known") || !strings.Contains(svg, ">Brazil<") {
		t.Error("the box of the last hop does not name Brazil")
	}
}

// TestLegendSaysOnlyWhatIsDrawn checks that a page without numbers explains none.
func TestLegendSaysOnlyWhatIsDrawn(t *testing.T) {
	const words = "number of flows, where more than one"
	one := []recipient{{name: "Council", kind: law.LocalAuthority, countries: "GB", flows: 1}}
	if strings.Contains(svgOf(t, judged(t, "School", one), diagram.Options{}), words) {
		t.Error("the legend explains numbers that nobody drew")
	}
	one[0].flows = 2
	if !strings.Contains(svgOf(t, judged(t, "School", one), diagram.Options{}), words) {
		t.Error("the legend does not explain the number")
	}
}

// TestSendersAreNamed checks that a box that several senders share names the
// register's own controller, and those of no recorded kind by their names.
func TestSendersAreNamed(t *testing.T) {
	parties := []graph.Party{{ID: "s", Name: "Ring School", Country: place("GB"), Own: true}}
	var flows []graph.Flow
	for i := range 30 {
		id := fmt.Sprintf("p%d", i)
		parties = append(parties, graph.Party{ID: id, Name: "Firm " + id, Country: place([]string{"GB", "US", "IN", "", "FR", "CA"}[i/3%6])})
		health := []graph.Category{{Name: "Health", Class: []law.Class{law.Ordinary, law.Special, law.Criminal}[i%3], Kind: "health"}}
		flows = append(flows, graph.Flow{ID: id, From: "s", To: id, Categories: health})
		if i > 0 {
			flows = append(flows, graph.Flow{ID: "on" + id, From: fmt.Sprintf("p%d", i-1), To: id})
		}
	}
	svg := svgOf(t, judge(t, graph.Register{}, parties, flows), diagram.Options{View: "categories"})
	if !strings.Contains(svg, ">Ring School and 29<") {
		t.Errorf("the box of all senders does not name the school")
	}
	flows = []graph.Flow{{ID: "1", From: "s", To: "p0"}, {ID: "2", From: "p1", To: "p2"}, {ID: "3", From: "p2", To: "p0"}, {ID: "4", From: "p4", To: "p0"}, {ID: "5", From: "p5", To: "p0"}}
	svg = svgOf(t, judge(t, graph.Register{}, parties, flows), diagram.Options{})
	if strings.Contains(svg, "no recorded kind") || !strings.Contains(svg, "Firm p1, Firm") {
		t.Error("senders of no recorded kind are not named")
	}
}

// TestKindNotRecorded checks that no page calls bodies of no recorded kind
// "others", as if somebody had looked.
func TestKindNotRecorded(t *testing.T) {
	list := generated(200)
	for i := range list {
		list[i].kind = ""
	}
	if svg := svgOf(t, judged(t, "School", list), diagram.Options{View: "parties"}); strings.Contains(svg, ">Others<") || !strings.Contains(svg, "of no recorded kind") {
		t.Error("bodies of no recorded kind are called others")
	}
}

// TestFocusSuggests checks that a misspelt focus names what it could mean.
func TestFocusSuggests(t *testing.T) {
	r := judged(t, "Studio School", groupRegister)
	for focus, want := range map[string]string{
		"Exam bords": `"Exam boards"`, "exam": `"Exam boards"`, "Studio Schol": `"Studio School"`, "hesa": `"Higher Education Statistics Agency (HESA)"`,
	} {
		if _, err := diagram.Draw(r, diagram.Options{Focus: focus}); err == nil || !strings.Contains(err.Error(), "did you mean "+want) {
			t.Errorf("focus %q: %v, want a mention of %s", focus, err, want)
		}
	}
	if _, err := diagram.Draw(r, diagram.Options{Focus: "xyzzy"}); err == nil || strings.Contains(err.Error(), "did you mean") {
		t.Errorf("focus on what is nowhere near: %v", err)
	}
}

// TestTitleKeepsItsEnd checks that a long name is cut and not the words after it.
func TestTitleKeepsItsEnd(t *testing.T) {
	svg := svgOf(t, judged(t, strings.Repeat("The Very Long Name Trust ", 9), generated(3)), diagram.Options{})
	if !strings.Contains(svg, "…, and where</text>") {
		t.Error("the title does not end as it should")
	}
}

// TestLackingLettersAreTold checks that a page with names in letters that the
// embedded font lacks says so, and no other page does; and that the drawing names
// them, unless it draws them as a number.
func TestLackingLettersAreTold(t *testing.T) {
	const words = "letters that the font lacks"
	for name, want := range map[string]bool{"Ysgol Tŷ Gŵyr": false, "Общество": false, "北京教育": true} {
		list := []recipient{{name: name, kind: law.School, countries: "GB", flows: 1}}
		if got := strings.Contains(svgOf(t, judged(t, "School", list), diagram.Options{}), words); got != want {
			t.Errorf("%s: the page tells of letters that the font lacks: %v, want %v", name, got, want)
		}
		d, err := diagram.Draw(judged(t, "School", list), diagram.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if got := d.Undrawn(); slices.Contains(got, name) != want || len(got) > 1 {
			t.Errorf("%s: not drawn: %q, want %v", name, got, want)
		}
	}
	var crowd []recipient
	for i := range 300 {
		crowd = append(crowd, recipient{name: fmt.Sprintf("北京 %d", i), kind: law.School, countries: "GB", flows: 1})
	}
	d, err := diagram.Draw(judged(t, "School", crowd), diagram.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got := d.Undrawn(); len(got) > 0 {
		t.Errorf("drawn as a number, and told as not drawn: %q", got)
	}
}

// edges are the lines of a page of chains: the curve and the frame of its mark.
func edges(t *testing.T, svg []byte) (curves [][][2]float64, marks []rect) {
	t.Helper()
	var root struct {
		Parts []struct {
			Class string `xml:"class,attr"`
			Paths []struct {
				D    string `xml:"d,attr"`
				Fill string `xml:"fill,attr"`
			} `xml:"path"`
		} `xml:"g"`
	}
	if err := xml.NewDecoder(bytes.NewReader(svg)).Decode(&root); err != nil {
		t.Fatal(err)
	}
	for _, p := range root.Parts {
		if p.Class != "edge" {
			continue
		}
		curves = append(curves, sampled(t, p.Paths[0].D))
		marks = append(marks, pathRect(t, p.Paths[len(p.Paths)-1].D))
	}
	return curves, marks
}

// sampled are points along a path of cubic pieces.
func sampled(t *testing.T, d string) [][2]float64 {
	t.Helper()
	var at [][2]float64
	for _, part := range strings.FieldsFunc(d, func(c rune) bool { return strings.ContainsRune("MC ", c) }) {
		x, y, _ := strings.Cut(part, ",")
		at = append(at, [2]float64{float(t, x), float(t, y)})
	}
	var out [][2]float64
	for i := 0; i+3 < len(at); i += 3 {
		for n := range 41 {
			u := float64(n) / 40
			v := 1 - u
			var p [2]float64
			for k := range p {
				p[k] = v*v*v*at[i][k] + 3*v*v*u*at[i+1][k] + 3*v*u*u*at[i+2][k] + u*u*u*at[i+3][k]
			}
			out = append(out, p)
		}
	}
	return out
}

// manyChains is a school with forty processors that share seventeen helpers.
func manyChains(t *testing.T) *rules.Result {
	t.Helper()
	parties := []graph.Party{{ID: "s", Name: "Chain Trust", Country: place("GB"), Own: true}}
	for i := range 17 {
		parties = append(parties, graph.Party{ID: fmt.Sprintf("h%d", i), Name: fmt.Sprintf("Helper %d of processors with a rather long name", i), Country: place([]string{"PH", "GB", "", "BR"}[i%4])})
	}
	var flows []graph.Flow
	for i := range 40 {
		id := fmt.Sprintf("p%d", i)
		parties = append(parties, graph.Party{ID: id, Name: fmt.Sprintf("Processor %d", i), Country: place([]string{"GB", "US", "IN", ""}[i%4])})
		flows = append(flows, graph.Flow{ID: id, From: "s", To: id, Role: graph.Processor})
		for n := range 1 + i%3 {
			flows = append(flows, graph.Flow{ID: fmt.Sprintf("%s.%d", id, n), From: id, To: fmt.Sprintf("h%d", i*(n+1)%17), Role: graph.SubProcessor})
		}
	}
	return judge(t, graph.Register{}, parties, flows)
}

// TestMarksOnLines checks that on pages of chains no mark lies on another and
// that a line of another flow runs through few of them.
func TestMarksOnLines(t *testing.T) {
	all := registers(t)
	all["many chains"] = manyChains(t)
	for name, r := range all {
		d, err := diagram.Draw(r, diagram.Options{View: "onward"})
		if err != nil {
			t.Fatal(err)
		}
		svg, _ := d.SVG()
		curves, marks := edges(t, svg)
		crossed := 0
		for i, m := range marks {
			for _, o := range marks[:i] {
				if m.overlaps(o) {
					t.Errorf("%s: one mark lies on another at %.0f, %.0f", name, m.x0, m.y0)
				}
			}
			hit := false
			for k, c := range curves {
				for _, p := range c {
					hit = hit || k != i && math.Abs(p[0]-(m.x0+m.x1)/2) < 5 && math.Abs(p[1]-(m.y0+m.y1)/2) < 4
				}
			}
			if hit {
				crossed++
			}
		}
		if crossed > len(marks)/8 {
			t.Errorf("%s: lines run through %d of %d marks", name, crossed, len(marks))
		}
	}
}
