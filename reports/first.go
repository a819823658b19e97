package reports

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"dpmap/graph/rules"
	"dpmap/reports/wording"
)

// mostFirst is how many things a reader is asked to begin with.
const mostFirst = 3

// firstThing is a rule whose findings come before the others.
type firstThing struct {
	Title string
	grave rules.Severity
	where string // whom it is about, or the column that is missing
	order int    // of the rule in the book of rules
	Who   []string
	Cells []string
}

// firstThings are the gravest rules with open findings, of those that are
// equally grave the ones that stand first in the book of rules.
func (r *Report) firstThings() []firstThing {
	order := map[string]int{}
	for i, rule := range rules.All() {
		order[rule.Code] = i
	}
	whole := map[string]string{}
	lacking, _ := r.lacking()
	for _, c := range lacking {
		whole[c.Rule] = c.sentence()
	}
	var all []firstThing
	for _, found := range r.openByRule() {
		code := found[0].Rule
		first := firstThing{Title: found[0].Title, where: whole[code], order: order[code]}
		for _, f := range found {
			first.grave = max(first.grave, f.Severity)
			first.Who = appendNew(first.Who, r.recipientName(f))
			first.Cells = appendNew(first.Cells, r.shortPlace(f.At))
		}
		all = append(all, first)
	}
	slices.SortStableFunc(all, func(a, b firstThing) int {
		return cmp.Or(cmp.Compare(b.grave, a.grave), cmp.Compare(a.order, b.order))
	})
	return all[:min(len(all), mostFirst)]
}

// sentence is the thing in one line, with some of whom and which cells it is
// about.
func (x firstThing) sentence() string {
	if x.where != "" && len(x.Cells) > 1 {
		return x.Title + ": " + x.where
	}
	return x.Title + ": " + someOf(x.Who) + " (" + someOf(slices.DeleteFunc(slices.Clone(x.Cells), func(s string) bool { return s == "" })) + ")"
}

// someOf names a few and counts the rest.
func someOf(all []string) string {
	const most = 4
	if rest := len(all) - most + 1; rest > 1 {
		all = append(all[:most-1:most-1], strconv.Itoa(rest)+" more")
	}
	return wording.Joined(all)
}

// first writes what to begin with, where a reader at a terminal ends.
func (t *textWriter) first() {
	list := t.report.firstThings()
	if len(list) == 0 {
		return
	}
	t.heading("Do these first")
	for i, x := range list {
		lead := strconv.Itoa(i+1) + ". " + t.paint(severityColours[x.grave], strings.ToUpper(x.grave.String())) + " "
		t.line(2, lead, strings.TrimSuffix(x.sentence(), " ()"))
	}
}
