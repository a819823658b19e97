package main

import (
	"fmt"
	"io"
	"os"

	"golang.org/x/term"
)

// terminal is the terminal that w writes to, -1 when it is none: a pipe, a file,
// a test.
func terminal(w io.Writer) int {
	if f, ok := w.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		return int(f.Fd())
	}
	return -1
}

// width is the number of columns to break lines at, 0 for none: what is piped
// into a file or another program stays whole.
func (p *program) width() int {
	fd := terminal(p.out)
	if fd < 0 {
		return 0
	}
	columns, _, err := term.GetSize(fd)
	if err != nil {
		return page
	}
	return columns
}

// colour reports whether to write ANSI colours: --color, then NO_COLOR, then
// whether anybody is looking.
func (p *program) colour(s *settings) bool {
	switch s.color {
	case "always":
		return true
	case "never":
		return false
	}
	return os.Getenv("NO_COLOR") == "" && terminal(p.out) >= 0
}

// progress says on the error stream what is being done, over what it said
// before, where somebody is looking. The empty text takes it away.
func (p *program) progress(s *settings, what string) {
	if s.quiet || terminal(p.err) < 0 {
		return
	}
	const clearLine = "\r\x1b[K"
	fmt.Fprint(p.err, clearLine+what)
}
