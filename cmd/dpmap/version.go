package main

import (
	"fmt"

	"dpmap/graph/law"

	"github.com/spf13/cobra"
)

// version is this release's number, as every output names it.
const version = "0.1.0"

func (p *program) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version and the age of the built-in law",
		Args:  takes(0, 0, ""),
		RunE: func(*cobra.Command, []string) error {
			book, err := law.Open(p.today)
			if err != nil {
				return fault{err}
			}
			fmt.Fprintf(p.out, "dpmap %s, law checked %s\n", version, book.Checked())
			return nil
		},
	}
}
