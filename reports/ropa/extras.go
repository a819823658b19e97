package ropa

import (
	"dpmap/graph"
	"dpmap/reports/wording"
)

const extrasSheet = "Extra fields"

// hasExtras reports whether the register holds anything of that sort.
func (d *draft) hasExtras() bool {
	reg := d.m.Register()
	if len(reg.Notes)+len(reg.Other) > 0 {
		return true
	}
	for _, p := range d.m.Parties() {
		if len(p.Extra) > 0 {
			return true
		}
	}
	for i := range d.flows {
		if len(d.flows[i].Extra) > 0 {
			return true
		}
	}
	return false
}

// extras keeps what the register holds and no field of dpmap knows, so that
// nothing of it is lost.
func (d *draft) extras() *grid {
	g := table(extrasSheet, "tblExtra",
		"What the register holds and dpmap has no field for: columns, clauses and notes as they stand. No rule looks at them.", 1,
		col{"Belongs to", 18, ""}, col{"Record", 10, ""}, col{"Name", 44, ""}, col{"Heading", 34, ""}, col{"Value", 70, ""}, col{"Cell", 28, ""})
	add := func(kind string, record cell, name string, list []graph.Extra) {
		for _, e := range list {
			heading := e.Heading
			if heading == "" && e.At.Col > 0 {
				heading = "column " + graph.ColumnName(e.At.Col)
			}
			g.rows = append(g.rows, []cell{says(kind), record, says(name), says(heading), says(e.Value), styled(d.spot(e.At), quiet)})
		}
	}
	reg := d.m.Register()
	add("register", says(""), d.controller(), reg.Notes)
	add("register", says(""), d.controller(), reg.Other)
	for _, p := range d.m.Parties() {
		add("organisation", says(""), orElse(p.Name, p.ID), p.Extra)
	}
	for i := range d.flows {
		f := &d.flows[i]
		add("flow", d.toRecord(d.actOf[i]), wording.Phrase(" – ", d.partyName(f.To), f.Purpose), f.Extra)
	}
	g.none("None")
	return g
}
