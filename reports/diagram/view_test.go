package diagram_test

import (
	"image/png"
	"io"
	"strings"
	"testing"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/graph/rules"
	"dpmap/reports/diagram"

	"github.com/google/go-cmp/cmp"
)

// TestTable checks what the drawing says in words of single recipients.
func TestTable(t *testing.T) {
	d, err := diagram.Draw(judged(t, "Studio School", groupRegister), diagram.Options{})
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, r := range d.Table() {
		got[r.Recipient+", "+r.Country] = r.Standing + ": " + r.Verdict.String()
		if r.Shown != "" {
			t.Errorf("%s is drawn as %q, though a page holds all of them", r.Recipient, r.Shown)
		}
		if r.Exporter != "Studio School" {
			t.Errorf("%s: the exporter is %q", r.Recipient, r.Exporter)
		}
	}
	for who, want := range map[string]string{
		"US Immigration and Customs Enforcement, United States":             "United States: only with the UK Extension: unprotected",
		"Immigration and Naturalisation Service (Netherlands), Netherlands": "EEA (Netherlands): adequate: adequate",
		"UK Visas and Immigration (UKVI), United Kingdom":                   "United Kingdom: home: home",
		"Insurance companies, not known (worldwide)":                        "Country not known: unknown",
		"Educational agents, not known":                                     "Country not known: unknown",
		"CEG companies, China":                                              "China: no adequacy: unprotected",
		"CEG companies, Sweden":                                             "EEA (Sweden): adequate: adequate",
		"Student health record software, United States":                     "United States: only with the UK Extension: safeguarded",
		"Analytics providers, United States":                                "United States: only with the UK Extension: conditional",
		"Parents and parental representatives, ":                            "Pupils, parents and their representatives: home",
	} {
		if got[who] != want {
			t.Errorf("%s stands as %q, want %q", who, got[who], want)
		}
	}
}

// TestTableNamesWhatIsGrouped checks that a recipient that the picture counts
// in a number still has its row, with the words that stand for it.
func TestTableNamesWhatIsGrouped(t *testing.T) {
	d, err := diagram.Draw(judged(t, "Studio School", generated(200)), diagram.Options{})
	if err != nil {
		t.Fatal(err)
	}
	names, shown := map[string]bool{}, 0
	for _, r := range d.Table() {
		names[r.Recipient] = true
		if r.Shown != "" {
			shown++
		}
	}
	if len(names) != 200 || shown < 150 {
		t.Errorf("%d recipients in the table, %d of its rows grouped; want 200 and most", len(names), shown)
	}
}

// TestCaption checks what the page says of itself.
func TestCaption(t *testing.T) {
	parties := []graph.Party{
		{ID: "own", Name: "Studio School", Country: place("GB"), Own: true},
		{ID: "a", Name: "Supplier", Country: place("US")},
	}
	flows := []graph.Flow{
		{ID: "1", From: "own", To: "a"},
		{ID: "2", From: "own", To: "own"},
		{ID: "3", From: "own", To: "own"},
		{ID: "4", From: "own", To: "a", Status: graph.Ended},
	}
	svg := svgOf(t, judge(t, graph.Register{}, parties, flows, "uk-us-data-bridge"), diagram.Options{Source: "Our register"})
	for _, want := range []string{
		"Register: Our register", "Law as at 22 November 2026", "SUPPOSES THAT", "FELL",
		"2 uses within one organisation not drawn", "1 ended flow not drawn",
		"United States: no adequacy", "Who gets personal data from Studio School",
	} {
		if !strings.Contains(svg, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	svg = svgOf(t, judge(t, graph.Register{}, parties, flows), diagram.Options{Title: "Ours"})
	if strings.Contains(svg, "SUPPOSES") || strings.Contains(svg, "no adequacy") || !strings.Contains(svg, ">Ours<") {
		t.Error("a page under the law as it stands supposes something, or has lost its title")
	}
}

// TestLineOfEachVerdict checks that flows between two parties are one line per
// verdict, and heavy when any of them is special-category data.
func TestLineOfEachVerdict(t *testing.T) {
	parties := []graph.Party{{ID: "own", Name: "School", Country: place("GB"), Own: true}, {ID: "a", Name: "Supplier", Country: place("IN")}}
	health := []graph.Category{{Name: "Health", Class: law.Special, Kind: "health"}}
	idta := []graph.Safeguard{{ID: "uk-idta", Text: "IDTA"}}
	r := judge(t, graph.Register{}, parties, []graph.Flow{
		{ID: "1", From: "own", To: "a"}, {ID: "2", From: "own", To: "a", Categories: health},
		{ID: "3", From: "own", To: "a", Safeguards: idta}, {ID: "4", From: "own", To: "a", Safeguards: idta},
	})
	var got []string
	svg := svgOf(t, r, diagram.Options{})
	for _, title := range readSVG(t, []byte(svg)).titles {
		if strings.HasPrefix(title, "School to ") {
			got = append(got, title)
		}
	}
	want := []string{
		"School to India: no adequacy: 2 flows, unprotected (nothing covers it, act on it first); some of it is special-category data",
		"School to India: no adequacy: 2 flows, safeguarded (covered by a contract tool)",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestFocus(t *testing.T) {
	r := judged(t, "Studio School", groupRegister)
	d, err := diagram.Draw(r, diagram.Options{Focus: "exam boards"})
	if err != nil {
		t.Fatal(err)
	}
	if rows := d.Table(); len(rows) != 1 || rows[0].Recipient != "Exam boards" {
		t.Errorf("a drawing of one recipient shows %v", rows)
	}
	if _, err := diagram.Draw(r, diagram.Options{Focus: "Nobody"}); err == nil || !strings.Contains(err.Error(), `"Nobody"`) {
		t.Errorf("a focus that is no party gives %v", err)
	}
	if _, err := diagram.Draw(r, diagram.Options{View: "globe"}); err == nil || !strings.Contains(err.Error(), "jurisdictions, parties, onward, categories") {
		t.Errorf("an unknown view gives %v", err)
	}
}

// TestOnward checks that the view of chains has their hops and nothing else.
func TestOnward(t *testing.T) {
	d, err := diagram.Draw(chained(t), diagram.Options{View: "onward"})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range d.Table() {
		got = append(got, r.Exporter+" > "+r.Recipient)
	}
	want := []string{
		"Oakfield Academy > MIS supplier", "MIS supplier > Hosting company", "MIS supplier > Support desk",
		"Oakfield Academy > Learning platform", "Learning platform > Analytics",
		"Hosting company > Support desk", "Support desk > MIS supplier",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestEmpty checks that a drawing is empty just where its page says so.
func TestEmpty(t *testing.T) {
	for name := range registers(t) {
		for _, view := range diagram.Views() {
			d := page(t, name, view.Name)
			svg, _ := d.SVG()
			says := strings.Contains(string(svg), "The register has no flow to draw") || strings.Contains(string(svg), "The register records no data that goes on")
			chains := name == "chains" || name == "3 schools" || name == "30 schools"
			want := name == "none" || view.Name == "onward" && !chains
			if d.Empty() != want || says != want {
				t.Errorf("%s, %s: empty %v, its page says so %v, want %v", name, view.Name, d.Empty(), says, want)
			}
		}
	}
}

// TestDescriptionOfChains checks that the words for a page of chains have their
// hops.
func TestDescriptionOfChains(t *testing.T) {
	d, err := diagram.Draw(chained(t), diagram.Options{View: "onward"})
	if err != nil {
		t.Fatal(err)
	}
	if want := "MIS supplier to Support desk: 1 flow, unprotected"; !strings.Contains(d.Description(), want) || strings.Contains(d.Description(), ": .") {
		t.Errorf("the description lacks %q or says nothing of a box: %s", want, d.Description())
	}
}

// TestManyInOneBox checks a page whose one box has as many rows as a page
// names, which makes one long label for the engine.
func TestManyInOneBox(t *testing.T) {
	list := generated(60)
	for i := range list {
		list[i].countries, list[i].kind = "GB", law.Supplier
	}
	d, err := diagram.Draw(judged(t, "Studio School", list), diagram.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range d.Table() {
		if r.Shown != "" {
			t.Fatalf("%s is drawn as %q", r.Recipient, r.Shown)
		}
	}
}

// TestPNG checks the size of a printed page.
func TestPNG(t *testing.T) {
	d, err := diagram.Draw(judged(t, "Studio School", generated(5)), diagram.Options{})
	if err != nil {
		t.Fatal(err)
	}
	r, w := io.Pipe()
	go func() { w.CloseWithError(d.PNG(w)) }()
	m, err := png.Decode(r)
	if err != nil {
		t.Fatal(err)
	}
	if size := m.Bounds().Size(); size.X != 3508 || size.Y != 2480 {
		t.Errorf("the picture has %v pixels, want 3508 by 2480", size)
	}
}

func svgOf(t *testing.T, r *rules.Result, o diagram.Options) string {
	t.Helper()
	d, err := diagram.Draw(r, o)
	if err != nil {
		t.Fatal(err)
	}
	svg, err := d.SVG()
	if err != nil {
		t.Fatal(err)
	}
	return string(svg)
}

func BenchmarkDraw50(b *testing.B)  { benchmarkDraw(b, groupRegister) }
func BenchmarkDraw200(b *testing.B) { benchmarkDraw(b, generated(200)) }

func benchmarkDraw(b *testing.B, recipients []recipient) {
	r := judged(b, "Studio School", recipients)
	for b.Loop() {
		d, err := diagram.Draw(r, diagram.Options{})
		if err != nil {
			b.Fatal(err)
		}
		if _, err := d.SVG(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPNG50(b *testing.B) {
	d, err := diagram.Draw(judged(b, "Studio School", groupRegister), diagram.Options{})
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if err := d.PNG(io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}
