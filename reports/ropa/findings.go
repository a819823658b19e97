package ropa

import (
	"strings"

	"dpmap/graph/law"
	"dpmap/graph/rules"
	"dpmap/reports/wording"
)

const findingsSheet = "Findings"

// findings is the action log: one row per finding, in the order of the
// report, gravest first, with columns for people to fill in. What prints stands
// first.
func (d *draft) findings() *grid {
	g := table(findingsSheet, "tblFindings",
		"One row is one breach of one rule, gravest first. Status, Owner, Due and Notes are for you; --keep takes them over when this workbook is made again.", 3, findingCols()...)
	for _, h := range d.log.extra() {
		g.cols = append(g.cols, col{h, 18, ""})
	}
	g.done, g.prints = 8, 11
	g.drops = []drop{
		{col: 8, words: statuses[:], help: "How far this is: pick from the list"},
		{col: 9, words: d.owners(), help: "Who sees to it: pick a name that the register gives, or write another", free: true},
	}
	g.dates = []int{10}
	for i := range d.r.Result.Findings {
		g.rows = append(g.rows, d.findingRow(i))
	}
	g.rows = append(g.rows, d.addedRows()...)
	g.none("None")
	return g
}

func findingCols() []col {
	return []col{
		{"No.", 6, "Findings"}, {"Severity", 12.5, ""}, {"Finding", 19, ""}, {"What was found", 38, ""}, {"What to do", 56, ""},
		{"Organisation", 15, ""}, {"Cell of the register", 13, ""}, {statusHeading, 10.5, ""}, {ownerHeading, 11, ""}, {dueHeading, 10.5, ""}, {notesHeading, 12, ""},
		{"Record", 9, "For reference, not printed"}, {"Law", 34, ""}, {"Accepted", 50, ""}, {"Code", 28, ""}, {idHeading, 60, ""},
	}
}

// isLogHeading reports whether dpmap writes a column of that heading into a log.
func isLogHeading(h string) bool {
	if strings.EqualFold(h, closedHeading) {
		return true
	}
	for _, c := range findingCols() {
		if strings.EqualFold(c.heading, h) {
			return true
		}
	}
	return false
}

// owners are the people whom the register names as answerable, as many as a
// drop-down can hold. A comma would part a name in two.
func (d *draft) owners() []string {
	const room = 250 // a list holds 255 units with its quotes
	reg := d.m.Register()
	all := []string{reg.DPO.Text, reg.PreparedBy.Text}
	for i := range d.flows {
		all = append(all, d.flows[i].Owner)
	}
	var out []string
	used := 0
	for _, name := range unique(all) {
		name = strings.TrimSpace(tidy(name))
		units := 2 * len(name) // each may have to be written as two
		if name == "" || strings.ContainsAny(name, ",\"\n") || used+units > room {
			continue
		}
		used += units
		out = append(out, name)
	}
	return unique(out)
}

func (d *draft) findingRow(i int) []cell {
	f := &d.r.Result.Findings[i]
	e := d.log.of(f.ID)
	if e == nil {
		e = &logEntry{}
	}
	place := f.At.String()
	message := f.Message
	if rest, ok := strings.CutPrefix(message, place+": "); ok && place != "" {
		message = rest
	}
	row := []cell{
		counted(i + 1), styled(severityText(f.Severity), ofSeverity(f.Severity)), says(f.Title), says(message), says(f.Fix),
		says(d.about(f)), styled(d.spot(f.At), quiet),
		styled(statusOf(d.r.IsOpen(f), e), entry), styled(e.owner, entry), dueCell(e.due), styled(e.notes, entry),
		d.recordOf(f), styled(cites(f.Law), quiet), says(d.accepted(f)), styled(f.Rule, quiet), styled(f.ID, quiet),
	}
	return append(row, d.log.ownCells(e)...)
}

// addedRows are the rows that somebody wrote under the findings of an older
// workbook.
func (d *draft) addedRows() [][]cell {
	if d.log == nil {
		return nil
	}
	var rows [][]cell
	for i := range d.log.entries {
		e := &d.log.entries[i]
		if e.id != "" || e.closed != "" {
			continue
		}
		var row []cell
		for _, c := range findingCols() {
			switch c.heading {
			case statusHeading:
				row = append(row, styled(e.status, entry))
			case ownerHeading:
				row = append(row, styled(e.owner, entry))
			case dueHeading:
				row = append(row, dueCell(e.due))
			case notesHeading:
				row = append(row, styled(e.notes, entry))
			default:
				row = append(row, styled(e.told[strings.ToLower(c.heading)], entry))
			}
		}
		rows = append(rows, append(row, d.log.ownCells(e)...))
	}
	return rows
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
	return strings.Join(unique(out), "; ")
}

// accepted is who lives with a finding, why and until when.
func (d *draft) accepted(f *rules.Finding) string {
	a := f.Accepted
	if a == nil {
		return ""
	}
	text := wording.Phrase(", ", a.Reason, after2("by ", a.By), after("until ", a.Until))
	if d.r.IsOpen(f) {
		text += " – this is past, so the finding counts again"
	}
	return text
}
