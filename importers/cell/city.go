package cell

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"dpmap/importers/words"
)

// citiesCSV holds the towns that stand in columns of countries: their names, and
// the countries that may be meant. A name with several countries, such as
// Cambridge, or LA for the local authority, decides nothing by itself.
//
//go:embed data/cities.csv
var citiesCSV []byte

// Cities gives the countries that a folded town's name may mean.
var Cities = sync.OnceValue(func() map[string][]string {
	out := map[string][]string{}
	for _, row := range words.Table(citiesCSV, 2) {
		for name := range strings.SplitSeq(row[0], "|") {
			out[words.Fold(name)] = strings.Split(row[1], ";")
		}
	}
	return out
})

// Town is a place's name that stands for no country by itself.
type Town struct {
	text      string
	countries []string
}

// city is the country of a town that is in one country only. It is remembered, so
// that settleTowns can tell whence the country was taken; a town that may be in
// several is remembered to be settled.
func (p *PlaceParser) city(text string) []string {
	list := Cities()[words.Fold(text)]
	if list == nil {
		return nil
	}
	if !slices.ContainsFunc(p.Towns, func(t Town) bool { return t.text == text }) {
		p.Towns = append(p.Towns, Town{text, list})
	}
	if len(list) > 1 {
		return []string{} // a place, of which the country is open
	}
	return list
}

// SettleTowns says which countries were taken from towns, and leaves open the
// towns that may be in several countries, unless one of these is named too.
func (p *PlaceParser) SettleTowns(text string) {
	for _, t := range p.Towns {
		switch {
		case meansOne(t.countries, p.Stated):
		case len(t.countries) == 1:
			p.add(t.countries...)
			c, _ := p.Book.Country(t.countries[0])
			whole := ""
			if len(p.Stated) > 0 {
				whole = "also "
			}
			p.doubts = append(p.doubts, Doubt{Message: "country " + words.Quote(text) + " is " + whole + "taken for " + c.Name + ", where the town " + words.Quote(strings.Trim(t.text, " (),;:.")) + " is", Told: true,
				Fix: "write " + c.Name + " if that is meant, else the country's name"})
		}
	}
	for _, t := range p.Towns {
		if len(t.countries) > 1 && !meansOne(t.countries, p.Place.Countries) {
			p.open(t.text)
			p.doubts = append(p.doubts, Doubt{Message: "country " + words.Quote(text) + " names " + words.Quote(t.text) + ", which may be in " + p.either(t.countries), Fix: placeFix})
		}
	}
}

// meansOne reports whether one of the countries that a town may be in is named.
func meansOne(may, named []string) bool {
	return slices.ContainsFunc(may, func(code string) bool { return slices.Contains(named, code) })
}

// either names countries as alternatives.
func (p *PlaceParser) either(codes []string) string {
	var names []string
	for _, code := range codes {
		c, _ := p.Book.Country(code)
		names = append(names, c.Name)
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " or " + names[last]
}

// isState reports whether a part of a list is the code of one of the United
// States behind a town's name: "Boston, MA" is neither in Morocco nor in two
// countries.
func (p *PlaceParser) isState(parts []string, i int) bool {
	if i == 0 || len(parts[i]) != 2 {
		return false
	}
	if _, ok := words.List("usstate").Whole(parts[i]); !ok || parts[i] != strings.ToUpper(parts[i]) {
		return false
	}
	before := strings.Trim(parts[i-1], " .,:;")
	if list := Cities()[words.Fold(withoutFiller(before))]; list != nil {
		return slices.Contains(list, "US")
	}
	code, known := p.Book.FindCountry(before)
	return code == "US" || !known && len(before) > 3
}
