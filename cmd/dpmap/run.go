package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"time"

	"dpmap/graph/law"

	"github.com/spf13/cobra"
)

// The exit codes of CONTRACT: what a script may rely on.
const (
	exitDone     = 0
	exitFindings = 1   // findings at or above --fail-on
	exitInput    = 2   // input or usage at fault
	exitFault    = 3   // our fault
	exitStopped  = 130 // by the user, as shells count it
)

// program is what every command shares: where it writes, and the day it is.
type program struct {
	out   io.Writer
	err   io.Writer
	today law.Date
	exit  int
}

// fault marks an error as ours rather than the input's.
type fault struct{ error }

// Unwrap gives the error that went wrong.
func (f fault) Unwrap() error { return f.error }

// ours is an error of writing as a fault of ours, nil for none.
func ours(err error) error {
	if err == nil {
		return nil
	}
	return fault{err}
}

// run executes one command line and returns the exit code. A panic is our
// fault: it is told in one sentence with what a maintainer needs.
func run(args []string, out, errOut io.Writer, now time.Time) (code int) {
	p := &program{out: out, err: errOut, today: law.DateOf(now)}
	defer func() {
		if r := recover(); r != nil {
			fmt.Fprintf(errOut, "dpmap: a fault of dpmap's own: %v\nNothing was written after this point; please report it with this text:\n%s", r, debug.Stack())
			code = exitFault
		}
	}()
	root := p.root()
	root.SetArgs(dropped(root, args))
	root.SetOut(out)
	root.SetErr(errOut)
	err := root.Execute()
	if err == nil {
		return p.exit
	}
	fmt.Fprintf(errOut, "dpmap: %v\n", err)
	if errors.As(err, new(fault)) {
		return exitFault
	}
	return exitInput
}

// dropped turns files that were dropped on the program into a report beside the
// first of them.
func dropped(root *cobra.Command, args []string) []string {
	if len(args) == 0 || strings.HasPrefix(args[0], "-") {
		return args
	}
	if found, _, err := root.Find(args[:1]); err == nil && found != root {
		return args
	}
	if _, err := os.Stat(args[0]); err != nil {
		return args
	}
	beside := filepath.Join(filepath.Dir(args[0]), reportFolder)
	return append([]string{"report", "-o", beside}, args...)
}

func (p *program) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "dpmap",
		Short: "Map who gets your school's personal data, and what is wrong with it",
		Long: `dpmap reads the spreadsheets in which a school or education group lists who
gets its personal data. It draws the map, finds the flows that break UK
data-protection law, names the cell each finding rests on, and writes the record
of processing activities. It works offline; nothing leaves your computer.`,
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	root.CompletionOptions.HiddenDefaultCmd = true
	root.AddCommand(
		p.reportCommand(), p.checkCommand(), p.ropaCommand(), p.dpiaCommand(), p.diagramCommand(),
		p.annotateCommand(), p.templateCommand(),
		p.sampleCommand(), p.explainCommand(), p.lawCommand(), p.versionCommand(),
	)
	return root
}
