package ropa

import (
	"strings"

	"dpmap/graph/law"
	"dpmap/graph/rules"
	"dpmap/reports"
	"dpmap/reports/wording"
)

const summarySheet = "Summary"

// summary is the sheet that opens first: whose record it is, in numbers, what
// was taken for granted and what is not known.
func (d *draft) summary(hasMap bool) *grid {
	g := &grid{name: summarySheet, cols: []col{{"", 38, ""}, {"", 10, ""}, {"", 96, ""}}}
	g.top = append(g.top, []cell{styled("Record of processing activities: "+oneLine(d.controller(), 80), title)})
	tool := strings.TrimSpace("dpmap " + d.r.Version)
	g.top = append(g.top, []cell{styled("Made by "+tool+", which is not legal advice: it reads what the register says and compares it with the law as last checked.", note)})
	for _, block := range [][][]cell{
		d.brief(), d.suppositions(), d.overlaid(), d.verdicts(), d.severities(), d.unknown(), d.contents(hasMap), d.whose(), d.unverified(),
	} {
		if len(block) > 0 {
			g.top = append(append(g.top, []cell{}), block...)
		}
	}
	return g
}

// heading begins a block of the summary.
func heading(words string) []cell {
	return []cell{styled(words, band), styled("", band), styled("", band)}
}

// line is a name and a text across the columns that are left.
func line(name string, value cell) []cell {
	value.span = 2
	return []cell{styled(name, label), value}
}

// tally is a name, a number and what it means.
func tally(name cell, n int, means string) []cell {
	return []cell{name, counted(n), says(means)}
}

func (d *draft) whose() [][]cell {
	reg := d.m.Register()
	return [][]cell{
		heading("Whose record"),
		line("Controller", d.contacts()[1][1]),
		line("Address", recorded(reg.Address.Text)),
		line("Email", recorded(reg.Email.Text)),
		line("Telephone", recorded(reg.Telephone.Text)),
		line("Data protection officer", recorded(reg.DPO.Text)),
		line("Representative (if applicable)", says(reg.Representative.Text)),
		line("ICO registration", recorded(reg.ICO.Text)),
		line("Period", recorded(reg.Period.Text)),
		line("Prepared by", recorded(reg.PreparedBy.Text)),
		line("As at", says(d.asAt())),
		line("Law last checked", says(orElse(d.book.Checked().Long(), "not known"))),
	}
}

// contents leads to every sheet.
func (d *draft) contents(hasMap bool) [][]cell {
	out := [][]cell{heading("What is in this workbook")}
	for _, s := range d.sheets(hasMap)[1:] {
		n := counted(s.n)
		if s.n < 0 {
			n = styled("", number)
		}
		out = append(out, []cell{leads(s.name, quoted(s.name)+"!A1"), n, says(s.holds)})
	}
	return out
}

func (d *draft) severities() [][]cell {
	out := [][]cell{heading("Findings by severity")}
	for s := rules.Critical; s >= rules.Low; s-- {
		n := d.sum.Findings.Of(s)
		out = append(out, tally(styled(severityText(s), ofSeverity(s)), n, reports.SeverityWords(s).Means))
	}
	if n := d.sum.Findings.Accepted; n > 0 {
		out = append(out, tally(styled("accepted", plain), n, "somebody answerable has decided to live with them; they are not counted above"))
	}
	if n := d.doneYetFound(); n > 0 {
		out = append(out, tally(styled("marked Done", plain), n, "yet found again: the register still says what the finding rests on"))
	}
	return out
}

func (d *draft) verdicts() [][]cell {
	out := [][]cell{heading("Flows by how their transfer stands")}
	for _, v := range [...]rules.Verdict{rules.Unprotected, rules.Unknown, rules.Derogation, rules.Conditional, rules.Safeguarded, rules.Adequate, rules.Home} {
		out = append(out, tally(styled(verdictText(v), ofVerdict(v)), d.sum.Transfers.Of(v), reports.VerdictWords(v).Means))
	}
	if n := d.sum.Transfers.Ended; n > 0 {
		out = append(out, tally(styled(reports.EndedWords().Label, plain), n, reports.EndedWords().Means))
	}
	return out
}

func (d *draft) suppositions() [][]cell {
	without := d.book.Without()
	if len(without) == 0 {
		return nil
	}
	out := [][]cell{heading("Suppositions: this is not the law as it stands")}
	for _, id := range without {
		out = append(out, line("Taken to have fallen", styled(reports.InstrumentWords(d.book, law.UK, id), careful)))
	}
	return out
}

// overlaid lists what the user laid over the built-in law.
func (d *draft) overlaid() [][]cell {
	var out [][]cell
	for _, o := range d.book.Overlaid() {
		if out == nil {
			out = append(out, heading("Laid over the built-in law by the user"))
		}
		out = append(out, line(o.File+" row "+itoa(o.Row), styled(o.String(), careful)))
	}
	return out
}

// unknown says what is not in the register, since what is not known is not
// fine.
func (d *draft) unknown() [][]cell {
	if len(d.sum.Unknowns) == 0 {
		return nil
	}
	out := [][]cell{heading("Not known, since the register does not record it")}
	for _, u := range d.sum.Unknowns {
		out = append(out, tally(styled(u.What, label), u.Missing, "of "+wording.Count(u.Of, "flow", "flows")+" for which it is due"))
	}
	return out
}

// unverified lists the law that this record leans on and that nobody has read
// in its source.
func (d *draft) unverified() [][]cell {
	if len(d.sum.Unverified) == 0 {
		return nil
	}
	out := [][]cell{heading("Law that this record leans on and that has not been verified in its source")}
	for _, n := range d.sum.Unverified {
		out = append(out, line(n.ID, says(wording.Phrase(" – ", n.Name, n.Law.Cite))))
	}
	return out
}
