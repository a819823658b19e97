package column

import (
	"slices"

	"dpmap/graph"
	"dpmap/importers/cell"
	"dpmap/importers/words"
)

// placesInstead are the columns of places that are another's places, or none.
var placesInstead = []mistaken{
	{
		of: FieldLocation, lacks: []graph.Field{graph.FieldRecipientCountry}, heading: bareLocation.MatchString,
		holds:   func(s seen) bool { return holdsPlaces(s.values, s.book) && slices.ContainsFunc(s.columns, isGoneTo) },
		becomes: graph.FieldRecipientCountry,
		counted: func(s seen) (int, string) {
			return s.count(s.isPlace), "countries, and the recipients are where people go on to"
		},
	},
	{
		of: graph.FieldRecipientCountry, loosely: true, lacks: []graph.Field{graph.FieldTo},
		holds: func(s seen) bool {
			return goesTo(s.folded) && !s.trips() && HoldsNames(s.values, s.book) && !holdsPlaces(s.values, s.book)
		},
		becomes: graph.FieldTo,
		counted: all("names, and few are countries"),
	},
	{
		of: FieldLocation, lacks: []graph.Field{graph.FieldRetention}, heading: keptAlone.MatchString,
		holds: func(s seen) bool {
			return !s.any(func(v string) bool { return s.isPlace(v) || storeWords(words.Fold(v)) })
		},
		becomes: graph.FieldRetention,
		counted: all("no places and no systems"),
	},
	{
		of: graph.FieldRecipientCountry, loosely: true,
		holds: func(s seen) bool { return isOthersCountry(s.folded) && !HeadingTable()["flow"].Knows(s.Heading) },
		how:   byAside, why: notTheirs,
	},
	{
		holds: func(s seen) bool {
			return isOthersCountry(s.folded) && !HeadingTable()["flow"].Knows(s.Heading) && holdsPlaces(s.values, s.book)
		},
		how: byAside, why: notTheirs,
	},
	{
		of:    graph.FieldRecipientCountry,
		holds: func(s seen) bool { return s.trips() && goesTo(s.folded) },
		how:   byAside, why: "a trip's destination is not where those who get the data are",
	},
}

// isPlace reports whether a cell is a country.
func (s seen) isPlace(v string) bool { return cell.IsPlace(s.book, v) }
