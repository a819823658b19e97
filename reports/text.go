package reports

import (
	"bufio"
	"io"
	"strings"

	"dpmap/graph"
	"dpmap/graph/rules"
)

// TextOptions of the terminal's output.
type TextOptions struct {
	Width int  // columns of the terminal; 0 does not break lines
	Color bool // ANSI colours
	Quiet bool // one line a finding, one for each column that is missing, and nothing else
}

// Text writes the findings for a person at a terminal, grouped by who receives
// the data. No text of an input can steer the terminal.
func Text(w io.Writer, r *Report, o TextOptions) error {
	t := &textWriter{Writer: bufio.NewWriter(w), report: r, TextOptions: o}
	if o.Quiet {
		t.quiet()
	} else {
		t.all()
	}
	return t.Flush()
}

type textWriter struct {
	*bufio.Writer
	report *Report
	TextOptions
}

// The ANSI colours of what is worth one.
const (
	bold   = "1"
	faint  = "2"
	red    = "31"
	yellow = "33"
	cyan   = "36"
	green  = "32"
)

var severityColours = [...]string{"", cyan, yellow, red, bold + ";" + red}

// paint colours a text that is already clean.
func (t *textWriter) paint(colour, text string) string {
	if !t.Color || text == "" {
		return text
	}
	return "\x1b[" + colour + "m" + text + "\x1b[0m"
}

// unpainted is a text of ours without its colours.
func unpainted(s string) string {
	for {
		before, after, ok := strings.Cut(s, "\x1b[")
		if !ok {
			return s
		}
		_, after, _ = strings.Cut(after, "m")
		s = before + after
	}
}

// line writes one paragraph: the first line after lead, the others indented as
// far as it.
func (t *textWriter) line(indent int, lead, text string) {
	pad := strings.Repeat(" ", indent)
	hang := pad + strings.Repeat(" ", displayWidth(unpainted(lead)))
	columns := 0
	if t.Width > 0 {
		columns = max(t.Width-len(hang), 20)
	}
	for i, l := range wrap(clean(text), columns) {
		if i == 0 {
			t.WriteString(pad + lead + l + "\n")
		} else {
			t.WriteString(hang + l + "\n")
		}
	}
}

// heading writes a clean text in bold.
func (t *textWriter) heading(text string) {
	t.WriteString("\n")
	for _, l := range wrap(clean(text), max(t.Width, 0)) {
		t.WriteString(t.paint(bold, l) + "\n")
	}
}

// quiet writes what another program, or an editor, can take apart.
func (t *textWriter) quiet() {
	lacking, told := t.report.lacking()
	for i := range t.report.Result.Findings {
		if f := &t.report.Result.Findings[i]; t.report.IsOpen(f) && !told[i] {
			t.quietLine(f.At.String(), f.Severity, AfterPlace(f.Message, f.At), f.Rule)
		}
	}
	for _, c := range lacking {
		t.quietLine(c.At, c.Severity, c.sentence(), c.Rule)
	}
	if len(t.report.Problems) > 0 {
		heading := problemHeading(t.report.Summary())
		t.WriteString(strings.ToLower(heading[:1]) + heading[1:] + "; told without --quiet\n")
	}
}

func (t *textWriter) quietLine(place string, grave rules.Severity, message, rule string) {
	if place = clean(place); place != "" {
		t.WriteString(place + ": ")
	}
	t.WriteString(t.paint(severityColours[grave], grave.String()) + ": " + clean(message) + " [" + clean(rule) + "]\n")
}

func (t *textWriter) all() {
	t.WriteString(t.paint(bold, clean(t.report.registerName())) + "\n")
	for _, s := range t.report.headlines() {
		t.line(0, "", s)
	}
	t.whatIf()
	lacking, told := t.report.lacking()
	t.lacking(lacking)
	for _, g := range t.report.byRecipient(told) {
		t.heading(t.report.groupHeading(g))
		for _, f := range g.Findings {
			t.finding(f)
		}
	}
	t.problems()
	t.unknowns()
	t.remedies()
	t.first()
	t.WriteString("\n")
	t.line(0, "", t.report.Summary().Findings.sentence())
}

// lacking writes a line for each fact that a whole column is missing for.
func (t *textWriter) lacking(list []lackingColumn) {
	if len(list) == 0 {
		return
	}
	t.heading("Columns that are missing or empty")
	for _, c := range list {
		word := strings.ToUpper(c.Severity.String())
		lead := t.paint(severityColours[c.Severity], mark(c.Severity)+word) + strings.Repeat(" ", len("CRITICAL  ")-len(word))
		t.line(2, lead, c.sentence()+" ("+c.Rule+")")
	}
}

// remedies writes what to do, once for each rule.
func (t *textWriter) remedies() {
	list := t.report.remedies()
	if len(list) == 0 {
		return
	}
	t.heading("What to do (dpmap explain RULE tells more)")
	for _, x := range list {
		t.WriteString("  " + t.paint(severityColours[x.grave], mark(x.grave)) + clean(x.Rule) + "\n")
		for _, s := range x.sentences() {
			t.line(5, "", s)
		}
	}
}

// mark is a severity's mark with the space after it.
func mark(s rules.Severity) string {
	m := severityMarks[s]
	return m + strings.Repeat(" ", 3-len(m))
}

// finding writes the place first, since that is what a reader goes to.
func (t *textWriter) finding(f *rules.Finding) {
	word := strings.ToUpper(f.Severity.String())
	lead, colour := mark(f.Severity), severityColours[f.Severity]
	if !t.report.IsOpen(f) {
		word, lead, colour = "ACCEPTED "+word, "~  ", faint
	}
	place := clean(f.At.String())
	if place == "" {
		place = "no cell"
	}
	t.WriteString("  " + t.paint(colour, lead) + place + "  " + t.paint(colour, word) + "  " + t.paint(faint, clean(f.Rule)) + "\n")
	t.line(5, "", AfterPlace(f.Message, f.At))
	if f.Accepted != nil {
		t.line(5, "", t.report.AcceptedText(f))
	}
}

func (t *textWriter) problems() {
	if len(t.report.Problems) == 0 {
		return
	}
	sum := t.report.Summary()
	t.heading(problemHeading(sum))
	told := map[string]bool{} // what to do, once
	for _, p := range t.report.Problems {
		mark, colour, word := "?  ", yellow, p.Word()
		if p.Level == graph.Rejected {
			mark, colour, word = "x  ", red, "ROW NOT USED"
		}
		t.WriteString("  " + t.paint(colour, mark) + clean(p.At.String()) + "  " + t.paint(colour, word) + "\n")
		t.line(5, "", AfterPlace(p.Message, p.At))
		if p.Fix != "" && !told[p.Fix] {
			t.line(5, "Do: ", p.Fix)
		}
		told[p.Fix] = true
	}
}

func (t *textWriter) unknowns() {
	unknowns := t.report.Summary().Unknowns
	if len(unknowns) == 0 {
		return
	}
	t.heading("Not recorded")
	for _, u := range unknowns {
		t.line(2, "", u.sentence())
	}
}
