package reports

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/graph/rules"
)

// Change is a flow whose verdict is another by what is supposed than by the law
// as it stands.
type Change struct {
	Flow  *graph.Flow
	Was   rules.Transfer // by the law as it stands
	Is    rules.Transfer // by what is supposed
	Needs string         // what it would need, no full stop
}

// WhatIf lists the flows whose verdict a supposition changes, in the order of
// the map; none where nothing is supposed.
func (r *Report) WhatIf() []Change {
	flows := r.Result.Map.Flows()
	if len(r.Baseline) != len(flows) {
		return nil
	}
	var out []Change
	for i := range flows {
		was, is := r.Baseline[i], r.transfer(i)
		if verdict(was) != verdict(is) {
			out = append(out, Change{&flows[i], was, is, r.needs(&flows[i], is)})
		}
	}
	return out
}

// needs says what a flow would need to be lawful by what is supposed.
func (r *Report) needs(f *graph.Flow, is rules.Transfer) string {
	switch verdict(is) {
	case rules.Unprotected:
		s := "one of " + r.safeguards(is.Regime) + ", with a transfer risk assessment, or a recipient in a country that the law approves"
		if r.Result.Map.KindOf(f.To).IsPublic() {
			s += "; a public body abroad may sign none of them, and then only an exception of Article 49 is left, case by case"
		}
		return s
	case rules.Conditional:
		if i, ok := r.Result.Book.InstrumentFor(is.Regime, is.Instrument); ok {
			return "a record that the condition of " + i.Name + " is met; failing that, one of " + r.safeguards(is.Regime)
		}
	case rules.Safeguarded:
		if f.RiskAssessment.State != graph.Yes {
			return "a transfer risk assessment beside " + r.instrumentName(is.Instrument) + ", which then carries it"
		}
		return "nothing more: " + r.instrumentName(is.Instrument) + " is recorded and carries it, with a transfer risk assessment"
	case rules.Derogation:
		return "a review: " + r.instrumentName(is.Instrument) + " is an exception for single cases; where the flow is regular, one of " + r.safeguards(is.Regime)
	case rules.Unknown:
		return "a register that says what the transfer rests on: " + is.Reason
	}
	return "nothing more: " + is.Reason
}

// safeguards names the safeguards that a regime's exporters use most, of those
// that stand: the tables list them first.
func (r *Report) safeguards(regime law.Regime) string {
	const most = 2
	var names []string
	for _, i := range r.Result.Book.Instruments() {
		if i.Regime == regime && i.Type == law.Safeguard && r.Result.Book.StandsFor(regime, i.ID) && len(names) < most {
			names = append(names, i.Name)
		}
	}
	if names == nil {
		return "the safeguards of Article 46, of which none stands here"
	}
	return "the safeguards of Article 46, such as the " + strings.Join(names, " or the ")
}

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

// changeViews groups the changes that are alike, the worst first.
func (r *Report) changeViews() []changeView {
	type alike struct{ from, to, was, is, rested, needs string }
	place := map[alike]int{}
	var out []changeView
	var purposes [][]string
	for _, c := range r.WhatIf() {
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

// sentence is a change in words, for outputs of plain text.
func (c changeView) sentence() string {
	s := c.From + " to " + c.To
	if c.Countries != "" {
		s += " (" + c.Countries + ")"
	}
	s += ": " + count(c.Count, "flow, ", "flows, ") + c.Was.Label
	if c.Rested != "" {
		s += " by " + c.Rested
	}
	s += " before, " + c.Is.Label + " then"
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
	changes := r.WhatIf()
	if len(changes) == 0 {
		return "No flow's verdict changes by it."
	}
	var became VerdictCounts
	for _, c := range changes {
		became.add(verdict(c.Is))
	}
	var parts []string
	for _, v := range worstFirst() {
		if n := became.Of(v); n > 0 {
			parts = append(parts, count(n, "becomes ", "become ")+VerdictWords(v).Label)
		}
	}
	return "By it the verdict of " + count(len(changes), "flow", "flows") + " changes: " + joined(parts) + "."
}

// overlaidSentence names what a user laid over the built-in law, "" for
// nothing.
func (r *Report) overlaidSentence() string {
	const most = 6
	var parts []string
	overlaid := r.Result.Book.Overlaid()
	for _, o := range overlaid[:min(most, len(overlaid))] {
		parts = append(parts, o.String())
	}
	if parts == nil {
		return ""
	}
	if rest := len(overlaid) - most; rest > 0 {
		parts = append(parts, count(rest, "more row", "more rows"))
	}
	return "Judged with changes of the user's own laid over the built-in law: " + strings.Join(parts, "; ") + "."
}

// whatIf writes what would change.
func (t *textWriter) whatIf() {
	views := t.report.changeViews()
	if len(views) == 0 {
		return
	}
	t.heading("What would change")
	for _, c := range views {
		t.line(2, c.Is.Mark+" ", c.sentence())
		t.line(4, "Needs: ", c.Needs)
	}
}

// mdWhatIf is what would change as Markdown.
func (r *Report) mdWhatIf() string {
	views := r.changeViews()
	if len(views) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString("\n## What would change\n\n")
	for _, c := range views {
		b.WriteString("- " + md(c.sentence()) + "\n  - Needs: " + md(c.Needs) + "\n")
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

type jsonOverlaid struct {
	Table  string `json:"table"`
	ID     string `json:"id"`
	Regime string `json:"regime"`
	Change string `json:"change"`
	File   string `json:"file"`
	Row    int    `json:"row"`
}

func overlaidJSON(book *law.Book) list[jsonOverlaid] {
	var out list[jsonOverlaid]
	for _, o := range book.Overlaid() {
		out = append(out, jsonOverlaid{o.Table, o.ID, string(o.Regime), o.Change, o.File, o.Row})
	}
	return out
}
