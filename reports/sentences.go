package reports

import (
	"strconv"
	"strings"

	"dpmap/graph/rules"
	"dpmap/reports/wording"
)

// headlines are the sentences that every output for people begins with: what
// was read, how it stands, by which law, and what was supposed or assumed.
func (r *Report) headlines() []string {
	sum, book, read := r.Summary(), r.Result.Book, r.reading()
	out := []string{
		wording.Count(sum.Parties, "organisation", "organisations") + ", " + wording.Count(sum.Flows, "flow", "flows") +
			" of personal data, judged by the law as at " + book.AsAt().Long() + ".",
		r.checkedSentence(),
		sum.Transfers.sentence(),
	}
	if s := r.unsignedSentence(); s != "" {
		out = append(out, s)
	}
	out = append(out, read.rows())
	for _, s := range []string{read.columnsExplained(), read.aside(), r.supposedSentence(), r.whatIfSentence(), r.overlaidSentence(), r.overlaidWhatIf()} {
		if s != "" {
			out = append(out, s)
		}
	}
	for i, a := range r.Assumptions {
		if rest := len(r.Assumptions) - mostAssumptions + 1; i == mostAssumptions-1 && rest > 1 {
			out = append(out, "Assumed besides: "+wording.Count(rest, "more thing", "more things")+", which report.html and result.json list")
			break
		}
		out = append(out, "Assumed: "+a)
	}
	if s := r.unverifiedSentence(sum.Unverified); s != "" {
		out = append(out, s)
	}
	return out
}

// mostAssumptions is how many a headline each is; a trust of a hundred schools
// has as many.
const mostAssumptions = 6

// checkedSentence says how old the tables of law are.
func (r *Report) checkedSentence() string {
	checked := r.Result.Book.Checked()
	if checked.IsZero() {
		return "It is not recorded when the tables of law were last checked."
	}
	s := "The tables of law were last checked on " + checked.Long() + "."
	if checked.Before(r.Result.Book.AsAt()) {
		s += " What changed since is not in them."
	}
	if old := r.Result.Book.AgeWarning(); old != "" {
		s += " " + old
	}
	return s
}

// supposedSentence names the instruments that were supposed to have fallen, ""
// when none was.
func (r *Report) supposedSentence() string {
	var names []string
	for _, id := range r.Result.Book.Without() {
		names = append(names, r.instrumentName(id))
	}
	if len(names) == 0 {
		return ""
	}
	return "This is a what-if: it supposes that " + wording.Joined(names) + " no longer " + plural(len(names), "stands.", "stand.")
}

func plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

func (r *Report) unverifiedSentence(notes []LawNote) string {
	if len(notes) == 0 {
		return ""
	}
	var names []string
	for _, n := range notes {
		names = append(names, n.label())
	}
	return "Not yet verified in its source, and leaned on here: " + strings.Join(names, "; ") + "."
}

// label is the note's name, after its ID where that is a provision.
func (n LawNote) label() string {
	if n.Name == "" {
		return n.ID
	}
	if strings.HasSuffix(n.ID, ")") {
		return "Article " + n.ID + " " + n.Name
	}
	return n.Name
}

// sentence counts the findings in words.
func (c SeverityCounts) sentence() string {
	if c.Total() == 0 {
		s := "No findings"
		if c.Accepted > 0 {
			s += " but " + strconv.Itoa(c.Accepted) + " accepted"
		}
		return s + "."
	}
	var parts []string
	for _, s := range severities() {
		if n := c.Of(s); n > 0 {
			parts = append(parts, strconv.Itoa(n)+" "+s.String())
		}
	}
	out := wording.Count(c.Total(), "finding: ", "findings: ") + wording.Joined(parts) + "."
	if c.Accepted > 0 {
		out += " " + wording.Count(c.Accepted, "more is accepted.", "more are accepted.")
	}
	return out
}

// sentence counts the flows by how they stand, the worst first.
func (c VerdictCounts) sentence() string {
	var parts []string
	for _, v := range worstFirst() {
		if n := c.Of(v); n > 0 {
			parts = append(parts, strconv.Itoa(n)+" "+VerdictWords(v).Label)
		}
	}
	if c.Ended > 0 {
		parts = append(parts, strconv.Itoa(c.Ended)+" ended")
	}
	if len(parts) == 0 {
		return "No flow is recorded."
	}
	return "How the flows stand: " + wording.Joined(parts) + "."
}

// worstFirst lists the verdicts from the worst.
func worstFirst() [7]rules.Verdict {
	return [...]rules.Verdict{rules.Unprotected, rules.Unknown, rules.Derogation, rules.Conditional,
		rules.Safeguarded, rules.Adequate, rules.Home}
}

// sentence says what is lacking where.
func (u Unknown) sentence() string {
	return u.What + ": not recorded for " + strconv.Itoa(u.Missing) + " of " + wording.Count(u.Of, "flow", "flows")
}

// unread counts what could not be read, "" for nothing.
func unread(s Summary) string {
	var parts []string
	if s.Errors > 0 {
		parts = append(parts, wording.Count(s.Errors, "row not used", "rows not used"))
	}
	if s.Warnings > 0 {
		parts = append(parts, wording.Count(s.Warnings, "value not used", "values not used"))
	}
	return wording.Joined(parts)
}

// guesses counts what was taken on a guess, "" for nothing. It is judged as it
// was taken, so it is not among what could not be read.
func guesses(s Summary) string {
	if s.ToCheck == 0 {
		return ""
	}
	return wording.Count(s.ToCheck, "guess", "guesses")
}

// problemHeading counts both.
func problemHeading(s Summary) string {
	lost, guessed := unread(s), guesses(s)
	switch {
	case lost == "":
		return "To check: " + guessed
	case guessed == "":
		return "Could not be read: " + lost
	}
	return "Could not be read: " + lost + "; to check: " + guessed
}

// groupHeading names a group's recipient, where it is and how its worst flow
// stands.
func (r *Report) groupHeading(g group) string {
	p := r.Result.Map.Party(g.Party)
	if p == nil {
		return g.Heading
	}
	notes := []string{r.place(p.Country)}
	if notes[0] == "" {
		notes[0] = "country not recorded"
	}
	worst := rules.Verdict(0)
	for _, i := range r.Result.Map.To(g.Party) {
		worst = max(worst, verdict(r.transfer(i)))
	}
	if worst > rules.Home {
		notes = append(notes, VerdictWords(worst).Label)
	}
	return g.Heading + ": " + strings.Join(notes, "; ")
}
