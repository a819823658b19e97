package main

import (
	"fmt"
	"io"
	"strings"

	"dpmap/reports"

	"github.com/spf13/cobra"
)

// format is one of the forms that check prints in.
type format struct {
	name  string
	write func(p *program, s *settings, w io.Writer, r *reports.Report) error
}

// formats are what check can print, in the order that help names them.
var formats = []format{
	{"text", func(p *program, s *settings, w io.Writer, r *reports.Report) error {
		return reports.Text(w, r, reports.TextOptions{Width: p.width(), Color: p.colour(s), Quiet: s.quiet})
	}},
	{"json", func(_ *program, _ *settings, w io.Writer, r *reports.Report) error { return reports.JSON(w, r) }},
	{"csv", func(_ *program, _ *settings, w io.Writer, r *reports.Report) error { return reports.CSV(w, r) }},
	{"sarif", func(_ *program, _ *settings, w io.Writer, r *reports.Report) error { return reports.SARIF(w, r) }},
	{"markdown", func(_ *program, _ *settings, w io.Writer, r *reports.Report) error { return reports.Markdown(w, r) }},
}

// formatOf finds a format by its name.
func formatOf(name string) (format, error) {
	var names []string
	for _, f := range formats {
		if f.name == name {
			return f, nil
		}
		names = append(names, f.name)
	}
	return format{}, fmt.Errorf("--format %q is not known: give one of %s", name, strings.Join(names, ", "))
}

func (p *program) checkCommand() *cobra.Command {
	var s settings
	var name string
	var told importExplained
	cmd := &cobra.Command{
		Use:   "check FILE ...",
		Short: "Read registers and print the findings",
		Args:  takes(1, several, "the register to read"),
		RunE: func(cmd *cobra.Command, args []string) error {
			f, err := formatOf(name)
			if err != nil {
				return err
			}
			to := p.out
			if f.name != "text" {
				to = p.err // what is printed is for programs
			}
			j, err := p.judge(cmd, &s, args)
			if err != nil {
				p.tellUnread(&told, to, &s, args)
				return err
			}
			if err := p.tellImport(&told, to, j.report.Inputs, j.paths); err != nil {
				return err
			}
			if err := f.write(p, &s, p.out, j.report); err != nil {
				return fault{err}
			}
			p.conclude(&s, j)
			return nil
		},
	}
	cmd.Flags().StringVar(&name, "format", "text", "print as text, json, csv, sarif or markdown")
	s.addFlags(cmd.Flags(), "high")
	told.addFlags(cmd.Flags())
	return cmd
}
