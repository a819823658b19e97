package dpia

import (
	"slices"
	"strconv"
	"strings"

	"dpmap/graph"
	"dpmap/reports/dpia/docx"
	"dpmap/reports/wording"
)

// fact is something that the assessment asks of every flow and that a register
// can hold.
type fact struct {
	name  string
	field graph.Field // whose cell is the source; "" where the value is dpmap's own
	value func(d *draft, i int) string
	due   func(d *draft, i int) bool // for which flows it is asked; nil for all
	party graph.Field                // the recipient's field that stands in where the row has none
}

// A facts table: what is asked, what the register says, where.
func factWidths() []int { return []int{40, 88, 42} }

// table adds a table of facts: what is the same for all flows once, the rest
// under the name of each flow.
func (d *draft) table(facts []fact) {
	t := docx.Table{Widths: factWidths(), Head: []string{"What is asked", "What the register says", "Where it says so"}}
	var shared, own []fact
	for _, f := range facts {
		if len(d.chosen) > 1 && d.isShared(f) {
			shared = append(shared, f)
		} else {
			own = append(own, f)
		}
	}
	if len(shared) > 0 {
		t.Rows = append(t.Rows, docx.Row{docx.Line(docx.Text(d.all()))})
	}
	for _, f := range shared {
		t.Rows = append(t.Rows, d.sharedRow(f))
	}
	for n, i := range d.chosen {
		rows := d.factRows(own, i)
		if len(rows) > 0 && len(d.chosen) > 1 {
			t.Rows = append(t.Rows, docx.Row{docx.Line(docx.Text(d.label(n, i)))})
		}
		t.Rows = append(t.Rows, rows...)
	}
	if len(t.Rows) == 0 {
		d.doc.Paragraph(docx.Text("Nothing of this applies to these flows, by what the register records."))
		return
	}
	d.doc.Table(t)
}

// all is what the flows together are called.
func (d *draft) all() string {
	if len(d.chosen) == 2 {
		return "Both flows"
	}
	return "All " + strconv.Itoa(len(d.chosen)) + " flows"
}

// value is a fact of a flow, and whether it is asked of it.
func (d *draft) value(f fact, i int) (text string, asked bool) {
	if f.due != nil && !f.due(d, i) {
		return "", false
	}
	return strings.TrimSpace(f.value(d, i)), true
}

// isShared reports whether a fact is the same for all flows.
func (d *draft) isShared(f fact) bool {
	first, _ := d.value(f, d.chosen[0])
	return !slices.ContainsFunc(d.chosen, func(i int) bool {
		text, asked := d.value(f, i)
		return !asked || text != first
	})
}

// How many places a fact of all flows names before it counts the rest.
const mostPlaces = 3

// sharedRow is the row of a fact that is the same for all flows.
func (d *draft) sharedRow(f fact) docx.Row {
	text, _ := d.value(f, d.chosen[0])
	if text == "" {
		return docx.Row{docx.Line(docx.Text(f.name)), docx.Line(blank(f.name)), docx.Line(docx.Quiet("not recorded for any of them"))}
	}
	var places []string
	for _, i := range d.chosen {
		places = add(places, d.source(f, i))
	}
	return docx.Row{docx.Line(docx.Text(f.name)), docx.Line(docx.Text(text)), docx.Line(docx.Quiet(together(places)))}
}

func (d *draft) factRows(facts []fact, i int) []docx.Row {
	var rows []docx.Row
	for _, f := range facts {
		value, asked := d.value(f, i)
		switch {
		case !asked:
		case value == "":
			rows = append(rows, docx.Row{docx.Line(docx.Text(f.name)), docx.Line(blank(f.name)), docx.Line(docx.Quiet(d.missing(f, i)))})
		default:
			rows = append(rows, docx.Row{docx.Line(docx.Text(f.name)), docx.Line(docx.Text(value)), docx.Line(docx.Quiet(d.source(f, i)))})
		}
	}
	return rows
}

// number is what a flow is called in the assessment, counted from 1.
func (d *draft) number(n, i int) string {
	text := "Flow " + strconv.Itoa(n+1)
	if ref := d.flows[i].Ref; ref != "" {
		text += " (" + ref + ")"
	}
	return text
}

// label names a flow above its rows. That the controller sends it goes without
// saying.
func (d *draft) label(n, i int) string {
	f := &d.flows[i]
	from := d.name(f.From) + " "
	if p := d.m.Party(f.From); p != nil && p.Own {
		from = ""
	}
	text := d.number(n, i) + ": " + from + "to " + d.name(f.To)
	if purpose := clip(f.Purpose, 70); purpose != "" {
		text += " – " + purpose
	}
	return text
}

// source is where a fact's value was read.
func (d *draft) source(f fact, i int) string {
	flow := &d.flows[i]
	if places := d.statedAt(provisions(flow, f.field)); places != "" {
		return places
	}
	if at, ok := flow.Reads.At(f.field); ok {
		return d.where(at)
	}
	to := d.m.Party(flow.To)
	if f.party != "" && to != nil {
		if at, ok := to.Reads.At(f.party); ok {
			return d.where(at)
		}
		if why := implied(to, f.party); why != "" {
			return inferred(why)
		}
	}
	for _, im := range flow.Implied {
		if im.Field == f.field {
			return inferred(im.Why)
		}
	}
	if f.field == "" {
		return "worked out by dpmap"
	}
	return d.where(flow.At)
}

// inferred says that no cell records a fact, and what it was taken from.
func inferred(why string) string { return "not in the register; taken from " + why }

// provisions are what a field of a flow states, each of which knows its own cell.
func provisions(flow *graph.Flow, field graph.Field) []graph.Stated {
	switch field {
	case graph.FieldBasis:
		return flow.Bases
	case graph.FieldCondition:
		return flow.Conditions
	case graph.FieldSchedule1:
		return flow.Schedule1
	}
	return nil
}

// statedAt is where provisions were read, each place once.
func (d *draft) statedAt(list []graph.Stated) string {
	var places []string
	for _, s := range list {
		if !s.At.IsZero() {
			places = add(places, d.where(s.At))
		}
	}
	return strings.Join(places, "; ")
}

// implied is why a fact of a party is taken so though no cell records it.
func implied(p *graph.Party, field graph.Field) string {
	for _, im := range p.Implied {
		if im.Field == field {
			return im.Why
		}
	}
	if field == graph.FieldCountry {
		return p.Country.Implied
	}
	return ""
}

// missing says that a fact is not recorded, and which cell is blank.
func (d *draft) missing(f fact, i int) string {
	if at, ok := d.flows[i].Reads.At(f.field); ok {
		return "not recorded; see " + d.where(at)
	}
	return "not recorded"
}

// where is a place as people find it: file, sheet, cell. Of the one file that a
// draft was made from the opening tells.
func (d *draft) where(at graph.Ref) string {
	if at.IsZero() {
		return "not read from a file"
	}
	cell := at.Cell()
	switch {
	case cell != "" && at.Col == 0:
		cell = "row " + cell
	case cell != "":
		cell = "cell " + cell
	}
	file := at.File
	if file == d.file() && cell != "" {
		file = ""
	}
	return wording.Phrase(", ", file, before("sheet ", at.Sheet), cell)
}

// file is the one file that a draft was made from, "" where there are several.
func (d *draft) file() string {
	if len(d.r.Inputs) == 1 {
		return d.r.Inputs[0].File
	}
	return ""
}

// together joins places, those that differ only in their cell as one.
func together(places []string) string {
	more := ""
	if n := len(places) - mostPlaces; n > 0 {
		places, more = places[:mostPlaces], " and "+strconv.Itoa(n)+" more"
	}
	var cells []string
	lead := ""
	for _, p := range places {
		at := strings.LastIndex(p, "cell ")
		if at < 0 || len(cells) > 0 && p[:at] != lead {
			return strings.Join(places, "; ") + before(";", more)
		}
		lead, cells = p[:at], append(cells, p[at+len("cell "):])
	}
	switch {
	case len(cells) == 1:
		return places[0] + more
	case more != "":
		return lead + "cells " + strings.Join(cells, ", ") + more
	}
	return lead + "cells " + wording.Joined(cells)
}

// toComplete shows where only people can answer.
const toComplete = "To be completed"

func blank(name string) docx.Part { return docx.Blank(name, toComplete) }

// questions adds what only people can answer, each with its blank.
func (d *draft) questions(asked ...string) {
	t := docx.Table{Widths: []int{70, 100}, Head: []string{"For people to answer", "Answer"}}
	for _, q := range asked {
		t.Rows = append(t.Rows, docx.Row{docx.Line(docx.Text(q)), docx.Line(blank(q))})
	}
	d.doc.Table(t)
}
