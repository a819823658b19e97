package importers

import "dpmap/graph"

// parseFrequency reads how often data goes. Words that say neither "once" nor
// "again and again" leave it unknown.
func parseFrequency(text string) graph.Frequency {
	f := graph.Frequency{Text: text}
	if isUnknown(text) || isNotApplicable(text) {
		return f
	}
	switch kind, _ := words("frequency").first(text); kind {
	case "one-off":
		f.OneOff = true
	case "regular":
		f.Regular = true
	}
	return f
}
