package main

import (
	"fmt"
	"path"
	"path/filepath"

	"dpmap/reports"
	"dpmap/reports/ropa"

	"github.com/spf13/cobra"
)

// reportFolder is where a report goes when -o does not say otherwise.
const reportFolder = "dpmap-report"

func (p *program) reportCommand() *cobra.Command {
	var s settings
	var folder, old string
	var told importExplained
	cmd := &cobra.Command{
		Use:   "report [FILE or FOLDER ...]",
		Short: "Read registers, check them, and write everything into a folder",
		Long: `report is the main job. It reads the spreadsheets named (or all of a folder),
judges every flow, and writes report.html, the map, the record of processing
activities, the findings and the data behind them into one folder. With no input
it shows what it does on a sample.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			before, err := readOld(old)
			if err != nil {
				return err
			}
			j, err := p.judge(cmd, &s, args)
			if err != nil {
				p.tellUnread(&told, p.out, &s, args)
				return err
			}
			if err := p.tellImport(&told, p.out, j.report.Inputs, j.paths); err != nil {
				return err
			}
			p.progress(&s, "Drawing and writing")
			done, err := writeReport(folder, j, before.log)
			p.progress(&s, "")
			if err != nil {
				return err
			}
			p.tellLacks(&s, done)
			if !s.quiet {
				if err := p.tellReport(&s, folder, done.files, j, len(args) == 0); err != nil {
					return err
				}
				if err := p.tellKept(before, filepath.Join(folder, ropaFile), j.report); err != nil {
					return err
				}
			}
			p.conclude(&s, j)
			return nil
		},
	}
	cmd.Flags().StringVarP(&folder, "output", "o", reportFolder, "`folder` to write into")
	cmd.Flags().StringVar(&old, "keep", "", keepUsage)
	s.addFlags(cmd.Flags(), "never")
	told.addFlags(cmd.Flags())
	return cmd
}

// writeReport puts all files of a report into the folder, or none.
func writeReport(folder string, j *judged, log *ropa.Log) (*reported, error) {
	to, err := deliver(folder, j.paths)
	if err != nil {
		return nil, err
	}
	defer to.close()
	defer to.orInterrupted()()
	done, err := everything(to, j, log)
	if err != nil {
		return nil, err
	}
	return done, to.place()
}

// tellLacks says what a report could not make of its inputs.
func (p *program) tellLacks(s *settings, done *reported) {
	for _, sentence := range done.refused {
		fmt.Fprintf(p.err, "dpmap: %v\n", sentence)
	}
	p.tellUndrawn(s, done.undrawn, "map.png, map.pdf and the map in "+ropaFile, "map.svg and report.html have them")
}

// tellReport says on the terminal what was found and where it was written.
func (p *program) tellReport(s *settings, folder string, files []made, j *judged, isSample bool) error {
	if isSample {
		fmt.Fprintln(p.out, "No file was named, so this is the sample: an education group's published privacy notice.")
	}
	if err := reports.Brief(p.out, j.report, reports.TextOptions{Width: p.width(), Color: p.colour(s)}); err != nil {
		return fault{err}
	}
	tellLeftOut(p.out, j)
	fmt.Fprintf(p.out, "\nWritten to %s:\n", folder)
	copies, wide := 0, 0
	for _, f := range files {
		if path.Dir(f.name) != annotatedFolder {
			wide = max(wide, len(f.name))
		}
	}
	for _, f := range files {
		if path.Dir(f.name) == annotatedFolder {
			copies++
			continue
		}
		fmt.Fprintf(p.out, "  %-*s  %s\n", wide, f.name, f.what)
	}
	if copies > 0 {
		fmt.Fprintf(p.out, "  %-*s  %s with the findings at their cells\n", wide, annotatedFolder+"/", counted(copies, "register"))
	}
	return nil
}
