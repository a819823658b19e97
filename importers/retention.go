package importers

import (
	"dpmap/graph"
)

// retentionRows reads a retention schedule. It belongs to no flow, so its rows
// are kept as notes of the register, each under the section that it stands in.
func retentionRows(t *tableReader) func(*record) outcome {
	section := ""
	return func(r *record) outcome {
		name, _, ok := r.cell(graph.FieldName)
		v, at, full := r.cell(graph.FieldRetention)
		if n, only := r.line.ownCells(); n == 1 && !full {
			section = only.text
			return other
		}
		if !ok || !full {
			if len(r.extras()) > 0 || ok || full {
				t.keepCells(r, section)
			}
			return other
		}
		heading := name.text
		if section != "" {
			heading = section + ": " + heading
		}
		text := v.text
		for _, e := range r.extras() {
			text += "; " + e.Heading + ": " + e.Value
		}
		owner := t.s.owner
		owner.Notes = append(owner.Notes, graph.Extra{Heading: heading, Value: text, At: at})
		return other
	}
}

// keepCells keeps every cell of a row that is not as its table's rows are.
func (t *tableReader) keepCells(r *record, section string) {
	for _, c := range r.line.cells {
		if c.text != "" && !c.merged {
			t.s.owner.Notes = append(t.s.owner.Notes, graph.Extra{Heading: section, Value: c.text, At: t.s.ref(r.line.number, c, section)})
		}
	}
}
