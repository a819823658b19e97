package importers

import (
	"dpmap/importers/column"
)

// banded joins a row of headings to the row of bands above it: "Recipient" over
// "Name" and "Country" are "Recipient name" and "Recipient country". A band
// reaches right to the next; where nothing stands beneath it, it is the heading
// itself. It is nil when the rows do not go together.
func banded(bands, texts []column.CellText) []column.CellText {
	if len(bands) < 2 {
		return nil
	}
	own := map[int]column.CellText{}
	last := 0
	for _, b := range bands {
		own[b.Col] = b
		last = max(last, b.Col)
	}
	beneath := map[int]column.CellText{}
	for _, t := range texts {
		beneath[t.Col] = t
		last = max(last, t.Col)
	}
	var out []column.CellText
	band := ""
	for col := 1; col <= last; col++ {
		if own[col].Text != "" {
			band = own[col].Text
		}
		switch t := beneath[col]; {
		case t.Text == "" && own[col].Text != "":
			out = append(out, own[col])
		case t.Text != "":
			t.Band = band
			out = append(out, t)
		}
	}
	return out
}
