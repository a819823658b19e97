package law

import (
	"slices"
	"strconv"
	"strings"
)

// areas are the blocs by which readers know all their countries at once, the
// widest first. Who belongs to them is in the table of blocs.
var areas = [...]string{"EEA", "EU"}

// CountryNames names countries in their order, those of an area together where
// all of them are there: a cell that says "EU" would else be read back as
// twenty-seven names. A code that the law does not know stays as it is.
func (b *Book) CountryNames(codes []string) []string {
	area := map[string]string{}
	for _, name := range areas {
		members, ok := b.FindBloc(name)
		if !ok || len(codes) < len(members) || slices.ContainsFunc(members, func(c string) bool { return area[c] != "" || !slices.Contains(codes, c) }) {
			continue
		}
		for _, c := range members {
			area[c] = name + " (" + strconv.Itoa(len(members)) + inArea
		}
	}
	var out []string
	for _, code := range codes {
		name := area[code]
		if name == "" {
			name = code
			if c, ok := b.Country(code); ok && c.Name != "" {
				name = c.Name
			}
		}
		if !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}

// inArea ends an area's name, behind how many countries it has.
const inArea = " countries)"

// ShortNames is CountryNames with areas by their names alone, for places that
// stand in brackets themselves or have no room.
func (b *Book) ShortNames(codes []string) []string {
	names := b.CountryNames(codes)
	for i, name := range names {
		if area, _, ok := strings.Cut(name, " ("); ok && strings.HasSuffix(name, inArea) {
			names[i] = area
		}
	}
	return names
}
