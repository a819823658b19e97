package reports

import (
	"strings"

	"dpmap/graph"
	"dpmap/graph/rules"
	"dpmap/reports/wording"
)

// transfer is the decision about the flow of that index; the zero Transfer
// where the result has none.
func (r *Report) transfer(flow int) rules.Transfer {
	if flow < 0 || flow >= len(r.Result.Transfers) {
		return rules.Transfer{}
	}
	return r.Result.Transfers[flow]
}

// partyName is the name of the party with the ID, or the ID.
func (r *Report) partyName(id string) string {
	if p := r.Result.Map.Party(id); p != nil && p.Name != "" {
		return p.Name
	}
	return id
}

// manyCountries is how many countries a line names before it counts the rest.
const manyCountries = 6

// place names a place in words: its countries, then the words that are none.
func (r *Report) place(p graph.Place) string {
	names := r.Result.Book.CountryNames(p.Countries)
	if len(names) > manyCountries {
		rest := len(names) - manyCountries + 1
		names = append(names[:manyCountries-1], wording.Count(rest, "further country", "further countries"))
	}
	for _, open := range p.Open {
		names = append(names, "“"+open+"”")
	}
	text := strings.Join(names, ", ")
	if p.Implied != "" && text != "" {
		text += " (implied)"
	}
	return text
}

// instrumentName is the name of the law's instrument with the ID, or the ID.
func (r *Report) instrumentName(id string) string {
	if i, ok := r.Result.Book.Instrument(id); ok && i.Name != "" {
		return i.Name
	}
	return id
}

// registerName is whose register this is, as titles give it.
func (r *Report) registerName() string {
	if name := r.Result.Map.Register().Controller.Text; name != "" {
		return name
	}
	if own := r.Result.Map.Own(); own != nil && own.Name != "" {
		return own.Name
	}
	if len(r.Inputs) == 1 {
		return r.Inputs[0].File
	}
	return wording.Count(len(r.Inputs), "register", "registers")
}

// AfterPlace is a message without the place that it begins with, for outputs
// that print the place themselves.
func AfterPlace(message string, at graph.Ref) string {
	place := at.String()
	if place == "" {
		return message
	}
	if rest, ok := strings.CutPrefix(message, place+": "); ok {
		return rest
	}
	return message
}

// appendNew appends a text that is not there yet.
func appendNew(to []string, text string) []string {
	for _, t := range to {
		if t == text {
			return to
		}
	}
	return append(to, text)
}
