package column

import (
	"slices"

	"dpmap/graph"
	"dpmap/importers/words"
)

// A paper of another sort is an agreement, or a consent, and yet none about the
// data: a home-school agreement, a device loan, consent to medicine.

// ofOtherPapers sets aside the columns about such papers: a yes beneath says nothing
// of the data. Headings that the tables know are left as they are.
func ofOtherPapers(l *Layout, columns []graph.Column) []graph.Column {
	out := slices.Clone(columns)
	for i, c := range out {
		if c.How == ByOption || c.How == ByHeading || c.How == byAside || len(c.Heading) > LongestHeading || HeadingTable()[l.Scope].Knows(c.Heading) {
			continue
		}
		folded := words.Fold(c.Heading)
		switch {
		case otherAgreement(folded) && !aboutData(folded) && !words.PhraseList("parents said").Has(folded):
			out[i].Field, out[i].How, out[i].Why = "", byAside, "by its heading it is an agreement about something else than the data"
		case otherConsent(folded) && !aboutData(folded):
			out[i].Field, out[i].How, out[i].Why = "", byAside, "by its heading it is consent to something else than the use of data"
		case consentsPart(folded):
			out[i].Field, out[i].How, out[i].Why = "", byAside, "it says something of a consent form, and not whether there is consent"
		}
	}
	return out
}

// both finds headings that ask for two things at once, of which the field is one.
var both = words.Regexp(`\b(art(icle)? 6|and|incl\w*|plus|with|or)\b`)

// ofOtherThing reports whether a heading has words of a field and asks something of
// another thing: how often is backed up, how is paid, when is to be reviewed next.
func ofOtherThing(f graph.Field, heading string) bool {
	folded := words.Fold(heading)
	return words.PhraseList("other than "+string(f)).Has(folded) && !(f == graph.FieldBasis && both.MatchString(folded))
}

// otherAgreement reports whether a folded text has one of the phrases "other agreements".
func otherAgreement(folded string) bool { return words.PhraseList("other agreements").Has(folded) }

// aboutData reports whether a folded text has one of the phrases "about data".
func aboutData(folded string) bool { return words.PhraseList("about data").Has(folded) }

// otherConsent reports whether a folded text has one of the phrases "other consents".
func otherConsent(folded string) bool { return words.PhraseList("other consents").Has(folded) }

// consentsPart reports whether a folded text has one of the phrases "parts of consent".
func consentsPart(folded string) bool { return words.PhraseList("parts of consent").Has(folded) }

// otherThanBasis tells headings of other things than a basis of Article 6.
func otherThanBasis(folded string) bool {
	return words.PhraseList("other than lawful-basis").Has(folded)
}
