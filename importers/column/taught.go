package column

import (
	"dpmap/graph"
)

// OfFlow gives the field of a flow's row that is meant where a taught one is of
// organisations: who writes "Country=country" means the recipient's.
var OfFlow = map[graph.Field]graph.Field{
	graph.FieldCountry:   graph.FieldRecipientCountry,
	graph.FieldName:      graph.FieldTo,
	graph.FieldPartyRole: graph.FieldRole,
}

// meant is the field that a taught one stands for in a layout.
func (l *Layout) meant(f graph.Field) graph.Field {
	if other, ok := OfFlow[f]; ok && l.Rank == 3 {
		return other
	}
	return f
}
