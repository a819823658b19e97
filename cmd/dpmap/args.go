package main

import (
	"fmt"

	"github.com/spf13/cobra"
)

// takes holds a command to what stands behind it. What is too few or too many is
// told with the line that is right: asked says what to name.
func takes(least, most int, asked string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) < least:
			return fmt.Errorf("%s: name %s: dpmap %s", cmd.CommandPath(), asked, cmd.Use)
		case most == 0 && len(args) > 0:
			return fmt.Errorf("%s takes no name, so %q says nothing to it: dpmap %s", cmd.CommandPath(), args[0], cmd.Use)
		case most > 0 && len(args) > most:
			return fmt.Errorf("%s: name %s, and only one: dpmap %s", cmd.CommandPath(), asked, cmd.Use)
		}
		return nil
	}
}

// several is how many files a command takes that reads several.
const several = -1
