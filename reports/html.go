package reports

import (
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"html/template"
	"io"
	"strings"
)

// HTMLOptions of the report page.
type HTMLOptions struct {
	Map   []byte     // a diagram of ours as SVG; nil when there is none
	Shown []ShownAs  // what the diagram does not show by its own name
	Files []FileLink // what lies in the folder beside the page
}

// ShownAs tells under which words the diagram shows the recipient of flows:
// "11 suppliers".
type ShownAs struct {
	Flows []string // flow IDs
	Words string
}

// FileLink is a file beside the page.
type FileLink struct {
	Href string // relative: "ropa.xlsx"
	What string // what a reader finds in it
}

//go:embed html
var htmlFiles embed.FS

// HTML writes the report as one page that loads nothing, from nowhere. It
// works without its script, which adds searching only.
func HTML(w io.Writer, r *Report, o HTMLOptions) error {
	t, err := template.ParseFS(htmlFiles, "html/*.tmpl")
	if err != nil {
		return err
	}
	view, err := r.page(o)
	if err != nil {
		return err
	}
	var b strings.Builder
	if err := t.ExecuteTemplate(&b, "report.html.tmpl", view); err != nil {
		return err
	}
	_, err = io.WriteString(w, cleanLines(b.String()))
	return err
}

// htmlAssets are the parts of the page that are ours and stand in it as they are.
type htmlAssets struct {
	CSS    template.CSS
	JS     template.JS
	Map    template.HTML
	Policy string // Content-Security-Policy
}

func pageAssets(svg []byte) (htmlAssets, error) {
	css, err := htmlFiles.ReadFile("html/report.css")
	if err != nil {
		return htmlAssets{}, err
	}
	js, err := htmlFiles.ReadFile("html/report.js")
	if err != nil {
		return htmlAssets{}, err
	}
	a := htmlAssets{CSS: template.CSS(css), JS: template.JS(js)}
	styles := []string{string(css)}
	if len(svg) > 0 {
		svg, err = inlineSVG(svg)
		if err != nil {
			return htmlAssets{}, err
		}
		a.Map = template.HTML(svg) //nolint:gosec // checked element by element
		styles = append(styles, svgStyles(svg)...)
	}
	a.Policy = policy(styles, string(js))
	return a, nil
}

// policy allows what is in the page, by its hash, and nothing else: no
// connection, no image, no frame, no form.
func policy(styles []string, script string) string {
	p := "default-src 'none'; style-src"
	for _, s := range styles {
		p += " " + sourceHash(s)
	}
	return p + "; script-src " + sourceHash(script) + "; base-uri 'none'; form-action 'none'"
}

func sourceHash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
