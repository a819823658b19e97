package importers

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
)

// destination takes the countries out of a cell of a column such as "Transfers
// outside the UK (safeguards)", where both stand: "USA - SCCs" is the United
// States, and "SCCs". Only a part that is a country's name and nothing else
// counts. The text is whole where there is none.
func destination(book *law.Book, text string) (graph.Place, string) {
	if isUnknown(text) || isNotApplicable(text) || deniedAtStart(text) {
		return graph.Place{}, text
	}
	place := graph.Place{}
	var left []string
	for _, item := range items(text) {
		var kept []string
		for _, part := range destinationParts(item) {
			code, ok := book.FindCountry(strings.Trim(part, " .:"))
			switch {
			case !ok:
				kept = append(kept, part)
			case !slices.Contains(place.Countries, code):
				place.Countries = append(place.Countries, code)
			}
		}
		if kept != nil {
			left = append(left, strings.Join(kept, ", "))
		}
	}
	if place.Countries == nil {
		return graph.Place{}, text
	}
	place.Text = text
	rest := strings.Join(left, "\n")
	if state, more := parseState(rest); state == graph.Yes && more == "" {
		rest = "" // "Yes - USA" says that there is a transfer, and no safeguard
	}
	return place, rest
}

// destinationParts divides an item at dashes, colons, commas and brackets.
func destinationParts(item string) []string {
	item = strings.NewReplacer(" - ", "\x00", " – ", "\x00", " — ", "\x00", ": ", "\x00", ", ", "\x00", "(", "\x00", ")", "\x00", " and ", "\x00").Replace(item)
	var out []string
	for _, part := range strings.Split(item, "\x00") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}
