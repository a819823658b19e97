package rules

import (
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
)

// Options of a run.
type Options struct {
	Accepted []graph.Acceptance
}

// Run judges a map by a book with the rules given. The map, the book and the
// rules are only read.
func Run(m *graph.Map, book *law.Book, rules []Rule, o Options) *Result {
	result := judge(m, book, rules)
	result.suppose(rules)
	for i := range result.Findings {
		accept(&result.Findings[i], o.Accepted, book.AsAt())
	}
	return result
}

// judge judges a map by a book.
func judge(m *graph.Map, book *law.Book, rules []Rule) *Result {
	result := &Result{Map: m, Book: book, Transfers: Decide(m, book)}
	common := share(m)
	var drafts []draft
	for i := range rules {
		p := &Pass{Map: m, Book: book, Transfers: result.Transfers, rule: &rules[i], shared: common}
		rules[i].Check(p)
		drafts = append(drafts, p.found...)
	}
	result.Findings = findings(drafts)
	return result
}

// suppose says of each finding that the law as it stands would not give that it
// hangs on what the book supposes.
func (r *Result) suppose(rules []Rule) {
	suppositions := r.Book.Suppositions()
	if len(suppositions) == 0 {
		return
	}
	stands := map[string]bool{}
	for _, f := range judge(r.Map, r.Book.AsItStands(), rules).Findings {
		stands[f.ID] = true
	}
	for i := range r.Findings {
		if f := &r.Findings[i]; !stands[f.ID] && !strings.Contains(f.Message, "supposing") {
			f.Message += " (supposing that " + strings.Join(suppositions, " and ") + ")"
		}
	}
}

// accept marks a finding that somebody has accepted with a reason and until a
// day. Past that day it counts again and says so; without a reason or a day
// nothing is accepted.
func accept(f *Finding, accepted []graph.Acceptance, asAt law.Date) {
	lapsed := ""
	for _, a := range accepted {
		if !strings.EqualFold(strings.TrimSpace(a.Finding), f.ID) {
			continue
		}
		switch {
		case a.Until.IsZero():
			lapsed = " (its acceptance names no end date, so it counts)"
		case !recorded(a.Reason):
			lapsed = " (its acceptance gives no reason, so it counts)"
		case a.Until.Before(asAt):
			lapsed = " (accepted until " + a.Until.Long() + ", which is over, so it counts again)"
		default:
			f.Accepted = &Accepted{Reason: a.Reason, By: a.By, Until: a.Until, At: a.At}
			return
		}
	}
	f.Message += lapsed
}
