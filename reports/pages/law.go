package pages

import (
	"fmt"
	"io"
	"strings"

	"dpmap/graph/law"
)

// Law writes how every country stands under each regime at the book's date, and
// every instrument: whether it stands, its term, its scope and its citation.
func Law(w io.Writer, book *law.Book, width int) error {
	var b strings.Builder
	heading(&b, book, width)
	for _, regime := range regimes() {
		fmt.Fprintf(&b, "\nTransfers under the %s GDPR\n", regime)
		byStanding(&b, book, regime, width)
		for _, i := range book.Instruments() {
			if i.Regime == regime {
				instrument(&b, book, i, width)
			}
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// byStanding lists the countries that a regime's exporters may send to without
// a safeguard.
func byStanding(b *strings.Builder, book *law.Book, regime law.Regime, width int) {
	names := map[string][]string{}
	for _, c := range book.Countries() {
		s := stands(book, regime, c)
		names[s.word] = append(names[s.word], c.Name)
	}
	for _, line := range []struct{ word, means string }{
		{standsHome, "not a restricted transfer: "}, {standsAdequate, "adequate: "}, {standsConditional, "adequate only on a condition: "},
	} {
		if len(names[line.word]) > 0 {
			fmt.Fprintf(b, "%s\n", wrap(line.means+strings.Join(names[line.word], ", "), "  ", width))
		}
	}
	fmt.Fprintf(b, "%s\n\n", wrap("every other country: "+standing{word: standsNone}.sentence(), "  ", width))
}

// Country writes how one country stands under each regime at the book's date,
// and every decision on it, in force or not.
func Country(w io.Writer, book *law.Book, country law.Country, width int) error {
	var b strings.Builder
	heading(&b, book, width)
	for _, regime := range regimes() {
		fmt.Fprintf(&b, "\n%s, for an exporter under the %s GDPR: %s\n", country.Name, regime, stands(book, regime, country).sentence())
		for _, i := range book.Decisions(regime, country.Code) {
			instrument(&b, book, i, width)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func heading(b *strings.Builder, book *law.Book, width int) {
	fmt.Fprintf(b, "The law as at %s; tables last checked %s\n", book.AsAt().Long(), book.Checked().Long())
	if old := book.AgeWarning(); old != "" {
		fmt.Fprintf(b, "%s\n", wrap(old, "", width))
	}
	if fallen := book.Without(); len(fallen) > 0 {
		fmt.Fprintf(b, "A supposition: as if these had fallen: %s\n", strings.Join(fallen, ", "))
	}
	if overlaid := book.Overlaid(); len(overlaid) > 0 {
		b.WriteString("Laid over the built-in law:\n")
		for _, o := range overlaid {
			fmt.Fprintf(b, "%s\n", wrap(fmt.Sprintf("%s (%s row %d)", o, o.File, o.Row), "  ", width))
		}
	}
}

func instrument(b *strings.Builder, book *law.Book, i law.Instrument, width int) {
	fmt.Fprintf(b, "  %-22s %s\n", i.ID, i.Name)
	told := func(name, text string) {
		if text != "" {
			fmt.Fprintf(b, "%s\n", wrap(name+text, "      ", width))
		}
	}
	told("", state(book, i))
	told("only if: ", i.Scope)
	told("to be recorded: ", evidenceWords(i.Needs))
	told("never reaches: ", strings.Join(kindWords(i.Outside), ", "))
	told("", strings.Join(limits(i), "; "))
	told("never carries a transfer: ", i.Unsafe)
	told("watch: ", i.Pending(book.AsAt()))
	told("note: ", i.Note)
	told("", i.Law.Cite)
	told("", i.Law.URL)
	told("", trust(i))
}

// trust is whether a row was verified, where it was read, and when.
func trust(i law.Instrument) string {
	words := "verified"
	if !i.Verified {
		words = "not verified, so check before relying on it"
	}
	words += "; read in: " + i.Source
	if i.Checked.IsZero() {
		return words + "; on no day that is recorded"
	}
	return words + "; checked " + i.Checked.Long()
}

// state is whether and for how long an instrument stands, in words.
func state(book *law.Book, i law.Instrument) string {
	word := "does not stand"
	if book.StandsFor(i.Regime, i.ID) {
		word = "stands"
	}
	if !i.From.IsZero() {
		word += ", from " + i.From.Long()
	}
	if !i.Ends.IsZero() {
		return word + " until " + i.Ends.Long()
	}
	return word + ", no end known"
}
