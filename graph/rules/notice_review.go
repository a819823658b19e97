package rules

import (
	"strings"
	"time"

	"dpmap/graph"
	"dpmap/graph/law"
)

var noticeMissing = Rule{
	Code:     "notice-missing",
	Title:    "No privacy notice is recorded as covering the flow",
	Severity: Low,
	Doc: `Fires when a flow or a party's own use records no privacy notice that covers it, or records that there is none.

Does not fire when a notice is named, linked or dated, nor from a processor to its sub-processor, where the controller's own notice counts.

People must be told who receives their data and why.`,
	Fix: `Check that the notice for these people names this recipient (or kind of recipient) and purpose, amend it if not, and write its name or link in the column Privacy notice.`,
	Law: []law.Citation{ukGDPR("13", "13(1)(e)"), ukGDPR("14", "14(1)(e)"), ico("Right to be informed", "individual-rights/the-right-to-be-informed/")},
	Check: func(p *Pass) {
		holds := func(f *graph.Flow) bool { return !p.done(f.Notice) && !p.answeredElsewhere(f) }
		for group := range p.Activities(holds) {
			f := p.flow(group[0])
			p.Report(group, graph.FieldNotice, "%s: a privacy notice that covers it is %s", p.who(group), p.evidenced(f.Notice))
		}
	},
}

var reviewOverdue = Rule{
	Code:     "review-overdue",
	Title:    "The record has not been reviewed for a year",
	Severity: Low,
	Doc: `Fires when the last review of a flow lies more than twelve months before the date, or a column for the next review holds a day that is past.

Does not fire when no review is recorded at all, on the anniversary itself, or when only a month or a year is recorded that may still be within the twelve months.

The record of processing must be kept up to date.`,
	Fix: `Look through the row with whoever owns the process, mend what has changed, and write today's date in the column Last reviewed.`,
	Law: []law.Citation{ukGDPR("30", "30(1)"), ukGDPR("5", "5(2)"), icoDocumentation()},
	Check: func(p *Pass) {
		for group := range p.Activities(func(f *graph.Flow) bool { why, _ := p.overdue(f); return why != "" }) {
			f := p.flow(group[0])
			why, at := p.overdue(f)
			p.Report(group, graph.FieldReviewed, "%s: %s", p.who(group), why)
			if !at.IsZero() {
				p.last().At = at
			}
		}
	},
}

// overdue says why a flow's review is due, and in which cell where that is not
// the last review's own; "" when it is not.
func (p *Pass) overdue(f *graph.Flow) (string, graph.Ref) {
	asAt := p.Book.AsAt()
	if !f.Reviewed.IsZero() && f.Reviewed.Last().AddMonths(12).Before(asAt) {
		return "the last review was " + onDay(f.Reviewed), graph.Ref{}
	}
	for _, e := range f.Extra {
		heading := strings.ToLower(e.Heading)
		next := strings.Contains(heading, "review") && (strings.Contains(heading, "next") || strings.Contains(heading, "due"))
		if day := dayIn(e.Value); next && day.Before(asAt) {
			return "the next review was due " + onDay(day), e.At
		}
	}
	return "", graph.Ref{}
}

// dayIn is the day that a text is, in ISO form or in the UK's order.
func dayIn(text string) law.Date {
	text = strings.TrimSpace(text)
	if d, err := law.ParseISO(text); err == nil {
		return d
	}
	for _, layout := range []string{"2/1/2006", "2.1.2006", "2 January 2006", "2 Jan 2006"} {
		if t, err := time.Parse(layout, text); err == nil {
			return law.DateOf(t)
		}
	}
	return law.Date{}
}
