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
	Map   []byte        // a diagram of ours as SVG; nil when there is none
	Shown []ShownAs     // what the diagram does not show by its own name
	Views []ViewPicture // further diagrams
	Files []FileLink    // what lies in the folder beside the page
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
// works without its script, which adds searching, filters, zoom and the lighting
// of flows.
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
	Policy string // Content-Security-Policy
}

// pageAssets gives with the parts the diagrams as they can stand in the page:
// the map, nil when there is none, then the further views.
func pageAssets(o HTMLOptions) (htmlAssets, [][]byte, error) {
	css, err := htmlFiles.ReadFile("html/report.css")
	if err != nil {
		return htmlAssets{}, nil, err
	}
	js, err := htmlFiles.ReadFile("html/report.js")
	if err != nil {
		return htmlAssets{}, nil, err
	}
	pictures := [][]byte{o.Map}
	for _, v := range o.Views {
		pictures = append(pictures, v.SVG)
	}
	styles := []string{string(css)}
	for i, svg := range pictures {
		if i == 0 && len(svg) == 0 {
			continue
		}
		if pictures[i], err = inlineSVG(svg); err != nil {
			return htmlAssets{}, nil, err
		}
		styles = append(styles, svgStyles(pictures[i])...)
	}
	return htmlAssets{CSS: template.CSS(css), JS: template.JS(js), Policy: policy(styles, string(js))}, pictures, nil
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
