package reports

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/reports/wording"
)

// changeView is the changes from one sender to one recipient that are alike.
type changeView struct {
	From, To, Countries string
	Was, Is             Wording
	WasWord, IsWord     string
	Rested              string // the instrument that carried them
	Needs               string
	Purposes            string
	Count               int
}

// changeViews groups changes that are alike, the worst first.
func (r *Report) changeViews(changes []Change) []changeView {
	type alike struct{ from, to, was, is, rested, needs string }
	place := map[alike]int{}
	var out []changeView
	var purposes [][]string
	for _, c := range changes {
		was, is := verdict(c.Was), verdict(c.Is)
		key := alike{c.Flow.From, c.Flow.To, was.String(), is.String(), c.Was.Instrument, c.Needs}
		at, ok := place[key]
		if !ok {
			at = len(out)
			place[key] = at
			out = append(out, changeView{
				From: r.partyName(c.Flow.From), To: r.partyName(c.Flow.To), Countries: r.place(graph.Place{Countries: c.Is.Countries}),
				Was: VerdictWords(was), Is: VerdictWords(is), WasWord: was.String(), IsWord: is.String(), Needs: c.Needs,
			})
			if c.Was.Instrument != "" {
				out[at].Rested = r.instrumentName(c.Was.Instrument)
			}
			purposes = append(purposes, nil)
		}
		out[at].Count++
		if c.Flow.Purpose != "" {
			purposes[at] = appendNew(purposes[at], c.Flow.Purpose)
		}
	}
	for i := range out {
		out[i].Purposes = few(purposes[i])
	}
	rank := map[string]int{}
	for i, v := range worstFirst() {
		rank[v.String()] = i
	}
	slices.SortStableFunc(out, func(a, b changeView) int { return rank[a.IsWord] - rank[b.IsWord] })
	return out
}

// sentence is a change in words, for outputs of plain text; after names the time
// of the second verdict.
func (c changeView) sentence(after string) string {
	s := c.From + " to " + c.To
	if c.Countries != "" {
		s += " (" + c.Countries + ")"
	}
	s += ": " + wording.Count(c.Count, "flow, ", "flows, ") + c.Was.Label
	if c.Rested != "" {
		s += " by " + c.Rested
	}
	s += " before, " + c.Is.Label + " " + after
	if c.Purposes != "" {
		s += ", for: " + c.Purposes
	}
	return s
}

// whatIfSentence counts the changes, "" where nothing is supposed.
func (r *Report) whatIfSentence() string {
	if len(r.Baseline) == 0 || len(r.Result.Book.Without()) == 0 {
		return ""
	}
	return changesSentence("it", r.WhatIf())
}

// overlaidWhatIf counts the changes by what is laid over the built-in law, ""
// where nothing is.
func (r *Report) overlaidWhatIf() string {
	if len(r.BuiltIn) == 0 || len(r.Result.Book.Overlaid()) == 0 {
		return ""
	}
	return changesSentence("them", r.OverlaidChanges())
}

func changesSentence(by string, changes []Change) string {
	if len(changes) == 0 {
		return "No flow's verdict changes by " + by + "."
	}
	var became VerdictCounts
	for _, c := range changes {
		*became.at(verdict(c.Is))++
	}
	var parts []string
	for _, v := range worstFirst() {
		if n := became.Of(v); n > 0 {
			parts = append(parts, wording.Count(n, "becomes ", "become ")+VerdictWords(v).Label)
		}
	}
	return "By " + by + " the verdict of " + wording.Count(len(changes), "flow", "flows") + " changes: " + wording.Joined(parts) + "."
}

// changeLists are what outputs of plain text tell of changes: a heading, the
// word for the second verdict, and the changes.
func (r *Report) changeLists() []changeList {
	return []changeList{
		{"What would change", "then", r.changeViews(r.WhatIf())},
		{"What your own rows of law change", "now", r.changeViews(r.OverlaidChanges())},
	}
}

type changeList struct {
	heading, after string
	views          []changeView
}

// whatIf writes what would change.
func (t *textWriter) whatIf() {
	for _, list := range t.report.changeLists() {
		if len(list.views) > 0 {
			t.heading(list.heading)
		}
		for _, c := range list.views {
			t.line(2, c.Is.Mark+" ", c.sentence(list.after))
			t.line(4, "Needs: ", c.Needs)
		}
	}
}

// mdWhatIf is what would change as Markdown.
func (r *Report) mdWhatIf() string {
	var b strings.Builder
	for _, list := range r.changeLists() {
		if len(list.views) > 0 {
			b.WriteString("\n## " + list.heading + "\n\n")
		}
		for _, c := range list.views {
			b.WriteString("- " + md(c.sentence(list.after)) + "\n  - Needs: " + md(c.Needs) + "\n")
		}
	}
	return b.String()
}

type jsonChange struct {
	Flow       string       `json:"flow"`
	Was        string       `json:"was"`
	Rested     string       `json:"rested_on"`
	Is         string       `json:"is"`
	Instrument string       `json:"instrument"`
	Countries  list[string] `json:"countries"`
	Needs      string       `json:"needs"`
}

func (r *Report) whatIfJSON() list[jsonChange] {
	var out list[jsonChange]
	for _, c := range r.WhatIf() {
		out = append(out, jsonChange{c.Flow.ID, verdict(c.Was).String(), c.Was.Instrument, verdict(c.Is).String(), c.Is.Instrument, c.Is.Countries, c.Needs})
	}
	return out
}
