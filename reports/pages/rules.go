// Package pages writes what dpmap knows rather than what it found: the pages of
// the rules and of the law. Their text comes from the rules and tables alone.
package pages

import (
	"fmt"
	"io"
	"strings"

	"dpmap/graph/law"
	"dpmap/graph/rules"
)

// RuleList writes one line a rule for a terminal: severity, code and title.
func RuleList(w io.Writer, all []rules.Rule) error {
	wide := 0
	for _, r := range all {
		wide = max(wide, len(r.Code))
	}
	var b strings.Builder
	for _, r := range all {
		fmt.Fprintf(&b, "%-8s  %-*s  %s\n", r.Severity, wide, r.Code, r.Title)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// Rule writes one rule's page for a terminal, lines up to width characters, with
// an example at which it fires and one at which it does not.
func Rule(w io.Writer, r rules.Rule, width int) error {
	shown, err := rules.ExampleOf(r.Code)
	if err != nil {
		return err
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s (%s)\n%s\n\n", r.Code, r.Severity, wrap(r.Title, "", width))
	for _, paragraph := range paragraphs(r.Doc) {
		fmt.Fprintf(&b, "%s\n\n", wrap(paragraph, "", width))
	}
	fmt.Fprintf(&b, "What to do\n%s\n\n", wrap(r.Fix, "  ", width))
	if r.FixEU != "" {
		fmt.Fprintf(&b, "What to do under EU law\n%s\n\n", wrap(r.FixEU, "  ", width))
	}
	b.WriteString("Law\n")
	for _, c := range r.Law {
		fmt.Fprintf(&b, "  %s\n", c.Cite)
		if c.URL != "" {
			fmt.Fprintf(&b, "  %s\n", c.URL)
		}
	}
	example(&b, shown, width)
	_, err = io.WriteString(w, b.String())
	return err
}

// RulesMarkdown writes docs/rules.md.
func RulesMarkdown(w io.Writer, all []rules.Rule) error {
	var b strings.Builder
	b.WriteString("# The rules\n\n")
	b.WriteString("<!-- Made from the rules themselves by `go test ./reports/pages -update`; edit the rules, not this page. -->\n\n")
	fmt.Fprintf(&b, "dpmap has %d rules. `dpmap explain CODE` prints one of them.\n\n", len(all))
	b.WriteString("| rule | severity | what it finds |\n|---|---|---|\n")
	for _, r := range all {
		fmt.Fprintf(&b, "| [`%s`](#%s) | %s | %s |\n", r.Code, r.Code, r.Severity, strings.ReplaceAll(r.Title, "|", "\\|"))
	}
	for _, r := range all {
		fmt.Fprintf(&b, "\n## %s\n\n**%s** (%s)\n\n", r.Code, r.Title, r.Severity)
		for _, paragraph := range paragraphs(r.Doc) {
			fmt.Fprintf(&b, "%s\n\n", paragraph)
		}
		fmt.Fprintf(&b, "*What to do:* %s\n\n", r.Fix)
		if r.FixEU != "" {
			fmt.Fprintf(&b, "*What to do under EU law:* %s\n\n", r.FixEU)
		}
		fmt.Fprintf(&b, "*Law:* %s\n", citations(r.Law))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func citations(all []law.Citation) string {
	words := make([]string, len(all))
	for i, c := range all {
		words[i] = c.Cite
		if c.URL != "" {
			words[i] = fmt.Sprintf("[%s](%s)", c.Cite, c.URL)
		}
	}
	return strings.Join(words, "; ")
}

func paragraphs(doc string) []string {
	var list []string
	for p := range strings.SplitSeq(doc, "\n\n") {
		if p = strings.Join(strings.Fields(p), " "); p != "" {
			list = append(list, p)
		}
	}
	return list
}

// wrap breaks a paragraph into lines of at most width characters where words
// allow, each after the indent.
func wrap(paragraph, indent string, width int) string {
	var b strings.Builder
	at := 0
	for word := range strings.FieldsSeq(paragraph) {
		n := len([]rune(word))
		switch {
		case at == 0:
			b.WriteString(indent)
			at = len(indent)
		case at+1+n > width:
			b.WriteString("\n" + indent)
			at = len(indent)
		default:
			b.WriteByte(' ')
			at++
		}
		b.WriteString(word)
		at += n
	}
	return b.String()
}
