package main

import (
	"fmt"
	"io"

	"dpmap/reports/diagram"
	"dpmap/reports/ropa"

	"github.com/spf13/cobra"
)

func (p *program) ropaCommand() *cobra.Command {
	var s settings
	var path, old string
	cmd := &cobra.Command{
		Use:   "ropa FILE ... -o ropa.xlsx",
		Short: "Write the record of processing activities (Art 30) as a workbook",
		Args:  takes(1, several, "the register to read"),
		RunE: func(cmd *cobra.Command, args []string) error {
			before, err := readOld(old)
			if err != nil {
				return err
			}
			j, err := p.judge(cmd, &s, args)
			if err != nil {
				return err
			}
			drawing, err := diagram.Draw(j.report.Result, diagram.Options{})
			if err != nil {
				return err
			}
			picture, err := bytesOf(drawing.PNG)
			if err != nil {
				return fault{err}
			}
			o := ropa.Options{Map: picture, MapAlt: drawing.Description(), Keep: before.log}
			if err := write(path, func(w io.Writer) error { return ours(ropa.Write(w, j.report, o)) }, j.paths); err != nil {
				return err
			}
			p.tellWritten(&s, j, path)
			p.tellUndrawn(&s, drawing.Undrawn(), "the map in "+path, "its tables have them, and so has the map as an .svg")
			if s.quiet {
				return nil
			}
			return p.tellKept(before, path, j.report)
		},
	}
	cmd.Flags().StringVarP(&path, "output", "o", "ropa.xlsx", "`file` to write")
	cmd.Flags().StringVar(&old, "keep", "", keepUsage)
	s.addFlags(cmd.Flags(), "never")
	return cmd
}

// tellWritten says what was written, lists the rows left out, and sets the exit
// code.
func (p *program) tellWritten(s *settings, j *judged, path string) {
	if !s.quiet {
		tellLeftOut(p.out, j)
		fmt.Fprintf(p.out, "Written: %s\n", path)
	}
	p.conclude(s, j)
}
