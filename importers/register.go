package importers

import (
	"strings"

	"dpmap/graph"
	"dpmap/importers/cell"
	"dpmap/importers/column"
	"dpmap/importers/words"
)

// register is what one file says of itself.
type register struct {
	graph.Register
	country     graph.Value
	kind        graph.Value
	aliases     graph.Value
	inferred    bool // the controller is told by a title
	party       int  // index of the controller in the registry, -1 when none is known
	definitions []definition
}

// registerRows reads a sheet of names and values: the name in a row's first
// cell, the value in the next. Rows that are names of nothing known are kept.
func registerRows(t *tableReader) func(*record) outcome {
	table := column.HeadingTable()["register"]
	foreign := false
	return func(r *record) outcome {
		var cells []value
		for _, v := range r.line.cells {
			if v.text != "" {
				cells = append(cells, v)
			}
		}
		if len(cells) == 0 {
			return other
		}
		if len(cells) == 1 {
			if len(strings.Fields(cells[0].text)) > 12 {
				t.keepNote(r)
			}
			return other
		}
		name, text := cells[0], cells[1]
		field, _ := table.Match(strings.TrimRight(name.text, ": "))
		v := graph.Value{Text: text.text, At: t.s.ref(r.line.number, text, name.text)}
		foreign = foreign || t.contradicted(field, v)
		if foreign && field != graph.FieldNotes {
			field = "" // what follows is not the first controller's
		}
		t.s.owner.set(field, name.text, v)
		return other
	}
}

// keepNote keeps a row of words that belongs to no flow.
func (t *tableReader) keepNote(r *record) {
	_, only := r.line.ownCells()
	owner := t.s.owner
	owner.Notes = append(owner.Notes, graph.Extra{Value: only.text, At: t.s.ref(r.line.number, only, "")})
}

// set records one name and value. What is unknown stays blank; the first value
// of a name stays.
func (g *register) set(field graph.Field, name string, v graph.Value) {
	if cell.IsTodo(v.Text) || cell.IsUnknown(v.Text) {
		v.Text = ""
	}
	to := map[graph.Field]*graph.Value{
		"controller": &g.Controller, "address": &g.Address, "email": &g.Email, "telephone": &g.Telephone,
		graph.FieldDPO: &g.DPO, "representative": &g.Representative, graph.FieldICO: &g.ICO, "period": &g.Period,
		"prepared-by": &g.PreparedBy, graph.FieldCountry: &g.country, graph.FieldKind: &g.kind, graph.FieldAliases: &g.aliases,
	}[field]
	extra := graph.Extra{Heading: name, Value: v.Text, At: v.At}
	switch {
	case isNameValue(name, v.Text): // the heading row of the two columns
	case field == graph.FieldNotes, to == nil && len(strings.Fields(v.Text)) > 12:
		g.Notes = append(g.Notes, extra)
	case to == nil || to.Text != "":
		g.Other = append(g.Other, extra)
	default:
		*to = v
	}
}

// isNameValue reports whether two cells only say that names and values follow.
func isNameValue(name, text string) bool {
	switch words.Fold(text) {
	case "value", "values", "detail", "details", "entry", "answer":
	default:
		return false
	}
	switch words.Fold(name) {
	case "name", "field", "item", "heading", "detail", "question":
		return true
	}
	return false
}
