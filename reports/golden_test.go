package reports

import (
	"bytes"
	"flag"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the goldens anew")

// forms are all that this package writes of one report.
var forms = []struct {
	golden string
	write  func(io.Writer, *Report) error
}{
	{"result.json", JSON},
	{"findings.csv", CSV},
	{"check.txt", func(w io.Writer, r *Report) error { return Text(w, r, TextOptions{Width: 72}) }},
	{"check-quiet.txt", func(w io.Writer, r *Report) error { return Text(w, r, TextOptions{Quiet: true}) }},
	{"check.md", Markdown},
	{"result.sarif", SARIF},
	{"report.html", func(w io.Writer, r *Report) error {
		return HTML(w, r, HTMLOptions{
			Map:   []byte(`<?xml version="1.0"?><!-- a map --><svg xmlns="http://www.w3.org/2000/svg"><title>Map</title></svg>`),
			Shown: []ShownAs{{Flows: []string{"f4"}, Words: "2 suppliers"}},
			Views: []ViewPicture{{Name: "parties", Title: "Who is who", SVG: []byte(`<svg xmlns="http://www.w3.org/2000/svg"><title>Parties</title></svg>`),
				Rows: []ViewRow{{From: "Hillside School", To: "Trip insurer", Country: "not known", Data: []string{"Names"}, Shown: "2 suppliers"}}}},
			Files: []FileLink{{"ropa.xlsx", "the record"}},
		})
	}},
}

// elsewhere is what other files and tests hold: the page's style and script,
// their hashes, and the rules' own pages.
var elsewhere = regexp.MustCompile(`(?s)(<style>|<script>).*?(</style>|</script>)|sha256-[^ "]*|("rules": \[).*?(\n     \])`)

func TestGoldens(t *testing.T) {
	r := sample(t, asIs, "uk-us-data-bridge")
	for _, o := range forms {
		t.Run(o.golden, func(t *testing.T) {
			var b bytes.Buffer
			if err := o.write(&b, r); err != nil {
				t.Fatal(err)
			}
			got := elsewhere.ReplaceAllString(b.String(), "$1$2$3$4")
			path := filepath.Join("testdata", o.golden)
			if *update {
				if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
				t.Errorf("%s differs (-want +got), -update writes it anew:\n%s", path, diff)
			}
		})
	}
}
