package main

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"dpmap/reports/diagram"

	"github.com/spf13/cobra"
)

// form is one in which a diagram is written.
type form struct {
	ending string
	write  func(*diagram.Drawing, io.Writer) error
	frames bool // for letters that the embedded font lacks
}

// pictures are the forms of a diagram, by the ending of the file's name.
var pictures = []form{
	{".svg", writeSVG, false},
	{".png", (*diagram.Drawing).PNG, true},
	{".jpg", (*diagram.Drawing).JPG, true},
	{".pdf", (*diagram.Drawing).PDF, true},
	{".dot", func(d *diagram.Drawing, w io.Writer) error { return raw([]byte(d.DOT()))(w) }, false},
	{".mmd", func(d *diagram.Drawing, w io.Writer) error { return raw([]byte(d.Mermaid()))(w) }, false},
}

// endings lists what the name of a picture may end in.
func endings() string {
	var all []string
	for _, f := range pictures {
		all = append(all, f.ending)
	}
	return strings.Join(all, " ")
}

// formOf is the form that the ending of a file's name chooses.
func formOf(path string) (form, error) {
	for _, f := range pictures {
		if strings.EqualFold(filepath.Ext(path), f.ending) {
			return f, nil
		}
	}
	return form{}, fmt.Errorf("%q: the ending chooses the form of the picture; give one of %s", path, endings())
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
	var views []string
	for _, v := range diagram.Views() {
		views = append(views, v.Name)
	}
	cmd := &cobra.Command{
		Use:   "diagram FILE ... -o map.svg",
		Short: "Draw the map",
		Long: `diagram draws one view of the map into a file. The ending of the file's name
chooses its form: ` + endings() + ".",
		Args: takes(1, several, "the register to read"),
		RunE: func(cmd *cobra.Command, args []string) error {
			f, err := formOf(path)
			if err != nil {
				return err
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
		},
	}
	cmd.Flags().StringVarP(&path, "output", "o", "map.svg", "`file` to write")
	cmd.Flags().StringVar(&view, "view", views[0], "what to show: "+strings.Join(views, ", "))
	cmd.Flags().StringVar(&focus, "focus", "", "show only what this `organisation` sends and gets")
	s.addFlags(cmd.Flags(), "never")
	return cmd
}
