package importers

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

// citiesCSV holds the towns that stand in columns of countries: their names, and
// the countries that may be meant. A name with several countries, such as
// Cambridge, or LA for the local authority, decides nothing by itself.
//
//go:embed data/cities.csv
var citiesCSV []byte

// cities gives the countries that a folded town's name may mean.
var cities = sync.OnceValue(func() map[string][]string {
	out := map[string][]string{}
	for _, row := range table(citiesCSV, 2) {
		for name := range strings.SplitSeq(row[0], "|") {
			out[fold(name)] = strings.Split(row[1], ";")
		}
	}
	return out
})

// town is a place's name that stands for no country by itself.
type town struct {
	text      string
	countries []string
}

// city is the country of a town that is in one country only. It is remembered, so
// that settleTowns can tell whence the country was taken; a town that may be in
// several is remembered to be settled.
func (p *placeParser) city(text string) []string {
	list := cities()[fold(text)]
	if list == nil {
		return nil
	}
	if !slices.ContainsFunc(p.towns, func(t town) bool { return t.text == text }) {
		p.towns = append(p.towns, town{text, list})
	}
	if len(list) > 1 {
		return []string{} // a place, of which the country is open
	}
	return list
}

// settleTowns says which countries were taken from towns, and leaves open the
// towns that may be in several countries, unless one of these is named too.
func (p *placeParser) settleTowns(text string) {
	for _, t := range p.towns {
		switch {
		case meansOne(t.countries, p.stated):
		case len(t.countries) == 1:
			p.add(t.countries...)
			c, _ := p.book.Country(t.countries[0])
			whole := ""
			if len(p.stated) > 0 {
				whole = "also "
			}
			p.doubts = append(p.doubts, doubt{message: "country " + quote(text) + " is " + whole + "taken for " + c.Name + ", where the town " + quote(strings.Trim(t.text, " (),;:.")) + " is", told: true,
				fix: "write " + c.Name + " if that is meant, else the country's name"})
		}
	}
	for _, t := range p.towns {
		if len(t.countries) > 1 && !meansOne(t.countries, p.place.Countries) {
			p.open(t.text)
			p.doubts = append(p.doubts, doubt{message: "country " + quote(text) + " names " + quote(t.text) + ", which may be in " + p.either(t.countries), fix: placeFix})
		}
	}
}

// meansOne reports whether one of the countries that a town may be in is named.
func meansOne(may, named []string) bool {
	return slices.ContainsFunc(may, func(code string) bool { return slices.Contains(named, code) })
}

// either names countries as alternatives.
func (p *placeParser) either(codes []string) string {
	var names []string
	for _, code := range codes {
		c, _ := p.book.Country(code)
		names = append(names, c.Name)
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " or " + names[last]
}

// isState reports whether a part of a list is the code of one of the United
// States behind a town's name: "Boston, MA" is neither in Morocco nor in two
// countries.
func (p *placeParser) isState(parts []string, i int) bool {
	if i == 0 || len(parts[i]) != 2 {
		return false
	}
	if _, ok := words("usstate").whole(parts[i]); !ok || parts[i] != strings.ToUpper(parts[i]) {
		return false
	}
	before := strings.Trim(parts[i-1], " .,:;")
	if list := cities()[fold(withoutFiller(before))]; list != nil {
		return slices.Contains(list, "US")
	}
	code, known := p.book.FindCountry(before)
	return code == "US" || !known && len(before) > 3
}
