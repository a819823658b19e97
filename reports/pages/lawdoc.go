package pages

import (
	"fmt"
	"io"
	"strings"

	"dpmap/graph/law"
)

// LawMarkdown writes docs/law.md: every instrument of the tables, whatever the
// date, so that the page changes only with them.
func LawMarkdown(w io.Writer, book *law.Book) error {
	var b strings.Builder
	b.WriteString("# The law that verdicts rest on\n\n")
	b.WriteString("<!-- Made from graph/law/data by `go test ./reports/pages -update`; edit the tables, not this page. -->\n\n")
	fmt.Fprintf(&b, "dpmap knows %d instruments, last checked on %s. `dpmap law` prints them as they stand at a date, "+
		"`dpmap law COUNTRY` the decisions on one country; [add-a-country.md](add-a-country.md) tells how to change them. "+
		"Nothing here is legal advice. A row that is not verified was read in general knowledge or in a dated note: check it before relying on it.\n",
		len(book.Instruments()), book.Checked().Long())
	for _, regime := range regimes() {
		for _, part := range []struct {
			t       law.InstrumentType
			heading string
		}{
			{law.Adequacy, "Adequacy under the " + string(regime) + " GDPR"},
			{law.Safeguard, "Safeguards under Article 46 of the " + string(regime) + " GDPR"},
			{law.Derogation, "Exceptions under Article 49 of the " + string(regime) + " GDPR"},
		} {
			fmt.Fprintf(&b, "\n## %s\n", part.heading)
			lawTable(&b, book, regime, part.t)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func lawTable(b *strings.Builder, book *law.Book, regime law.Regime, t law.InstrumentType) {
	b.WriteString("\n| id | instrument | in force | scope and limits | law | verified | checked |\n|---|---|---|---|---|---|---|\n")
	for _, i := range book.Instruments() {
		if i.Regime != regime || i.Type != t {
			continue
		}
		verified := "no"
		if i.Verified {
			verified = "yes"
		}
		fmt.Fprintf(b, "| `%s` | %s | %s | %s | %s | %s: %s | %s |\n", i.ID, inCell(i.Name), term(i), inCell(scopeOf(i)),
			inCell(citations([]law.Citation{i.Law})), verified, inCell(i.Source), i.Checked)
	}
}

// term is the first and the last day in force.
func term(i law.Instrument) string {
	if i.Ends.IsZero() {
		return "from " + i.From.String()
	}
	return i.From.String() + " to " + i.Ends.String()
}

// scopeOf is all that limits an instrument, and what is known of its future.
func scopeOf(i law.Instrument) string {
	var parts []string
	told := func(name, text string) {
		if text != "" {
			parts = append(parts, name+text)
		}
	}
	told("**Never carries a transfer:** ", i.Unsafe)
	told("Only if: ", i.Scope)
	told("To be recorded: ", evidenceWords(i.Needs))
	told("Never reaches: ", strings.Join(kindWords(i.Outside), ", "))
	for _, limit := range limits(i) {
		told("", strings.ToUpper(limit[:1])+limit[1:])
	}
	told("Watch: ", i.Watch)
	told("", i.Note)
	return strings.Join(parts, ". ")
}

func inCell(s string) string { return strings.ReplaceAll(s, "|", "\\|") }
