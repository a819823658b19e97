package dpia

import (
	"slices"
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
