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

// parseStatus reads whether a flow runs.
func parseStatus(text string) (graph.Status, []doubt) {
	if isUnknown(text) || isNotApplicable(text) {
		return 0, nil
	}
	kind, ok := words("status").whole(text)
	if !ok {
		kind, ok = words("status").first(text)
	}
	if !ok {
		return 0, []doubt{{message: "status " + quote(text) + " is not one that is known, so the flow counts as live", fix: "write live, proposed or ended"}}
	}
	return map[string]graph.Status{"live": graph.Live, "proposed": graph.Proposed, "ended": graph.Ended}[kind], nil
}
