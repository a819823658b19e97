package ropa

import (
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/reports"
	"dpmap/reports/wording"
)

const recipientsSheet = "Recipients"

// recipients is the sheet with one row per party of the map.
func (d *draft) recipients() *grid {
	g := table(recipientsSheet, "tblRecipients",
		"One row is one organisation or group of people, with what it gets over all flows. What is marked as implied is not in the register.", 1,
		col{"Name", 26, "Who they are and what they get"}, col{"Kind", 14, ""}, col{"Role", 15, ""}, col{"Country", 16, ""}, col{"What it gets", 36, ""},
		col{"Special-category or criminal data", 20, ""}, col{"Flows to it", 8, ""}, col{"Worst verdict", 16, ""}, col{"Agreement", 25, ""}, col{"Contact", 24, ""},
		col{"Flows from it", 9, "For reference, not printed"}, col{"Evidence of standing", 40, ""}, col{"Findings", 50, ""}, col{"See", 9, ""},
		col{"Notes", 60, ""}, col{"Where it was read", 40, ""})
	g.prints = 10
	parties := d.m.Parties()
	for i := range parties {
		g.rows = append(g.rows, d.recipientRow(&parties[i]))
	}
	g.none("The map has no organisation")
	return g
}

func (d *draft) recipientRow(p *graph.Party) []cell {
	in := d.m.To(p.ID)
	verdict := styled("", quiet)
	if len(in) > 0 {
		worst := d.worst(in)
		verdict = styled(verdictText(worst), ofVerdict(worst))
	}
	where := d.place(p.Country)
	country := recorded(where)
	if where == "" && p.Kind.IsSubject() {
		country = says("")
	}
	found := d.foundAt(p, in)
	return []cell{
		says(partyLabel(p)), recorded(string(p.Kind) + impliedOf(p.Implied, graph.FieldKind)), d.rolesOf(p, in), country,
		says(d.gets(in)), says(d.protected(in)), counted(len(in)), verdict, d.agreementsOf(in),
		says(wording.Phrase("\n", p.Contact, after2("DPO: ", p.DPO), after2("ICO registration: ", p.ICO))),
		counted(len(d.m.From(p.ID))), says(standing(p)), says(d.codes(found)), d.toFinding(found), says(wording.Phrase("\n", p.Notes, after2("source: ", p.Source))), styled(d.spot(p.At), quiet),
	}
}

// partyLabel is a party's name and what else it is called.
func partyLabel(p *graph.Party) string {
	name := orElse(p.Name, p.ID)
	if p.Own {
		name += " (this register's controller)"
	}
	entity := p.LegalEntity
	if entity == p.Name {
		entity = ""
	}
	return wording.Phrase("\n", name, after2("legal entity: ", entity), after2("part of: ", p.Parent),
		after2("also: ", strings.Join(p.Aliases, ", ")))
}

// rolesOf is the roles that a party plays as a recipient.
func (d *draft) rolesOf(p *graph.Party, in []int) cell {
	var out []string
	for _, i := range in {
		f := &d.flows[i]
		if d.toOwn(f) || p.Kind.IsSubject() {
			continue
		}
		out = append(out, orElse(d.role(i), notRecorded))
	}
	if len(in) == 0 && p.Role != 0 {
		out = append(out, p.Role.String()+impliedOf(p.Implied, graph.FieldPartyRole))
	}
	c := says(strings.Join(unique(out), "\n"))
	if c.text == notRecorded {
		c.style = muted
	}
	return c
}

// gets lists the categories that flows carry, each once, in one paragraph: the
// sheets that show them are read by row.
func (d *draft) gets(flows []int) string {
	var out []string
	for _, i := range flows {
		text := categories(&d.flows[i])
		if text == "" {
			text = "categories " + notRecorded
		}
		out = append(out, strings.Split(text, "\n")...)
	}
	return strings.Join(unique(out), "; ")
}

// protected says whether flows carry data of UK GDPR Art 9 or 10, and which.
func (d *draft) protected(flows []int) string {
	var out []string
	blank := false
	for _, i := range flows {
		f := &d.flows[i]
		for _, c := range f.Categories {
			if c.Class == law.Special || c.Class == law.Criminal {
				out = append(out, wording.Phrase(": ", c.Class.String(), orElse(c.Kind, c.Name)))
			}
		}
		if f.Special.State == graph.Yes && !f.Has(law.Special) {
			out = append(out, "special, as the register says")
		}
		blank = blank || len(f.Categories) == 0
	}
	switch {
	case len(out) > 0:
		return strings.Join(unique(out), "\n")
	case len(flows) == 0:
		return ""
	case blank:
		return "not known: categories are missing"
	}
	return "none found"
}

// agreementsOf is the agreements over flows; a processor's is due.
func (d *draft) agreementsOf(flows []int) cell {
	var out []string
	for _, i := range flows {
		text := reports.AgreementWords(d.flows[i].Agreement)
		if text == "" && d.toProcessor(i) {
			text = notRecorded
		}
		out = append(out, text)
	}
	c := says(strings.Join(unique(out), "\n"))
	if c.text == notRecorded {
		c.style = muted
	}
	return c
}

// standing is what the register records of a party that adequacy depends on.
func standing(p *graph.Party) string {
	var out []string
	for _, s := range [...]struct {
		name  string
		state graph.State
	}{{"on the DPF list", p.DPF.Listed}, {"UK Extension", p.DPF.UKExtension}} {
		if s.state != 0 {
			out = append(out, s.name+": "+s.state.String())
		}
	}
	out = append(out, after2("covers: ", strings.Join(p.DPF.Cover, ", ")), after("checked ", p.DPF.Checked))
	if words := strings.TrimSpace(p.DPF.Text); len(words) > len("yes") {
		out = append(out, wording.Quote(words))
	}
	for _, e := range p.Subject {
		out = append(out, "met: "+evidenceWords(e))
	}
	return wording.Phrase("\n", out...)
}

// foundAt lists the findings about a party: over the flows to it, and those
// that stand at its own row.
func (d *draft) foundAt(p *graph.Party, in []int) []int {
	var out []int
	seen := map[int]bool{}
	for _, i := range in {
		for _, n := range d.found[i] {
			if !seen[n] {
				seen[n] = true
				out = append(out, n)
			}
		}
	}
	if p.At.IsZero() {
		return out
	}
	return append(out, d.loose[rowOf(p.At)]...)
}
