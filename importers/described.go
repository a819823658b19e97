package importers

import (
	"dpmap/graph"
	"dpmap/importers/cell"
	"dpmap/importers/column"
)

// describedPurpose takes the purpose from what a product's name is described by,
// where no cell says it.
func (r *record) describedPurpose(f *graph.Flow) {
	v, at, ok := r.cell(graph.FieldTo)
	if !ok || f.Purpose != "" || !column.IsProducts(at.Heading) {
		return
	}
	if _, rest := cell.Described(v.text); rest != "" {
		f.Purpose = rest
		r.readAt(graph.FieldPurpose, at)
	}
}
