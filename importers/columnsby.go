package importers

import (
	"dpmap/graph"
	"dpmap/importers/column"
)

// columnsBy are the columns that a row gives by the tables of headings, which several
// layouts share.
type columnsBy struct {
	texts  []column.CellText
	taught []column.Heading
	kept   map[columnsKey][]graph.Column
}

type columnsKey struct {
	name     string
	misspelt bool
}

// of are the columns of the row in a layout. They are shared and only to be read.
func (c *columnsBy) of(l *column.Layout, misspelt bool) []graph.Column {
	key := columnsKey{l.Scope, misspelt}
	if len(c.taught) > 0 {
		key.name = l.Name // what the user taught means another field in some
	}
	out, met := c.kept[key]
	if !met {
		out = l.Columns(c.texts, c.taught, misspelt)
		if c.kept == nil {
			c.kept = map[columnsKey][]graph.Column{}
		}
		c.kept[key] = out
	}
	return out
}
