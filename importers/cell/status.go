package cell

import (
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/importers/words"
)

// ParseStatus reads whether a flow runs at a date. What has ended is judged by no
// rule, so only a plain word of an end counts, alone or with a day that is past:
// "ended - data still held", "not ended" and "Closed list" are told, and live.
func ParseStatus(text string, asAt law.Date) (graph.Status, []Doubt) {
	if IsUnknown(text) || IsNotApplicable(text) {
		return 0, nil
	}
	kind, ok := words.List("status").Whole(text)
	if state, rest := ParseState(text); !ok && state == graph.No && rest != "" {
		if k, meant := words.List("status").Whole(strings.Trim(withoutLink(withoutDate(rest)), " ,.:;()-–—")); meant && k == "ended" {
			return graph.Ended, nil // "No - stopped 2025"
		}
	}
	if day, rest, d := findDate(text); !ok && d == nil && !day.To.IsZero() {
		kind, ok = words.List("status").Whole(strings.Trim(withoutLink(rest), " ,.:;()-–—"))
		ok = ok && (kind != "ended" || !asAt.Before(day.To))
	}
	if !ok || kind == "ended" && strings.Contains(text, "?") {
		kind, _ = words.List("status").First(text)
		ok = kind == "live" || kind == "proposed" // judged alike
	}
	if !ok {
		return 0, []Doubt{{Message: "status " + words.Quote(text) + " is not one that is known, so the flow counts as live", Fix: "write live, proposed or ended, and nothing else"}}
	}
	return map[string]graph.Status{"live": graph.Live, "proposed": graph.Proposed, "ended": graph.Ended}[kind], nil
}

// withoutDate is a text without the day that it names, if that reads as one.
func withoutDate(text string) string {
	if day, rest, d := findDate(text); d == nil && !day.To.IsZero() {
		return rest
	}
	return text
}

// withoutLink drops the word that leads to a date: "ended on", "since".
func withoutLink(text string) string {
	fields := strings.Fields(words.Fold(text))
	for n := len(fields); n > 1; n = len(fields) {
		switch fields[n-1] {
		case "on", "in", "since", "from", "at", "by", "as", "of":
			fields = fields[:n-1]
			continue
		}
		break
	}
	return strings.Join(fields, " ")
}
