package reports

import (
	"bufio"
	"io"
	"strings"

	"dpmap/graph/law"
)

// Markdown writes the findings for an issue, a wiki or a pull request. What
// comes from an input shows as text, never as mark-up.
func Markdown(w io.Writer, r *Report) error {
	b := bufio.NewWriter(w)
	sum := r.Summary()
	b.WriteString("# Data flows of " + md(r.registerName()) + "\n\n")
	for _, s := range r.headlines() {
		b.WriteString("- " + md(s) + "\n")
	}
	b.WriteString("\n**" + md(sum.Findings.sentence()) + "**\n")
	b.WriteString(r.mdWhatIf())
	lacking, told := r.lacking()
	mdLacking(b, lacking)
	for _, g := range r.byRecipient(told) {
		b.WriteString("\n## " + md(r.groupHeading(g)) + "\n\n")
		for _, f := range g.Findings {
			word := f.Severity.String()
			if !r.IsOpen(f) {
				word += ", accepted"
			}
			b.WriteString("- **" + word + "** ")
			if !f.At.IsZero() {
				b.WriteString(md(f.At.String()) + ": ")
			}
			b.WriteString(md(AfterPlace(f.Message, f.At)) + " (" + md(f.Rule) + ")\n")
			if f.Accepted != nil {
				b.WriteString("  - " + md(r.AcceptedText(f)) + "\n")
			}
		}
	}
	mdProblems(b, r, sum)
	if len(sum.Unknowns) > 0 {
		b.WriteString("\n## Not recorded\n\n")
		for _, u := range sum.Unknowns {
			b.WriteString("- " + md(u.sentence()) + "\n")
		}
	}
	mdRemedies(b, r.remedies())
	return b.Flush()
}

func mdLacking(b *bufio.Writer, list []lackingColumn) {
	if len(list) == 0 {
		return
	}
	b.WriteString("\n## Columns that are missing or empty\n\n")
	for _, c := range list {
		b.WriteString("- **" + c.Severity.String() + "** " + md(c.sentence()) + " (" + md(c.Rule) + ")\n")
	}
}

// mdRemedies writes what to do and the law, once for each rule.
func mdRemedies(b *bufio.Writer, list []remedy) {
	if len(list) == 0 {
		return
	}
	b.WriteString("\n## What to do\n\n")
	for _, x := range list {
		b.WriteString("- **" + md(x.Rule) + "**\n")
		for _, s := range x.sentences() {
			b.WriteString("  - " + md(s) + "\n")
		}
		if len(x.Law) > 0 {
			b.WriteString("  - Law: " + mdLaw(x.Law) + "\n")
		}
	}
}

func mdProblems(b *bufio.Writer, r *Report, sum Summary) {
	if len(r.Problems) == 0 {
		return
	}
	b.WriteString("\n## " + problemHeading(sum) + "\n\n")
	for _, p := range r.Problems {
		b.WriteString("- **" + p.Word() + "** " + md(p.At.String()) + ": " + md(AfterPlace(p.Message, p.At)) + "\n")
		if p.Fix != "" {
			b.WriteString("  - To do: " + md(p.Fix) + "\n")
		}
	}
}

// markup is what Markdown could read as mark-up within a line, or at its
// beginning.
const markup = "\\`*_[]<>#|~&$"

// md escapes a text for one line of Markdown.
func md(s string) string {
	s = clean(s)
	if !strings.ContainsAny(s, markup+"@:+-=.") {
		return s
	}
	var b strings.Builder
	for i, c := range s {
		switch {
		case strings.ContainsRune(markup, c), i == 0 && strings.ContainsRune("+-=", c):
			b.WriteByte('\\')
			b.WriteRune(c)
		case c == '@':
			b.WriteString("&#64;") // names nobody
		case c == ':' && strings.HasPrefix(s[i:], "://"):
			b.WriteString("&#58;") // is no link
		case c == '.' && strings.HasSuffix(strings.ToLower(s[:i]), "www"):
			b.WriteString("&#46;")
		default:
			b.WriteRune(c)
		}
	}
	return b.String()
}

// mdLaw links the provisions to where they can be read.
func mdLaw(cites []law.Citation) string {
	var parts []string
	for _, c := range cites {
		if url := safeURL(c.URL); url != "" {
			parts = append(parts, "["+md(c.Cite)+"](<"+url+">)")
		} else {
			parts = append(parts, md(c.Cite))
		}
	}
	return strings.Join(parts, "; ")
}
