package main

import (
	"fmt"

	"dpmap/reports/wording"
)

// tellUndrawn says which names the pictures show with frames in place of
// letters: where it is so, and what has the letters.
func (p *program) tellUndrawn(s *settings, names []string, where, instead string) {
	if s.quiet || len(names) == 0 {
		return
	}
	const most = 5
	var told []string
	for _, name := range names[:min(len(names), most)] {
		told = append(told, `"`+plain(name)+`"`)
	}
	if more := len(names) - most; more > 0 {
		told = append(told, wording.Count(more, "further name", "further names"))
	}
	fmt.Fprintf(p.err, "dpmap: frames stand in place of letters of %s in %s, whose font lacks them; %s\n", wording.Joined(told), where, instead)
}
