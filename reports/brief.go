package reports

import (
	"bufio"
	"io"
	"strconv"
	"strings"

	"dpmap/graph/rules"
)

// Brief writes the report in a few lines for a person at a terminal: whose
// register, how it stands, and how many findings each rule has, gravest first.
func Brief(w io.Writer, r *Report, o TextOptions) error {
	t := &textWriter{Writer: bufio.NewWriter(w), report: r, TextOptions: o}
	t.WriteString(t.paint(bold, clean(r.registerName())) + "\n")
	for _, s := range r.headlines() {
		t.line(0, "", s)
	}
	t.line(0, "", r.Summary().Findings.sentence())
	for _, c := range r.countByRule() {
		number := strconv.Itoa(c.findings)
		lead := "  " + strings.Repeat(" ", max(4-len(number), 0)) + number + "  "
		word := c.severity.String() + strings.Repeat(" ", len("critical")-len(c.severity.String())) + "  "
		t.line(0, lead+t.paint(severityColours[c.severity], word), c.title)
	}
	return t.Flush()
}

type ruleCount struct {
	severity rules.Severity
	title    string
	findings int
}

// countByRule counts the findings that still need somebody, a row a rule, in
// the order of the findings: gravest first.
func (r *Report) countByRule() []ruleCount {
	var list []ruleCount
	for _, found := range r.openByRule() {
		list = append(list, ruleCount{severity: found[0].Severity, title: found[0].Title, findings: len(found)})
	}
	return list
}

// openByRule groups the findings that still need somebody by their rule, in the
// order in which each rule first stands among them.
func (r *Report) openByRule() [][]*rules.Finding {
	place := map[string]int{}
	var out [][]*rules.Finding
	for i := range r.Result.Findings {
		f := &r.Result.Findings[i]
		if !r.IsOpen(f) {
			continue
		}
		at, ok := place[f.Rule]
		if !ok {
			at = len(out)
			place[f.Rule] = at
			out = append(out, nil)
		}
		out[at] = append(out[at], f)
	}
	return out
}
