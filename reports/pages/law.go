package pages

import (
	"fmt"
	"io"
	"strings"

	"dpmap/graph/law"
)

// Law writes every instrument of the book by regime: whether it stands at the
// book's date, its term and its citation.
func Law(w io.Writer, book *law.Book, width int) error {
	var b strings.Builder
	heading(&b, book)
	for _, regime := range []law.Regime{law.UK, law.EU} {
		fmt.Fprintf(&b, "\nTransfers under the %s GDPR\n", regime)
		for _, i := range book.Instruments() {
			if i.Regime == regime {
				instrument(&b, book, i, width)
			}
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// Country writes how one country stands under each regime at the book's date.
func Country(w io.Writer, book *law.Book, country law.Country, width int) error {
	var b strings.Builder
	heading(&b, book)
	for _, regime := range []law.Regime{law.UK, law.EU} {
		fmt.Fprintf(&b, "\n%s, for an exporter under the %s GDPR: %s\n", country.Name, regime, standing(book, regime, country.Code))
		for _, i := range book.Decisions(regime, country.Code) {
			instrument(&b, book, i, width)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func heading(b *strings.Builder, book *law.Book) {
	fmt.Fprintf(b, "The law as at %s; tables last checked %s", book.AsAt().Long(), book.Checked().Long())
	if fallen := book.Without(); len(fallen) > 0 {
		fmt.Fprintf(b, "\nA supposition: as if these had fallen: %s", strings.Join(fallen, ", "))
	}
	b.WriteString("\n")
}

// standing is how a country stands in a few words.
func standing(book *law.Book, regime law.Regime, country string) string {
	switch decision, ok := book.Adequacy(regime, country); {
	case book.Regime(country) == regime:
		return "not a restricted transfer"
	case !ok:
		return "no adequacy; a transfer needs a safeguard (Art 46) or an exception (Art 49)"
	case decision.Scope != "":
		return "adequate only on a condition"
	}
	return "adequate"
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
	told("never carries a transfer: ", i.Unsafe)
	told("watch: ", i.Watch)
	told("", i.Law.Cite)
	told("", i.Law.URL)
	if !i.Verified {
		told("not verified: ", "read in general knowledge or a secondary source; check before relying on it")
	}
}

// state is whether and for how long an instrument stands, in words.
func state(book *law.Book, i law.Instrument) string {
	var term []string
	if !i.From.IsZero() {
		term = append(term, "from "+i.From.Long())
	}
	if !i.Ends.IsZero() {
		term = append(term, "until "+i.Ends.Long())
	}
	word := "does not stand"
	if book.StandsFor(i.Regime, i.ID) {
		word = "stands"
	}
	if len(term) == 0 {
		return word
	}
	return word + ", " + strings.Join(term, " ")
}
