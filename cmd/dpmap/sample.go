package main

import (
	"fmt"
	"os"
	"path/filepath"

	"dpmap/fixtures"

	"github.com/spf13/cobra"
)

func (p *program) sampleCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "sample FOLDER",
		Short: "Write the sample registers out, to look at and to try",
		Long: `sample writes five registers made from published documents of schools, an
education group and an awarding body into a folder. A file of the same name that
is already there is not replaced.`,
		Args: takes(1, 1, "the folder to write into"),
		RunE: func(_ *cobra.Command, args []string) error {
			if err := os.MkdirAll(args[0], 0o755); err != nil {
				return fmt.Errorf("the folder %s cannot be made: %s", args[0], cause(err))
			}
			all := fixtures.All()
			for _, f := range all {
				path := filepath.Join(args[0], f.File)
				if _, err := os.Stat(path); err == nil {
					return fmt.Errorf("%s is there already and is not replaced; name an empty folder", path)
				}
			}
			for _, f := range all {
				path := filepath.Join(args[0], f.File)
				if err := write(path, raw(f.Data), nil); err != nil {
					return err
				}
				fmt.Fprintf(p.out, "%s\n    %s\n", path, f.Title)
			}
			return nil
		},
	}
}
