// Package governors writes one page for people who decide about sharing data
// and know no law: who gets it, where, and what to put right first. Printed, it
// is one side of A4 however large the register is.
package governors

import (
	"embed"
	"errors"
	"html/template"
	"io"
	"strings"

	"dpmap/reports"
)

//go:embed governors.html.tmpl governors.css
var files embed.FS

// Write writes the page. It holds no script and loads nothing. The same report
// gives the same bytes.
func Write(w io.Writer, r *reports.Report) error {
	if r == nil || r.Result == nil || r.Result.Map == nil || r.Result.Book == nil {
		return errors.New("the governors' page needs a map and the law it was judged by")
	}
	css, err := files.ReadFile("governors.css")
	if err != nil {
		return err
	}
	t, err := template.ParseFS(files, "governors.html.tmpl")
	if err != nil {
		return err
	}
	p := newPage(r)
	p.CSS, p.Policy = template.CSS(css), reports.StylePolicy(string(css))
	var b strings.Builder
	if err := t.Execute(&b, p); err != nil {
		return err
	}
	_, err = io.WriteString(w, b.String())
	return err
}
