package cell

import (
	"strings"

	"dpmap/importers/lazyre"
	"dpmap/importers/words"
)

// townName is how the name of a town is written: with capitals, and small words only
// in between.
var townName = lazyre.New(`^\p{Lu}[\p{L}'’.-]+(?:[ -](?:upon|on|in|under|le|la|de|del|di|am|an|der|sur|y|by|the)[ -])*(?:[ -]?\p{Lu}[\p{L}'’.-]+)*$`)

// townBefore reads "Lancing, West Sussex" and "Köln, Germany": a name that no table
// has, before the one country or county that it is in. It is said. What could be a
// country misspelt, or says that it is somewhere else, is no town.
func (p *PlaceParser) townBefore(text string, parts []string) bool {
	if len(parts) != 2 || strings.Count(text, ",") != 1 || strings.ContainsAny(text, "/+;\n?()") {
		return false
	}
	name, where := parts[0], parts[1]
	codes := p.Lookup(where)
	if len(codes) != 1 || len(name) < 4 || len(strings.Fields(name)) > 4 || !townName.MatchString(name) || p.Lookup(name) != nil || p.Book.NearCountry(name) != "" || p.NamesSome(name) || noTown(name) {
		return false
	}
	for _, list := range []string{"open", "placenot", "placehedge", "placefiller", "farplace", "farplaceword", "farstate", "cloudname", "owner", "countryword", "unknown"} {
		if words.List(list).Has(name) {
			return false
		}
	}
	p.whole(where)
	c, _ := p.Book.Country(codes[0])
	p.doubts = append(p.doubts, Doubt{Message: "country " + words.Quote(text) + " is taken for " + c.Name + ", in which " + words.Quote(name) + " is taken to be a town", Told: true,
		Fix: "if " + words.Quote(name) + " is another country, give both with a semicolon between them"})
	return true
}

// noTown tells words that stand before a country and name no place in it.
func noTown(text string) bool { return words.PhraseList("no towns").Has(words.Fold(text)) }
