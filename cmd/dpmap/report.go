package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"

	"dpmap/reports"
	"dpmap/reports/governors"
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
			log, err := readLog(old)
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
			made, refused, err := everything(j, log)
			p.progress(&s, "")
			if err != nil {
				return fault{err}
			}
			if err := place(folder, made, j.paths); err != nil {
				return err
			}
			for _, sentence := range refused {
				fmt.Fprintf(p.err, "dpmap: %v\n", sentence)
			}
			if !s.quiet {
				if err := p.tellReport(&s, folder, made, j, len(args) == 0); err != nil {
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

// made is one file of a report, and what it is for.
type made struct {
	name string
	data []byte
	what string
}

// everything makes all files of a report in memory, so that nothing is written
// unless all of it can be. An input that cannot be annotated is refused in a
// sentence and the rest is made.
func everything(j *judged, log *ropa.Log) (all []made, refused []error, err error) {
	picture, err := draw(j)
	if err != nil {
		return nil, nil, err
	}
	views, err := furtherViews(j)
	if err != nil {
		return nil, nil, err
	}
	copies, refused, err := annotated(j)
	if err != nil {
		return nil, nil, err
	}
	var beside []reports.FileLink
	type file struct {
		name, what string
		write      func(io.Writer) error
	}
	files := []file{
		{"report.html", "start here: what is wrong, what to do, the map", func(w io.Writer) error {
			return reports.HTML(w, j.report, reports.HTMLOptions{Map: picture.svg, Shown: picture.shown, Views: views, Files: beside})
		}},
		{"governors.html", "one page for governors, to print", func(w io.Writer) error { return governors.Write(w, j.report) }},
		{"ropa.xlsx", "the record of processing activities (Art 30)", func(w io.Writer) error {
			return ropa.Write(w, j.report, ropa.Options{Map: picture.png, MapAlt: picture.alt, Keep: log})
		}},
		{"map.svg", "the map, to zoom", raw(picture.svg)},
		{"map.png", "the map, to paste", raw(picture.png)},
		{"map.pdf", "the map, to print or send", raw(picture.pdf)},
		{"findings.csv", "the findings as a list", func(w io.Writer) error { return reports.CSV(w, j.report) }},
		{"result.json", "everything, for other programs", func(w io.Writer) error { return reports.JSON(w, j.report) }},
		{"result.sarif", "the findings, for programs that read SARIF", func(w io.Writer) error { return reports.SARIF(w, j.report) }},
	}
	for _, v := range views {
		files = append(files, file{"map-" + v.Name + ".svg", v.Title, raw(v.SVG)})
	}
	for _, f := range files[1:] {
		beside = append(beside, reports.FileLink{Href: f.name, What: f.what})
	}
	for _, c := range copies[:min(len(copies), linkedCopies)] {
		beside = append(beside, reports.FileLink{Href: c.name, What: c.what})
	}
	for _, f := range files {
		var b bytes.Buffer
		if err := f.write(&b); err != nil {
			return nil, nil, fmt.Errorf("%s: %w", f.name, err)
		}
		all = append(all, made{f.name, b.Bytes(), f.what})
	}
	return append(all, copies...), refused, nil
}

// linkedCopies is how many annotated inputs the page links; those of a trust of
// a hundred schools are found in their folder.
const linkedCopies = 12

func raw(data []byte) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	}
}

// place writes the files into the folder, which it makes.
func place(folder string, files []made, read []string) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return fmt.Errorf("the folder %s cannot be made: %s; give another with -o", folder, cause(err))
	}
	if slices.ContainsFunc(files, func(f made) bool { return path.Dir(f.name) == annotatedFolder }) {
		if err := os.MkdirAll(filepath.Join(folder, annotatedFolder), 0o755); err != nil {
			return fmt.Errorf("the folder %s cannot be made: %s; give another with -o", filepath.Join(folder, annotatedFolder), cause(err))
		}
	}
	for _, f := range files {
		if err := spare(filepath.Join(folder, f.name), read); err != nil {
			return err
		}
	}
	for _, f := range files {
		if err := write(filepath.Join(folder, f.name), f.data, read); err != nil {
			return err
		}
	}
	return nil
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
