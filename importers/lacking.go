package importers

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
)

// byAside is how a column is told whose heading asks for what is still to come:
// no other step takes it for what it names. It is said to the reader.
const byAside = "aside"

// fieldLacking is the field of a column that asks whether an agreement is
// missing: its yes means that there is none.
const fieldLacking graph.Field = "agreement-missing"

var (
	agreementWord = re(`\b(dpas?|dsas?|isas?|mous?|agreements?|contracts?|paperwork)\b`)
	noticeWord    = re(`\b(notices?|policy|policies)\b`)
	documentWords = re(`\b(dpas?|dsas?|isas?|mous?|agreements?|contracts?|paperwork|consents?|permissions?|dpias?|impact assessments?|privacy notices?|notices?|policy document|apd|safeguards?|mechanisms?|idta|sccs?|addendum|tra|tia|risk assessments?)\b`)
	lackingWords  = re(`^(no|not|without)\b|\b(x|y|tick|ticked|yes|cross) (is |means |if |for |equals )?(none|no|missing|absent|not|outstanding)\b|\b(outstanding|missing|unsigned|lacking|lacks|absent|absence|unreturned|without|(not|never) (yet )?(in |signed|in place|held|done|seen|received|returned|obtained|given|completed))\b`)
	comingWords   = re(`\b(await(s|ing|ed)?|request(s|ed)?|chas(e|ed|ing)|due|needed|needs?|required?|requires|pending|sent|issued|emailed|expected|drafted|draft|to ?do|to (be|sign)|for signature|review date|applied for|asked for|under review|in progress|templates?|screening|screened|mandatory|threshold|proposed|planned|recommended|previous|former|old|wanted|should|must|next|updating|overdue|lapsed|expired|refus(ed|es|al)|declined|exempt(ed|ion)?|excluded|(dpia|assessment) started|(contract|agreement|dpa|dsa|dpia) n a$)\b`)
	endWords      = re(`\b(ended|terminated|cancelled|ceased|ends?|end date|ending|until|expir(y|es|ing)|valid (to|until)|lapses|renewal)\b`)
	keepsWords    = re(`\b(how long|retention|retain(s|ed)?|kept|keeps?|delet(e|es|ed|ion)|dispos(e|ed|al)|destr(oy|oyed|uction)|exit|handed back)\b`)
	sentWords     = re(`\b(sent|issued|emailed)\b`)
	herePerhaps   = re(`\b(if|where|when|as|whether) (it is )?(required|needed|necessary|due)\b|\bdue diligence\b`)
	offeredTail   = re(`\s(yes no|y n|yes or no|y or n)( pending| in progress| n a| na| unknown| tbc| partial| not required)*$`)
	unneededWords = re(`^(no|not|without)\b.*\b(needed|required|necessary|due)\b`)
	affirming     = re(`\b(in place|signed|countersigned|completed?|obtained|received|returned|held|done|given|seen|agreed|exists?|on file|filed|carried out)\b`)
	toBeAffirmed  = re(`\b(to be|not|never|not yet) (signed|completed?|obtained|received|done|given|agreed|in place)\b`)
	backwards     = re(`^(no|not|without|non) (special|sensitive|health|medical|biometric|criminal)|\bfree (of|from) (special|sensitive|health|medical)|\b(special categor(y|ies)|special category data|sensitive data|health data) (is |are )?(excluded|removed|not)|^ordinary (data )?only$`)
)

// stillToCome takes the columns about what is missing or still to come from those about
// what there is: "DPA outstanding?", "Date contract requested", "Consent
// needed?". Yes or a date in one of them says nothing good. What asks whether an
// agreement is missing is read the other way round; the rest is kept as written.
func stillToCome(l *Layout, columns []graph.Column, samples map[int][]string, book *law.Book) []graph.Column {
	out := slices.Clone(columns)
	for i, c := range out {
		folded := fold(choices.ReplaceAllString(c.Heading, " "))
		if c.How != byOption && backwards.MatchString(folded) {
			out[i].Field, out[i].How, out[i].Why = "", byAside, "the heading asks for the absence of special category data, so a no says that there is some"
			continue
		}
		if c.How == byOption || c.How == byAside || len(c.Heading) > longestHeading || headingTable()[l.Scope].knows(c.Heading) || !documentWords.MatchString(folded) {
			continue
		}
		left := herePerhaps.ReplaceAllString(offeredTail.ReplaceAllString(folded, ""), " ")
		if noticeWord.MatchString(folded) {
			left = sentWords.ReplaceAllString(left, " ") // a notice that was sent was given
		}
		positive := toBeAffirmed.ReplaceAllString(left, " due ")
		lacks := lackingWords.MatchString(left) && !(strings.ContainsAny(c.Heading, "/") && affirming.MatchString(positive)) // "signed / not signed"
		ends := endWords.MatchString(left) && !keepsWords.MatchString(left)
		if !lacks && !ends && (!comingWords.MatchString(positive) || affirming.MatchString(positive)) {
			continue
		}
		values := knownValues(samples[c.Col])
		bare := len(values) > 0 && 10*countOf(values, func(v string) bool { return saysLittle(v, book) }) >= 8*len(values)
		switch {
		case ends && agreementWord.MatchString(folded):
			if endsBehind.MatchString(folded) && affirming.MatchString(folded) && startWithState(values) && !slices.ContainsFunc(out, func(o graph.Column) bool { return o.Field == graph.FieldAgreement }) {
				out[i].Field, out[i].How, out[i].Why = graph.FieldAgreement, byWords, "the heading asks whether there is one, and when it ends"
			} else if countDates(values, book) > 0 && !slices.ContainsFunc(out, isEnds) {
				out[i].Field, out[i].How, out[i].Why = graph.FieldAgreementEnds, byWords, "the heading asks when it ends"
			} else if c.Field != graph.FieldAgreementEnds {
				out[i].Field, out[i].How, out[i].Why = "", byAside, "another column says when the agreement ends, or this one holds no dates"
			}
		case lacks && agreementWord.MatchString(folded) && mostlyMarks(values) && !unneededWords.MatchString(folded):
			out[i].Field, out[i].How, out[i].Why = fieldLacking, byWords, "the heading asks whether it is missing, and the cells are mostly yes and no"
		case bare || agreementWord.MatchString(folded):
			out[i].Field, out[i].How, out[i].Why = "", byAside, "the heading asks for what is still to come or over, which is no sign that it is there"
		case len(values) > 0 && (lacks || comingWords.MatchString(positive)) && c.Field != graph.FieldReviewed && safeguardWord.MatchString(folded):
			out[i].Field, out[i].How, out[i].Why = "", byAside, "the heading asks for a safeguard that is missing, planned or over"
		}
	}
	return out
}

// saysLittle reports whether a text answers a question and tells no more: yes, no, a
// day, not applicable, in progress. Under "TRA required?" none of them says that
// one was made.
func saysLittle(v string, book *law.Book) bool {
	return isYesNo(book, v) || isDate(book, v) || isNotApplicable(v) || isUnknown(v) || words("pending").has(v) || barelyNeeded.MatchString(fold(v))
}

var barelyNeeded = re(`^(not )?(required|needed|necessary|due|to do|started|relevant)$`)

// safeguardWord finds headings about the tools of a transfer.
var safeguardWord = re(`\b(safeguards?|mechanisms?|idta|sccs?|addendum)\b`)

func isEnds(c graph.Column) bool { return c.Field == graph.FieldAgreementEnds }

func countDates(values []string, book *law.Book) int {
	n := 0
	for _, v := range values {
		if isDate(book, v) {
			n++
		}
	}
	return n
}

// lacking reads such a column: its yes wins over whatever else the row says.
func lacking(r *record, f *graph.Flow, v value, at graph.Ref) {
	said := saidUnder(at, v)
	state, _ := parseState(v.text)
	switch {
	case state == graph.Yes:
		if f.Agreement.State == graph.Yes {
			r.t.problems.warn(at, quote(said)+" goes against "+quote(f.Agreement.Text)+", so no agreement is taken to be in place", "mend the one that is wrong")
		}
		f.Agreement = graph.Agreement{State: graph.No, Text: said}
		r.readAt(graph.FieldAgreement, at)
	case state == graph.No && f.Agreement.State == 0 && f.Agreement.Text == "":
		f.Agreement.State, f.Agreement.Text = graph.Yes, said
		r.readAt(graph.FieldAgreement, at)
	case state == 0 && !isUnknown(v.text):
		r.t.problems.warn(at, quote(said)+" does not say whether an agreement is in place", "write yes or no")
	}
}
