package importers

import (
	"dpmap/graph"
	"dpmap/importers/cell"
	"dpmap/importers/words"
)

var (
	// asksLive finds headings that ask whether something runs.
	asksLive = words.Regexp(`^(is it |is this |are they |are we |do we |is the \w+ )?(still |currently |now )?(live|in use|used|active|current|running|open|using it|use it|in operation|operational)( now| still)?( y n| yes no)?$`)
	// asksStill finds those that say that it ran once.
	asksStill = words.Regexp(`\bstill\b`)
	stopped   = words.Regexp(`\b(stopped|ended|ceased|finished|closed|left|cancelled|withdrawn|removed|retired|no longer|was|until|discontinued|switched off|turned off|archived|replaced)\b`)
)

// liveSaid is what yes or no says under a heading that asks whether something
// runs: "N - stopped July 26". A bare no may be what is still to come, unless the
// heading asks whether it still does; answered is false where the cell says neither.
func liveSaid(heading, text string) (status graph.Status, answered bool) {
	folded := words.Fold(heading)
	if !asksLive.MatchString(folded) {
		return 0, false
	}
	state, rest := cell.ParseState(text)
	switch {
	case state == graph.Yes && rest == "":
		return graph.Live, true
	case state == graph.No && (stopped.MatchString(words.Fold(rest)) || rest == "" && asksStill.MatchString(folded)):
		return graph.Ended, true
	}
	return 0, state == graph.No
}
