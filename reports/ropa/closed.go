package ropa

import "strings"

const closedSheet = "Closed findings"

// closed is what people entered about findings that are no longer made, nil
// when there is none: what was done is evidence.
func (d *draft) closed() *grid {
	gone := d.gone()
	if len(gone) == 0 {
		return nil
	}
	cols := []col{{closedHeading, 13, ""}, {"Severity", 13, ""}, {"Finding", 18, ""}, {"What was found", 36, ""}, {"What to do", 50, ""}, {"Organisation", 16, ""},
		{statusHeading, 11, ""}, {ownerHeading, 14, ""}, {dueHeading, 11, ""}, {notesHeading, 14, ""}, {"Code", 28, ""}, {idHeading, 60, ""}}
	for _, h := range d.log.extra() {
		cols = append(cols, col{h, 18, ""})
	}
	g := table(closedSheet, "tblClosed",
		"Findings of the workbook before this one that are made no longer, since the register or the law has changed. The date is that of the first workbook without them.", 1, cols...)
	g.prints = 10
	for _, e := range gone {
		told := func(h string) cell { return says(e.told[strings.ToLower(h)]) }
		day := e.closed
		if day == "" {
			day = d.book.AsAt().String()
		}
		row := []cell{
			dueCell(day), told("Severity"), told("Finding"), told("What was found"), told("What to do"), told("Organisation"),
			styled(e.status, entry), styled(e.owner, entry), dueCell(e.due), styled(e.notes, entry),
			styled(e.told["code"], quiet), styled(e.id, quiet),
		}
		g.rows = append(g.rows, append(row, d.log.ownCells(e)...))
	}
	return g
}

// gone are the entries about findings that are made no longer, in their order.
func (d *draft) gone() []*logEntry {
	if d.log == nil {
		return nil
	}
	now := make(map[string]bool, len(d.r.Result.Findings))
	for i := range d.r.Result.Findings {
		now[d.r.Result.Findings[i].ID] = true
	}
	var out []*logEntry
	for i := range d.log.entries {
		if e := &d.log.entries[i]; e.closed != "" && (e.id == "" || !now[e.id]) || e.id != "" && !now[e.id] {
			out = append(out, e)
		}
	}
	return out
}
