package ropa

import (
	"cmp"
	"slices"
	"strings"

	"dpmap/graph/rules"
	"dpmap/reports"
	"dpmap/reports/wording"
)

// brief is what a governor reads: the record in a few sentences that need no
// law. Each names what stands behind its number, so that nobody has to look it
// up to ask about it.
func (d *draft) brief() [][]cell {
	out := [][]cell{heading("In short")}
	add := func(name, text string, look style) {
		if text != "" {
			out = append(out, []cell{styled(name, look), {text: text, span: 2}})
		}
	}
	t := d.sum.Transfers
	add("What this is", d.whatThisIs(), label)
	add("Breaks the rules on sending data abroad", d.standsSo(rules.Unprotected), orStyle(t.Unprotected > 0, broken))
	add("Cannot be judged", d.standsSo(rules.Unknown), orStyle(t.Unknown > 0, doubtful))
	add("Depends on a condition or an exception", d.standsSo(rules.Conditional, rules.Derogation), label)
	add("Covered by the rules on sending data abroad", d.covered(), label)
	add("To be mended", d.toMend(), label)
	add("Taken for granted", strings.Join(d.r.Assumptions, "\n"), label)
	add("Not recorded", d.lacking(), label)
	add("Could not be read", d.illegible(), label)
	return out
}

func orStyle(is bool, look style) style {
	if is {
		return look
	}
	return label
}

// whatThisIs says whose record it is, of what, and by which law.
func (d *draft) whatThisIs() string {
	text := "Who gets personal data from " + d.controller() + ", what for, and whether the law lets it: " +
		wording.Count(d.sum.Flows, "flow", "flows") + " between " + wording.Count(d.sum.Parties, "organisation or group of people", "organisations and groups of people")
	if d.sum.Special > 0 {
		text += ", " + itoa(d.sum.Special) + " of them with data that the law protects most (health, religion, ethnicity and the like)"
	}
	text += ". Judged by the law as at " + d.asAt()
	if checked := d.book.Checked(); !checked.IsZero() {
		text += ", as last checked on " + checked.Long()
	}
	if s := d.supposition(); s != "" {
		return text + ". " + s + ": this is not the law as it stands."
	}
	return text + "."
}

// standsSo counts the flows of some verdicts and names whom they go to.
func (d *draft) standsSo(verdicts ...rules.Verdict) string {
	var to, means []string
	n := 0
	for i := range d.flows {
		v := d.transfer(i).Verdict
		if v == 0 {
			v = rules.Unknown // nobody judged it
		}
		if !slices.Contains(verdicts, v) {
			continue
		}
		n++
		to, means = append(to, d.withPlaces(i, verdicts)), append(means, reports.VerdictWords(v).Means)
	}
	switch {
	case n == 0 && verdicts[0] == rules.Unprotected:
		return "No flow that is known of."
	case n == 0:
		return ""
	}
	return wording.Count(n, "flow", "flows") + ": " + strings.Join(unique(means), ", or ") + ". To " + names(unique(to)) + "."
}

// withPlaces is a flow's recipient with the countries that stand so.
func (d *draft) withPlaces(i int, verdicts []rules.Verdict) string {
	name := d.recipientName(i)
	var places []string
	ways := d.ways(i)
	for n := range ways {
		if slices.Contains(verdicts, ways[n].leg.Verdict) {
			places = append(places, d.where(&ways[n]))
		}
	}
	if where := wording.Phrase(", ", unique(places)...); where != "" {
		return name + " (" + where + ")"
	}
	return name
}

// covered counts the flows that need nothing more to go where they go.
func (d *draft) covered() string {
	t := d.sum.Transfers
	var parts []string
	for _, p := range []struct {
		n    int
		what string
	}{{t.Home, "do not count as sent abroad"}, {t.Adequate, "go to countries that the law approves"}, {t.Safeguarded, "go under a contract or other tool that the law accepts"}} {
		if p.n > 0 {
			parts = append(parts, itoa(p.n)+" "+p.what)
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return wording.Count(t.Home+t.Adequate+t.Safeguarded, "flow", "flows") + ": " + strings.Join(parts, ", ") + ". This says nothing of other duties: see the findings."
}

// toMend counts the findings and names the commonest of the gravest.
func (d *draft) toMend() string {
	c := d.sum.Findings
	if c.Total() == 0 {
		return "No finding is open."
	}
	var parts []string
	for s := rules.Critical; s >= rules.Low; s-- {
		if n := c.Of(s); n > 0 {
			parts = append(parts, itoa(n)+" "+s.String())
		}
	}
	return wording.Count(c.Total(), "finding", "findings") + ": " + strings.Join(parts, ", ") + ". First:\n" + strings.Join(d.gravest(), "\n")
}

// gravest names the gravest kinds of open findings, with how many each has.
func (d *draft) gravest() []string {
	const most = 5
	type sort struct {
		title string
		grave rules.Severity
		n     int
	}
	var all []sort
	for i := range d.r.Result.Findings {
		f := &d.r.Result.Findings[i]
		if !d.r.IsOpen(f) {
			continue
		}
		n := slices.IndexFunc(all, func(s sort) bool { return s.title == f.Title })
		if n < 0 {
			n = len(all)
			all = append(all, sort{f.Title, f.Severity, 0})
		}
		all[n].n++
	}
	slices.SortStableFunc(all, func(a, b sort) int { return cmp.Or(cmp.Compare(b.grave, a.grave), cmp.Compare(b.n, a.n)) })
	var out []string
	for _, s := range all[:min(most, len(all))] {
		out = append(out, severityText(s.grave)+": "+s.title+" ("+itoa(s.n)+")")
	}
	return out
}

// lacking names what most flows lack.
func (d *draft) lacking() string {
	const most = 6
	all := slices.Clone(d.sum.Unknowns)
	slices.SortStableFunc(all, func(a, b reports.Unknown) int { return cmp.Compare(b.Missing*max(1, a.Of), a.Missing*max(1, b.Of)) })
	var out []string
	for _, u := range all[:min(most, len(all))] {
		out = append(out, u.What+" ("+itoa(u.Missing)+" of "+itoa(u.Of)+")")
	}
	if len(out) == 0 {
		return ""
	}
	text := "For how many of the flows that need it the register does not say: " + strings.Join(out, ", ")
	if rest := len(all) - len(out); rest > 0 {
		text += ", and " + wording.Count(rest, "more fact", "more facts") + " below"
	}
	return text + ". What is not known is not taken to be fine."
}

// illegible counts what could not be read.
func (d *draft) illegible() string {
	lost := wording.Phrase(" and ", countIf(d.sum.Errors, "row", "rows"), countIf(d.sum.Warnings, "value", "values"))
	if lost != "" {
		lost += " of the register"
	}
	text := wording.Phrase("; ", lost, countIf(d.sum.ToCheck, "guess to check", "guesses to check"))
	if text == "" {
		return ""
	}
	return text + ": see the sheet " + problemsSheet + "."
}

func countIf(n int, one, many string) string {
	if n == 0 {
		return ""
	}
	return wording.Count(n, one, many)
}
