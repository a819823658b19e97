package main

import (
	"io"

	"dpmap/reports/diagram"
	"dpmap/reports/dpia"

	"github.com/spf13/cobra"
)

func (p *program) dpiaCommand() *cobra.Command {
	var s settings
	var path string
	var wanted []string
	cmd := &cobra.Command{
		Use:   "dpia FILE ... --flow REF -o dpia.docx",
		Short: "Draft a data protection impact assessment of chosen flows",
		Long: `dpia drafts a data protection impact assessment in the ICO's seven steps, as a
Word document. What the register records of the flows chosen is filled in, each
value with its place; what only people can judge is left as a marked blank.
Leave --flow out to see the references of all flows.`,
		Args: takes(1, several, "the register to read"),
		RunE: func(cmd *cobra.Command, args []string) error {
			j, err := p.judge(cmd, &s, args)
			if err != nil {
				return err
			}
			chosen, err := dpia.Choose(j.report.Result.Map, wanted)
			if err != nil {
				return err
			}
			o := dpia.Options{Flows: chosen}
			drawing, err := drawAround(j, chosen)
			if err != nil {
				return fault{err}
			}
			if drawing != nil {
				if o.Map, err = bytesOf(drawing.PNG); err != nil {
					return fault{err}
				}
				o.MapAlt = drawing.Description()
			}
			if err := write(path, func(w io.Writer) error { return ours(dpia.Write(w, j.report, o)) }, j.paths); err != nil {
				return err
			}
			p.tellWritten(&s, j, path)
			if drawing != nil {
				p.tellUndrawn(&s, drawing.Undrawn(), "the map in "+path, "its text has them")
			}
			return nil
		},
	}
	cmd.Flags().StringArrayVar(&wanted, "flow", nil, "`reference` of a flow to assess, or the name of a recipient, for all that it gets; may be repeated")
	cmd.Flags().StringVarP(&path, "output", "o", "dpia.docx", "`file` to write")
	s.addFlags(cmd.Flags(), "never")
	return cmd
}

// drawAround draws the flows of an assessment and what goes on from them; nothing
// where all of it stays with who has it.
func drawAround(j *judged, chosen []int) (*diagram.Drawing, error) {
	part, focus, err := dpia.Around(j.report.Result, chosen)
	if err != nil {
		return nil, err
	}
	drawing, err := diagram.Draw(part, diagram.Options{Focus: focus, Inset: true})
	if err != nil || drawing.Empty() {
		return nil, err
	}
	return drawing, nil
}
