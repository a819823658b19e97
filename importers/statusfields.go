package importers

import (
	"slices"

	"dpmap/graph"
	"dpmap/importers/cell"
	"dpmap/importers/words"
)

// status reads whether a flow runs. Words that say it of the agreement beside it,
// "Expired", "Not signed", are the agreement's.
func status(r *record, f *graph.Flow, v value, at graph.Ref) {
	s, doubts := cell.ParseStatus(v.text, r.t.book.AsAt())
	if said, answered := liveSaid(at.Heading, v.text); answered { // which is no answer about the agreement
		if f.Status = said; said == 0 {
			f.Status = s
			r.t.problems.doubts(at, doubts)
		}
		return
	}
	if _, open := words.List("undecided").Whole(v.text); open && !plainStatus.MatchString(words.Fold(at.Heading)) {
		s, doubts = graph.Proposed, nil
	}
	a, _ := r.t.agreements.read(v.text, cell.ParseAgreement)
	claimed := f.Agreement.State == graph.Yes || doubts != nil && f.Agreement.State != graph.No && r.tracksAgreements()
	claimed = claimed && !decides.MatchString(words.Fold(at.Heading)) && !listsStatus.MatchString(words.Fold(at.Heading))
	if a.State == graph.No && s != graph.Ended && claimed && !ofTheFlow(v.text) {
		f.Agreement.State = graph.No
		f.Agreement.Text += "; " + at.Heading + ": " + v.text
		r.readAt(graph.FieldAgreement, at)
		return
	}
	f.Status = s
	r.t.problems.doubts(at, doubts)
}

// listsStatus finds headings that list what a flow may be at: "Live / pending /
// stopped".
var listsStatus = words.Regexp(`\b(live|in use|active)\b.*\b(stopped|ended|ceased|closed|finished|retired|archived|not in use|inactive|pending|planned|proposed)\b`)

// decides finds headings of what was decided about an app, which is no agreement's.
var decides = words.Regexp(`\b(decisions?|verdict|outcome|conclusion|recommendation|approv(al|ed))\b`)

// plainStatus finds headings of what a flow or a row is at; what is under review there
// runs meanwhile, and what is under review beneath "Decision" does not yet.
var plainStatus = words.Regexp(`\b(status|state|stage|position|live|current|use|active)\b`)

// tracksAgreements reports whether the table has a column of agreements or of their
// days, so that a status that is no flow's is theirs: "Lapsed", "Never signed".
func (r *record) tracksAgreements() bool {
	return slices.ContainsFunc(r.t.cols, func(c graph.Column) bool {
		return c.Field == graph.FieldAgreement || c.Field == graph.FieldAgreementDate || c.Field == graph.FieldAgreementEnds
	})
}

// reviewed reads the day of the last review. A day to come is the next one, and
// says nothing of the last.
func reviewed(r *record, f *graph.Flow, v value, at graph.Ref) {
	day := r.date(v, at).From
	if r.t.book.AsAt().Before(day) {
		r.t.problems.warn(at, words.Quote(v.text)+" is yet to come, so it is not the day of the last review", "write the day of the last review; a column headed Next review is kept as it stands")
		return
	}
	f.Reviewed = day
}

// ofTheFlow tells words that say of a flow, and not of a paper, that it is to come or
// to end.
func ofTheFlow(text string) bool { return words.PhraseList("of the flow").Has(words.Fold(text)) }
