package main

import (
	"io"

	"dpmap/reports"
	"dpmap/reports/governors"
	"dpmap/reports/ropa"
)

// ropaFile is the record of a report.
const ropaFile = "ropa.xlsx"

// made is one file of a report, and what it is for.
type made struct{ name, what string }

// part is a file to make.
type part struct {
	made
	write content
}

// reported is what a report came to: its files, a sentence for each input that
// cannot be annotated, and the names that its pictures do not show whole.
type reported struct {
	files   []made
	refused []error
	undrawn []string
}

// everything makes all files of a report, the page first, and tells what they
// are. An input that cannot be annotated is refused and the rest is made.
func everything(to *delivery, j *judged, log *ropa.Log) (*reported, error) {
	copies, refused, err := annotated(to, j)
	if err != nil {
		return nil, err
	}
	picture, err := draw(j)
	if err != nil {
		return nil, fault{err}
	}
	parts, err := reportParts(j, log, picture, copies)
	if err != nil {
		return nil, fault{err}
	}
	done := &reported{refused: refused, undrawn: picture.undrawn}
	for _, f := range parts {
		if err := to.add(f.name, f.write); err != nil {
			return nil, err
		}
		done.files = append(done.files, f.made)
	}
	done.files = append(done.files, copies...)
	return done, nil
}

// reportParts are the files of a report beside the annotated copies.
func reportParts(j *judged, log *ropa.Log, picture *drawn, copies []made) ([]part, error) {
	views, err := furtherViews(j)
	if err != nil {
		return nil, err
	}
	page := reports.HTMLOptions{Map: picture.svg, Shown: picture.shown, Views: views}
	book := ropa.Options{Map: picture.png, MapAlt: picture.alt, Keep: log}
	of := func(write func(io.Writer, *reports.Report) error) content {
		return func(w io.Writer) error { return ours(write(w, j.report)) }
	}
	parts := []part{
		{made{"report.html", "start here: what is wrong, what to do, the map"}, func(w io.Writer) error { return ours(reports.HTML(w, j.report, page)) }},
		{made{"governors.html", "one page for governors, to print"}, of(governors.Write)},
		{made{ropaFile, "the record of processing activities (Art 30)"}, func(w io.Writer) error { return ours(ropa.Write(w, j.report, book)) }},
		{made{"map.svg", "the map, to zoom"}, raw(picture.svg)},
		{made{"map.png", "the map, to paste"}, raw(picture.png)},
		{made{"map.pdf", "the map, to print or send"}, raw(picture.pdf)},
		{made{"findings.csv", "the findings as a list"}, of(reports.CSV)},
		{made{"result.json", "everything, for other programs"}, of(reports.JSON)},
		{made{"result.sarif", "the findings, for programs that read SARIF"}, of(reports.SARIF)},
	}
	for _, v := range views {
		parts = append(parts, part{made{"map-" + v.Name + ".svg", v.Title}, raw(v.SVG)})
	}
	for _, f := range parts[1:] {
		page.Files = append(page.Files, reports.FileLink{Href: f.name, What: f.what})
	}
	for _, c := range copies[:min(len(copies), linkedCopies)] {
		page.Files = append(page.Files, reports.FileLink{Href: c.name, What: c.what})
	}
	return parts, nil
}

// linkedCopies is how many annotated inputs the page links; those of a trust of
// a hundred schools are found in their folder.
const linkedCopies = 12
