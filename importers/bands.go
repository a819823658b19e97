package importers

// banded joins a row of headings to the row of bands above it: "Recipient" over
// "Name" and "Country" are "Recipient name" and "Recipient country". A band
// reaches right to the next; where nothing stands beneath it, it is the heading
// itself. It is nil when the rows do not go together.
func banded(bands, texts []cellText) []cellText {
	if len(bands) < 2 {
		return nil
	}
	own := map[int]string{}
	last := 0
	for _, b := range bands {
		own[b.col] = b.text
		last = max(last, b.col)
	}
	beneath := map[int]string{}
	for _, t := range texts {
		beneath[t.col] = t.text
		last = max(last, t.col)
	}
	var out []cellText
	band := ""
	for col := 1; col <= last; col++ {
		if own[col] != "" {
			band = own[col]
		}
		switch text := beneath[col]; {
		case text == "" && own[col] != "":
			out = append(out, cellText{col: col, text: own[col]})
		case text != "":
			out = append(out, cellText{col: col, text: text, band: band})
		}
	}
	return out
}
