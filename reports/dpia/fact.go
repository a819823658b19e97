package dpia

import (
	"strconv"
	"strings"

	"dpmap/graph"
	"dpmap/reports/dpia/docx"
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

// table adds a table of facts, each flow under its name where there are several.
func (d *draft) table(facts []fact) {
	t := docx.Table{Widths: factWidths(), Head: []string{"What is asked", "What the register says", "Where it says so"}}
	for n, i := range d.chosen {
		rows := d.factRows(facts, i)
		if len(rows) > 0 && len(d.chosen) > 1 {
			t.Rows = append(t.Rows, docx.Row{docx.Line(docx.Text(d.label(n, i)))})
		}
		t.Rows = append(t.Rows, rows...)
	}
	d.doc.Table(t)
}

func (d *draft) factRows(facts []fact, i int) []docx.Row {
	var rows []docx.Row
	for _, f := range facts {
		if f.due != nil && !f.due(d, i) {
			continue
		}
		value, at := strings.TrimSpace(f.value(d, i)), d.source(f, i)
		if value == "" {
			rows = append(rows, docx.Row{docx.Line(docx.Text(f.name)), docx.Line(blank(f.name)), docx.Line(docx.Quiet(d.missing(f, i)))})
			continue
		}
		rows = append(rows, docx.Row{docx.Line(docx.Text(f.name)), docx.Line(docx.Text(value)), docx.Line(docx.Quiet(at))})
	}
	return rows
}

// label names a flow, counted from 1 in the assessment.
func (d *draft) label(n, i int) string {
	f := &d.flows[i]
	text := "Flow " + strconv.Itoa(n+1)
	if f.Ref != "" {
		text += " (" + f.Ref + ")"
	}
	text += ": " + d.name(f.From) + " to " + d.name(f.To)
	if purpose := clip(f.Purpose, 70); purpose != "" {
		text += " – " + purpose
	}
	return text
}

// source is where a fact's value was read.
func (d *draft) source(f fact, i int) string {
	flow := &d.flows[i]
	if at, ok := flow.Reads.At(f.field); ok {
		return where(at)
	}
	to := d.m.Party(flow.To)
	if f.party != "" && to != nil {
		if at, ok := to.Reads.At(f.party); ok {
			return where(at)
		}
		if why := implied(to, f.party); why != "" {
			return "not in the register: " + why
		}
	}
	for _, im := range flow.Implied {
		if im.Field == f.field {
			return "not in the register: " + im.Why
		}
	}
	if f.field == "" {
		return "worked out by dpmap"
	}
	return where(flow.At)
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
		return "not recorded; see " + where(at)
	}
	return "not recorded"
}

// where is a place as people find it: file, sheet, cell.
func where(at graph.Ref) string {
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
	return phrase(", ", at.File, before("sheet ", at.Sheet), cell)
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
