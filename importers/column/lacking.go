package column

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/importers/cell"
	"dpmap/importers/words"
)

// byAside is how a column is told whose heading asks for what is still to come:
// no other step takes it for what it names. It is said to the reader.
const byAside = "aside"

// FieldLacking is the field of a column that asks whether an agreement is
// missing: its yes means that there is none.
const FieldLacking graph.Field = "agreement-missing"

var (
	agreementWord = words.Regexp(`\b(dpas?|dsas?|isas?|mous?|agreements?|contracts?|paperwork)\b`)
	noticeWord    = words.Regexp(`\b(notices?|policy|policies)\b`)
	documentWords = words.Regexp(`\b(dpas?|dsas?|isas?|mous?|agreements?|contracts?|paperwork|consents?|permissions?|dpias?|impact assessments?|privacy notices?|notices?|policy document|apd|safeguards?|mechanisms?|idta|sccs?|addendum|tra|tia|risk assessments?)\b`)
	endWords      = words.Regexp(`\b(ended|terminated|cancelled|ceased|ends?|end date|ending|until|expir(y|es|ing)|valid (to|until)|lapses|renewal)\b`)
	keepsWords    = words.Regexp(`\b(how long|retention|retain(s|ed)?|kept|keeps?|delet(e|es|ed|ion)|dispos(e|ed|al)|destr(oy|oyed|uction)|exit|handed back)\b`)
	sentWords     = words.Regexp(`\b(sent|issued|emailed)\b`)
	herePerhaps   = words.Regexp(`\b(if|where|when|as|whether) (it is )?(required|needed|necessary|due)\b|\bdue diligence\b`)
	offeredTail   = words.Regexp(`\s(yes no|y n|yes or no|y or n)( pending| in progress| n a| na| unknown| tbc| partial| not required)*$`)
	unneededWords = words.Regexp(`^(no|not|without)\b.*\b(needed|required|necessary|due)\b`)
	affirming     = words.Regexp(`\b(in place|signed|countersigned|completed?|obtained|received|returned|held|done|given|seen|agreed|exists?|on file|filed|carried out)\b`)
	toBeAffirmed  = words.Regexp(`\b(to be|not|never|not yet) (signed|completed?|obtained|received|done|given|agreed|in place)\b`)
	backwards     = words.Regexp(`^(no|not|without|non) (special|sensitive|health|medical|biometric|criminal)|\bfree (of|from) (special|sensitive|health|medical)|\b(special categor(y|ies)|special category data|sensitive data|health data) (is |are )?(excluded|removed|not)|^ordinary (data )?only$`)
)

// stillToCome takes the columns about what is missing or still to come from those about
// what there is: "DPA outstanding?", "Date contract requested", "Consent
// needed?". Yes or a date in one of them says nothing good. What asks whether an
// agreement is missing is read the other way round; the rest is kept as written.
func stillToCome(l *Layout, columns []graph.Column, samples map[int][]string, book *law.Book) []graph.Column {
	out := slices.Clone(columns)
	for i, c := range out {
		folded := words.Fold(choices.ReplaceAllString(c.Heading, " "))
		if c.How != ByOption && backwards.MatchString(folded) {
			out[i].Field, out[i].How, out[i].Why = "", byAside, "the heading asks for the absence of special category data, so a no says that there is some"
			continue
		}
		if c.How == ByOption || c.How == byAside || len(c.Heading) > LongestHeading || HeadingTable()[l.Scope].Knows(c.Heading) || !documentWords.MatchString(folded) {
			continue
		}
		left := herePerhaps.ReplaceAllString(offeredTail.ReplaceAllString(folded, ""), " ")
		if noticeWord.MatchString(folded) {
			left = sentWords.ReplaceAllString(left, " ") // a notice that was sent was given
		}
		positive := toBeAffirmed.ReplaceAllString(left, " due ")
		lacks := lackingWords(left) && !(strings.ContainsAny(c.Heading, "/") && affirming.MatchString(positive)) // "signed / not signed"
		ends := endWords.MatchString(left) && !keepsWords.MatchString(left)
		if !lacks && !ends && (!comingWords(positive) || affirming.MatchString(positive)) {
			continue
		}
		values := cell.KnownValues(samples[c.Col])
		bare := len(values) > 0 && 10*cell.CountOf(values, func(v string) bool { return saysLittle(v, book) }) >= 8*len(values)
		switch {
		case ends && agreementWord.MatchString(folded):
			if cell.EndsBehind.MatchString(folded) && affirming.MatchString(folded) && startWithState(values) && !Has(out, graph.FieldAgreement) {
				out[i].Field, out[i].How, out[i].Why = graph.FieldAgreement, ByWords, "the heading asks whether there is one, and when it ends"
			} else if countDates(values, book) > 0 && !slices.ContainsFunc(out, isEnds) {
				out[i].Field, out[i].How, out[i].Why = graph.FieldAgreementEnds, ByWords, "the heading asks when it ends"
			} else if c.Field != graph.FieldAgreementEnds {
				out[i].Field, out[i].How, out[i].Why = "", byAside, "another column says when the agreement ends, or this one holds no dates"
			}
		case lacks && agreementWord.MatchString(folded) && mostlyMarks(values) && !unneededWords.MatchString(folded):
			out[i].Field, out[i].How, out[i].Why = FieldLacking, ByWords, "the heading asks whether it is missing, and the cells are mostly yes and no"
		case bare || agreementWord.MatchString(folded):
			out[i].Field, out[i].How, out[i].Why = "", byAside, "the heading asks for what is still to come or over, which is no sign that it is there"
		case len(values) > 0 && (lacks || comingWords(positive)) && c.Field != graph.FieldReviewed && safeguardWord.MatchString(folded):
			out[i].Field, out[i].How, out[i].Why = "", byAside, "the heading asks for a safeguard that is missing, planned or over"
		}
	}
	return out
}

// saysLittle reports whether a text answers a question and tells no more: yes, no, a
// day, not applicable, in progress. Under "TRA required?" none of them says that
// one was made.
func saysLittle(v string, book *law.Book) bool {
	return cell.IsYesNo(book, v) || cell.IsDate(book, v) || cell.IsNotApplicable(v) || cell.IsUnknown(v) || words.List("pending").Has(v) || barelyNeeded.MatchString(words.Fold(v))
}

var barelyNeeded = words.Regexp(`^(not )?(required|needed|necessary|due|to do|started|relevant)$`)

// safeguardWord finds headings about the tools of a transfer.
var safeguardWord = words.Regexp(`\b(safeguards?|mechanisms?|idta|sccs?|addendum)\b`)

func isEnds(c graph.Column) bool { return c.Field == graph.FieldAgreementEnds }

func countDates(values []string, book *law.Book) int {
	n := 0
	for _, v := range values {
		if cell.IsDate(book, v) {
			n++
		}
	}
	return n
}

// comingWords reports whether a folded text has one of the phrases "still to come".
func comingWords(folded string) bool { return words.PhraseList("still to come").Has(folded) }

// lackingWords reports whether a folded text has one of the phrases "lacking".
func lackingWords(folded string) bool { return words.PhraseList("lacking").Has(folded) }
