package cell

import (
	"dpmap/graph"
	"dpmap/importers/words"
)

// ParseFrequency reads how often data goes. Words that say neither "once" nor
// "again and again" leave it unknown.
func ParseFrequency(text string) graph.Frequency {
	f := graph.Frequency{Text: text}
	if IsUnknown(text) || IsNotApplicable(text) {
		return f
	}
	switch kind, _ := words.List("frequency").First(text); kind {
	case "one-off":
		f.OneOff = true
	case "regular":
		f.Regular = true
	}
	return f
}
