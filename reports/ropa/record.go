package ropa

import (
	"strings"

	"dpmap/graph"
	"dpmap/graph/rules"
	"dpmap/reports/wording"
)

const recordSheet = "Record"

// fact is a column of the record: what it says of one flow, and for which
// flows the law or plain accountability asks for it.
type fact struct {
	col
	field graph.Field                   // whose values may be implied; "" where value says so itself
	value func(d *draft, i int) string  // "" when nothing is recorded
	due   func(d *draft, i int) bool    // nil: it may stay blank
	union bool                          // one list for the activity, not one value per recipient
	cell  func(d *draft, act int) cell  // in place of value: a cell made for the whole activity
	look  func(d *draft, act int) style // in place of plain
}

// record is the sheet with one row per activity.
func (d *draft) record() *grid {
	g := &grid{name: recordSheet, top: d.contacts(), table: "tblRecord", freeze: 2}
	facts := recordFacts()
	g.prints = len(article30()) + len(grounds())
	for _, f := range facts {
		g.cols = append(g.cols, f.col)
	}
	for act := range d.acts {
		row := make([]cell, len(facts))
		for i, f := range facts {
			if f.cell != nil {
				row[i] = f.cell(d, act)
				continue
			}
			row[i] = d.merged(&f, act)
		}
		g.rows = append(g.rows, row)
	}
	return g
}

// contacts is the block above the record: who answers for it (UK GDPR
// Art 30(1)(a)).
func (d *draft) contacts() [][]cell {
	reg := d.m.Register()
	controller := recorded(reg.Controller.Text)
	if own := d.m.Own(); controller.style == muted && own != nil && own.Name != "" {
		controller = says(own.Name + impliedBy("whose register it is taken to be"))
	}
	name := func(s string) cell { return styled(s, label) }
	reach := wording.Phrase("\n", reg.Email.Text, reg.Telephone.Text)
	return [][]cell{
		(&grid{freeze: 3}).titled("Record of processing activities",
			"UK GDPR Art 30(1). One row is one activity. “"+notRecorded+"” marks what should be there and is not; any other blank is blank in the register or does not apply. Words in “ ” are the register's own."),
		{name("Controller"), controller, name("Data protection officer"), recorded(reg.DPO.Text),
			name("Representative (if applicable)"), says(reg.Representative.Text),
			name("Joint controllers (if applicable)"), says(strings.Join(d.jointControllers(), "\n")), name("As at"), says(d.asAt())},
		{name("Address"), recorded(reg.Address.Text), name("ICO registration"), recorded(reg.ICO.Text), name("Email, telephone"), recorded(reach),
			name("Period"), recorded(reg.Period.Text), name("Law last checked"), says(orElse(d.book.Checked().Long(), "not known"))},
		{},
	}
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

// jointControllers names the recipients that decide together with the
// controller.
func (d *draft) jointControllers() []string {
	var names []string
	for i := range d.flows {
		if d.m.Role(&d.flows[i]) == graph.JointController {
			names = append(names, d.partyName(d.flows[i].To))
		}
	}
	return unique(names)
}

// merged is a fact about an activity. Where its recipients differ in it, each
// value stands behind the names of those whom it is about.
func (d *draft) merged(f *fact, act int) cell {
	type group struct {
		text string
		to   []string
	}
	var groups []group
	place := map[string]int{}
	for _, i := range d.acts[act].flows {
		text := d.said(f, i)
		if f.union {
			for line := range strings.SplitSeq(text, "\n") {
				if _, ok := place[line]; !ok && line != "" {
					place[line] = len(groups)
					groups = append(groups, group{text: line})
				}
			}
			continue
		}
		n, ok := place[text]
		if !ok {
			n = len(groups)
			place[text] = n
			groups = append(groups, group{text: text})
		}
		groups[n].to = append(groups[n].to, d.recipientName(i))
	}
	var out []string
	for _, g := range groups {
		switch {
		case g.text == "":
		case f.union || len(groups) == 1:
			out = append(out, g.text)
		default:
			out = append(out, names(unique(g.to))+": "+g.text)
		}
	}
	c := says(strings.Join(out, "\n"))
	if f.look != nil {
		c.style = f.look(d, act)
	}
	if c.text == notRecorded {
		c.style = muted
	}
	return c
}

// recipientName is a flow's recipient as values stand behind it.
func (d *draft) recipientName(i int) string {
	f := &d.flows[i]
	switch {
	case f.IsOwnUse():
		return "own use"
	case d.toOwn(f):
		return "from " + d.partyName(f.From)
	}
	return d.partyName(f.To)
}

// said is what the record says of one flow in a column.
func (d *draft) said(f *fact, i int) string {
	text := strings.TrimSpace(f.value(d, i))
	if text == "" {
		if f.due != nil && f.due(d, i) {
			return notRecorded
		}
		return ""
	}
	if f.field != "" {
		text += impliedOf(d.flows[i].Implied, f.field)
	}
	return text
}

// names lists some names, and counts the rest when they are many.
func names(all []string) string {
	const most = 4
	if len(all) <= most {
		return strings.Join(all, ", ")
	}
	return strings.Join(all[:most-1], ", ") + " and " + wording.Count(len(all)-most+1, "other", "others")
}

// worst is the worst verdict of an activity's flows.
func (d *draft) worst(flows []int) rules.Verdict {
	var worst rules.Verdict
	for _, i := range flows {
		worst = max(worst, d.transfer(i).Verdict)
	}
	return worst
}
