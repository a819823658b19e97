package reports

import (
	"slices"
	"strconv"

	"dpmap/graph/law"
)

// blocs are the areas that stand for all their countries at once, the widest
// first.
var blocs = [...]string{"EEA", "EU"}

// CountryNames names countries in their order, those of an area together where
// all of them are there: a cell that says "EU" would else be read back as
// twenty-seven names. A code that the law does not know stays as it is.
func CountryNames(book *law.Book, codes []string) []string {
	area := map[string]string{}
	for _, name := range blocs {
		members, ok := book.FindBloc(name)
		if !ok || slices.ContainsFunc(members, func(c string) bool { return area[c] != "" || !slices.Contains(codes, c) }) {
			continue
		}
		for _, c := range members {
			area[c] = name + " (all " + strconv.Itoa(len(members)) + " countries)"
		}
	}
	var out []string
	for _, code := range codes {
		name := area[code]
		if name == "" {
			name = code
			if c, ok := book.Country(code); ok && c.Name != "" {
				name = c.Name
			}
		}
		if !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}
