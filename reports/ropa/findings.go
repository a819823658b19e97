package ropa

import (
	"strings"

	"dpmap/graph/law"
	"dpmap/graph/rules"
)

const findingsSheet = "Findings"

// statuses is what an entry of the action log can be.
var statuses = [...]string{"open", "in hand", "done", "accepted", "not an issue"}

// findings is the action log: one row per finding, in the order of the
// report, with columns for people to fill in.
func (d *draft) findings() *grid {
	g := table(findingsSheet, "tblFindings",
		"One row is one breach of one rule. Status, Owner and Due are for you to fill in. Each row leads to the record and names the cell of the register.", 3,
		col{"No.", 6, "Findings"}, col{"Severity", 14, ""}, col{"Finding", 24, ""}, col{"What was found", 40, ""}, col{"What to do", 38, ""},
		col{"Organisation", 20, ""}, col{"Record", 9, ""}, col{"Status", 12, ""}, col{"Owner", 14, ""}, col{"Due", 11, ""}, col{"Law", 20, ""},
		col{"Cell of the register", 18, ""}, col{"Code", 28, "For reference, not printed"}, col{"Accepted", 32, ""}, col{"Finding ID", 36, ""})
	g.done, g.prints = 8, 12
	g.drops = []drop{{8, statuses[:], "How far this is: pick from the list"}}
	g.dates = []int{10}
	for i := range d.r.Result.Findings {
		g.rows = append(g.rows, d.findingRow(i))
	}
	g.none("None")
	return g
}

func (d *draft) findingRow(i int) []cell {
	f := &d.r.Result.Findings[i]
	status := styled("", entry)
	if !d.isOpen(f) {
		status.text = "accepted"
	}
	place := f.At.String()
	message := f.Message
	if rest, ok := strings.CutPrefix(message, place+": "); ok && place != "" {
		message = rest
	}
	return []cell{
		counted(i + 1), styled(severityText(f.Severity), ofSeverity(f.Severity)), says(f.Title), says(message), says(f.Fix),
		says(d.about(f)), d.recordOf(f), status, styled("", entry), styled("", entryDate),
		styled(cites(f.Law), quiet), styled(place, quiet), styled(f.Rule, quiet), says(d.accepted(f)), styled(f.ID, quiet),
	}
}

// about names the organisations that a finding is about: the chain of an
// onward transfer, the recipients of its flows, or the party of its row.
func (d *draft) about(f *rules.Finding) string {
	if len(f.Path) > 1 {
		var hops []string
		for _, id := range f.Path {
			hops = append(hops, d.partyName(id))
		}
		return strings.Join(hops, " → ")
	}
	var ids []string
	for _, id := range f.Flows {
		if flow := d.m.Flow(id); flow != nil {
			ids = append(ids, flow.To)
		}
	}
	if len(ids) == 0 && !f.At.IsZero() {
		for _, p := range d.m.Parties() {
			if rowOf(p.At) == rowOf(f.At) {
				ids = append(ids, p.ID)
			}
		}
	}
	var all []string
	for _, id := range unique(ids) {
		all = append(all, d.partyName(id))
	}
	return names(all)
}

// recordOf leads to the record of a finding's first flow, else to the block
// that says whose record it is.
func (d *draft) recordOf(f *rules.Finding) cell {
	for _, id := range f.Flows {
		if flow := d.m.Index(id); flow >= 0 {
			return d.toRecord(d.actOf[flow])
		}
	}
	if strings.HasPrefix(f.Rule, "controller-") {
		return leads("heading", recordSheet+"!A3")
	}
	return says("")
}

func cites(list []law.Citation) string {
	var out []string
	for _, c := range list {
		out = append(out, c.Cite)
	}
	return strings.Join(unique(out), "\n")
}

// accepted is who lives with a finding, why and until when.
func (d *draft) accepted(f *rules.Finding) string {
	a := f.Accepted
	if a == nil {
		return ""
	}
	text := phrase(", ", a.Reason, after2("by ", a.By), after("until ", a.Until))
	if d.isOpen(f) {
		text += " – this is past, so the finding counts again"
	}
	return text
}
