package main

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"dpmap/reports/annotate"

	"github.com/spf13/cobra"
)

func (p *program) annotateCommand() *cobra.Command {
	var s settings
	var path string
	cmd := &cobra.Command{
		Use:   "annotate FILE -o FILE",
		Short: "Give your own workbook back with the findings at their cells",
		Long: `annotate writes a copy of the register in which each cell that a finding rests
on, or that could not be read, has a border, a fill and a note that says what is
wrong and what to do. One sheet that lists them all is added; nothing else
changes. A CSV, which has no notes, gets one more column instead.`,
		Args: takes(1, 1, "the register to annotate"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if path == "" {
				path = annotatedName(args[0])
			}
			if !strings.EqualFold(filepath.Ext(path), filepath.Ext(args[0])) {
				return fmt.Errorf("%s: the copy of %s stays what it is, so its name must end in %s too", path, filepath.Base(args[0]), filepath.Ext(args[0]))
			}
			j, err := p.judge(cmd, &s, args)
			if err != nil {
				return err
			}
			if len(j.files) != 1 {
				return fmt.Errorf("%s is a folder: name one file, or use dpmap report for all of it", args[0])
			}
			var done annotate.Done
			err = write(path, func(w io.Writer) (err error) {
				done, err = annotate.Write(w, j.report, j.files[0].Name, j.files[0].Data)
				return annotateError(j.files[0].Name, err)
			}, j.paths)
			if err != nil {
				return err
			}
			p.tellWritten(&s, j, path)
			if !s.quiet {
				fmt.Fprintln(p.out, doneSentence(done))
			}
			return nil
		},
	}
	cmd.Flags().StringVarP(&path, "output", "o", "", "`file` to write (default NAME-annotated beside the input)")
	s.addFlags(cmd.Flags(), "never")
	return cmd
}

// annotatedName is where the copy goes when -o does not say.
func annotatedName(input string) string {
	ext := filepath.Ext(input)
	return strings.TrimSuffix(input, ext) + "-annotated" + ext
}

// annotateError tells a file that cannot be annotated, which is the file's
// fault, from a fault of ours.
func annotateError(file string, err error) error {
	if errors.As(err, new(*annotate.Refusal)) {
		return fmt.Errorf("%s: %w", file, err)
	}
	return ours(err)
}

func doneSentence(d annotate.Done) string {
	s := fmt.Sprintf("Marked: %s, for %s.", counted(d.Cells, "place"), counted(d.Items, "finding or unreadable value", "findings or unreadable values"))
	if d.Elsewhere > 0 {
		s += fmt.Sprintf(" On no cell of this file: %d.", d.Elsewhere)
	}
	return s
}

// counted is a number with its noun; the plural is the noun with an s where
// none is given.
func counted(n int, noun ...string) string {
	if n == 1 {
		return "1 " + noun[0]
	}
	if len(noun) > 1 {
		return fmt.Sprint(n, " ", noun[1])
	}
	return fmt.Sprint(n, " ", noun[0], "s")
}

// annotatedFolder is where a report puts the inputs with their findings.
const annotatedFolder = "annotated"

// annotated makes the annotated copy of each input. A file that cannot be
// annotated is left out and told of.
func annotated(to *delivery, j *judged) (files []made, refused []error, err error) {
	taken := map[string]bool{}
	for _, f := range j.files {
		base := filepath.Base(f.Name)
		name := base
		for n := 2; taken[strings.ToLower(name)]; n++ {
			ext := filepath.Ext(base)
			name = fmt.Sprintf("%s (%d)%s", strings.TrimSuffix(base, ext), n, ext)
		}
		copied := made{annotatedFolder + "/" + name, "your file with the findings at their cells"}
		err := to.add(copied.name, func(w io.Writer) error {
			_, err := annotate.Write(w, j.report, f.Name, f.Data)
			return annotateError(f.Name, err)
		})
		var refusal *annotate.Refusal
		switch {
		case errors.As(err, &refusal):
			refused = append(refused, fmt.Errorf("%s is not annotated: %w", f.Name, refusal))
		case err != nil:
			return nil, nil, err
		default:
			taken[strings.ToLower(name)] = true
			files = append(files, copied)
		}
	}
	return files, refused, nil
}
