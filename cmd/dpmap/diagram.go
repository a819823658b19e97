package main

import (
	"bytes"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"dpmap/reports"
	"dpmap/reports/diagram"

	"github.com/spf13/cobra"
)

// pictures are the forms of a diagram, by the ending of the file's name.
var pictures = []struct {
	ending string
	write  func(*diagram.Drawing, io.Writer) error
	frames bool // for letters that the embedded font lacks
}{
	{".svg", writeSVG, false},
	{".png", (*diagram.Drawing).PNG, true},
	{".jpg", (*diagram.Drawing).JPG, true},
	{".pdf", (*diagram.Drawing).PDF, true},
	{".dot", func(d *diagram.Drawing, w io.Writer) error { return raw([]byte(d.DOT()))(w) }, false},
	{".mmd", func(d *diagram.Drawing, w io.Writer) error { return raw([]byte(d.Mermaid()))(w) }, false},
}

func writeSVG(d *diagram.Drawing, w io.Writer) error {
	svg, err := d.SVG()
	if err != nil {
		return err
	}
	return raw(svg)(w)
}

func (p *program) diagramCommand() *cobra.Command {
	var s settings
	var path, view, focus string
	var views, endings []string
	for _, v := range diagram.Views() {
		views = append(views, v.Name)
	}
	for _, f := range pictures {
		endings = append(endings, f.ending)
	}
	cmd := &cobra.Command{
		Use:   "diagram FILE ... -o map.svg",
		Short: "Draw the map",
		Long: `diagram draws one view of the map into a file. The ending of the file's name
chooses its form: ` + strings.Join(endings, " ") + ".",
		Args: takes(1, several, "the register to read"),
		RunE: func(cmd *cobra.Command, args []string) error {
			for _, f := range pictures {
				if !strings.EqualFold(filepath.Ext(path), f.ending) {
					continue
				}
				j, err := p.judge(cmd, &s, args)
				if err != nil {
					return err
				}
				drawing, err := diagram.Draw(j.report.Result, diagram.Options{View: view, Focus: focus})
				if err != nil {
					return err
				}
				if err := write(path, func(w io.Writer) error { return ours(f.write(drawing, w)) }, j.paths); err != nil {
					return err
				}
				p.tellWritten(&s, j, path)
				if f.frames {
					p.tellUndrawn(&s, drawing.Undrawn(), path, "an .svg has them")
				}
				return nil
			}
			return fmt.Errorf("%q: the ending chooses the form of the picture; give one of %s", path, strings.Join(endings, " "))
		},
	}
	cmd.Flags().StringVarP(&path, "output", "o", "map.svg", "`file` to write")
	cmd.Flags().StringVar(&view, "view", views[0], "what to show: "+strings.Join(views, ", "))
	cmd.Flags().StringVar(&focus, "focus", "", "show only what this `organisation` sends and gets")
	s.addFlags(cmd.Flags(), "never")
	return cmd
}

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
