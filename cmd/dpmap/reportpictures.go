package main

import (
	"bytes"

	"dpmap/reports"
	"dpmap/reports/diagram"
)

// drawn is the map as reports use it.
type drawn struct {
	svg, png, pdf []byte
	alt           string   // what it shows, in words
	undrawn       []string // names that only the SVG has whole
	shown         []reports.ShownAs
}

// draw makes the jurisdictions map of a report in the forms that its outputs
// hold.
func draw(j *judged) (*drawn, error) {
	drawing, err := diagram.Draw(j.report.Result, diagram.Options{})
	if err != nil {
		return nil, err
	}
	d := &drawn{alt: drawing.Description(), undrawn: drawing.Undrawn()}
	for _, row := range drawing.Table() {
		if row.Shown != "" {
			d.shown = append(d.shown, reports.ShownAs{Flows: row.Flows, Words: row.Shown})
		}
	}
	if d.svg, err = drawing.SVG(); err != nil {
		return nil, err
	}
	if d.png, err = bytesOf(drawing.PNG); err != nil {
		return nil, err
	}
	d.pdf, err = bytesOf(drawing.PDF)
	return d, err
}

// bytesOf is what a picture is written as, for outputs that hold it.
func bytesOf(write content) ([]byte, error) {
	var b bytes.Buffer
	err := write(&b)
	return b.Bytes(), err
}

// furtherViews draws the views beside the jurisdictions that have something to
// show.
func furtherViews(j *judged) (list []reports.ViewPicture, err error) {
	for _, v := range diagram.Views()[1:] {
		drawing, err := diagram.Draw(j.report.Result, diagram.Options{View: v.Name, Prefix: v.Name})
		if err != nil {
			return nil, err
		}
		if drawing.Empty() {
			continue
		}
		svg, err := drawing.SVG()
		if err != nil {
			return nil, err
		}
		picture := reports.ViewPicture{Name: v.Name, Title: v.Title, SVG: svg}
		for _, row := range drawing.Table() {
			picture.Rows = append(picture.Rows, reports.ViewRow{
				From: row.Exporter, To: row.Recipient, Country: row.Country, Data: row.What, Verdict: row.Verdict, Shown: row.Shown,
			})
		}
		list = append(list, picture)
	}
	return list, nil
}
