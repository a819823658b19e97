package reports

import (
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/reports/wording"
)

// PlaceWords is the countries of a place and the words of the register that name
// none; "" where nothing is recorded. That a place is implied is left to the
// caller.
func PlaceWords(book *law.Book, p graph.Place) string {
	names := CountryNames(book, p.Countries)
	for _, open := range p.Open {
		names = append(names, OpenPlace(open))
	}
	if len(names) == 0 && strings.TrimSpace(p.Text) != "" {
		names = append(names, "not known: "+wording.Quote(p.Text))
	}
	return strings.Join(names, ", ")
}

// OpenPlace is words of a register that stand where a country should.
func OpenPlace(words string) string { return wording.Quote(words) + " (no country named)" }

// ConsentNotShown is what a record says in place of a condition that was only
// read from the word consent in a lawful basis, where nothing shows that the
// consent is explicit; "" for every other condition. Consent as a basis of Art 6
// is not the explicit consent of Art 9, and a record that wrote it so would
// state what nobody recorded.
func ConsentNotShown(f *graph.Flow, s graph.Stated) string {
	c := f.Consent
	shown := c.Explicit != graph.No && (c.Explicit == graph.Yes || c.How != "" || !c.Date.IsZero())
	if !s.Inferred || s.ID != explicitConsent || shown {
		return ""
	}
	return "not shown: the lawful basis says " + wording.Quote(s.Text) + ", and nothing recorded shows that it is explicit (Art " + explicitConsent + ")"
}

const explicitConsent = "9(2)(a)"

// AgreementWords is the contract or arrangement as recorded; "" where nothing
// is. Blank is not "none": what is recorded without saying whether it stands is
// told so.
func AgreementWords(a graph.Agreement) string {
	state := "not known whether it is in place"
	switch {
	case a.State == graph.Yes:
		state = "in place"
	case a.State == graph.No:
		state = "none, or not signed"
	case a.State == graph.NotApplicable:
		state = "recorded as not applicable"
	case a.Text == "" && a.Kind == 0 && a.Signed.IsZero() && a.Ends.IsZero():
		return ""
	}
	text := wording.Phrase(", ", wording.Phrase(": ", a.Kind.String(), state), dated("signed ", a.Signed), dated("ends ", a.Ends))
	return wording.Phrase(" – ", text, OwnWords(a.Text))
}

func dated(words string, day law.Date) string {
	if day.IsZero() {
		return ""
	}
	return words + day.Long()
}

// OwnWords quotes a cell's own words where they say more than yes or no, "" else.
func OwnWords(text string) string {
	if len(strings.TrimSpace(text)) <= len("yes") {
		return ""
	}
	return wording.Quote(text)
}
