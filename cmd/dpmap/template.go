package main

import (
	"fmt"
	"io"
	"os"

	"dpmap/graph/law"
	"dpmap/reports/template"

	"github.com/spf13/cobra"
)

func (p *program) templateCommand() *cobra.Command {
	var path string
	cmd := &cobra.Command{
		Use:   "template -o flows.xlsx",
		Short: "Write an empty register to fill in",
		Long: `template writes a workbook in dpmap's own layout: a sheet of flows, one of
organisations, one about your own organisation and one of accepted findings, with
drop-downs, a note on every heading and an example row that is not read. A file
that is already there is not replaced.`,
		Args: takes(0, 0, ""),
		RunE: func(*cobra.Command, []string) error {
			if _, err := os.Stat(path); err == nil {
				return fmt.Errorf("%s is there already and is not replaced, since it may be filled in; give another name with -o", path)
			}
			book, err := law.Open(p.today)
			if err != nil {
				return fault{err}
			}
			if err := write(path, func(w io.Writer) error { return ours(template.Write(w, book, version)) }, nil); err != nil {
				return err
			}
			fmt.Fprintf(p.out, "Written: %s\nFill it in, save it, and run: dpmap report %s\n", path, path)
			return nil
		},
	}
	cmd.Flags().StringVarP(&path, "output", "o", "flows.xlsx", "`file` to write")
	return cmd
}
