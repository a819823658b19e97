package importers

import (
	"slices"

	"dpmap/graph"
	"dpmap/importers/cell"
	"dpmap/importers/column"
	"dpmap/importers/words"
)

// otherRecipient is the cell of another column that says who receives the data,
// where the first is blank.
func (r *record) otherRecipient(first graph.Ref) (value, graph.Ref, bool) {
	for _, f := range []graph.Field{column.Also(graph.FieldTo), column.FieldProfessional} {
		if v, at, ok := r.cell(f); ok && !cell.IsUnknown(v.text) {
			r.readAt(graph.FieldTo, at)
			return v, at, true
		}
	}
	return value{}, first, false
}

// alsoTo are the flows to those whom a further column of recipients names: of the
// data, since what the row says of an agreement, a country or a role is the first
// recipient's.
func (r *record) alsoTo(f graph.Flow, from, to []int) []draft {
	var out []draft
	for _, c := range r.t.cols {
		if c.Field != column.Also(graph.FieldTo) {
			continue
		}
		v, at, ok := r.cellOf(c)
		if !ok || cell.IsUnknown(v.text) || cell.StaysInside(v.text) || supplierHeading.MatchString(c.Heading) && words.List("notsupplier").Has(v.text) {
			continue
		}
		for _, name := range r.t.partyNames(r.outsiders(v.text, at)) {
			party := r.t.parties.meet(name, at)
			if slices.Contains(to, party) {
				continue
			}
			more := ofData(f)
			more.Reads = append(more.Reads, graph.Read{Field: graph.FieldTo, At: at})
			for _, sender := range from {
				if sender != party && !slices.ContainsFunc(out, func(d draft) bool { return d.to == party && d.from == sender }) {
					out = append(out, draft{Flow: clone(more), from: sender, to: party, owner: r.t.s.owner, row: r.key()})
				}
			}
		}
	}
	return out
}
