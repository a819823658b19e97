package cell

import (
	"slices"

	"dpmap/graph/law"
	"dpmap/importers/words"
)

// IsCountries reports whether a text is a country, or some, and no other word: a
// heading may speak of the UK.
func IsCountries(book *law.Book, text string) bool {
	names := words.Items(text)
	return len(names) > 0 && !slices.ContainsFunc(names, func(name string) bool {
		_, country := book.FindCountry(name)
		_, bloc := book.FindBloc(name)
		return IsInitials(name) || !country && !bloc
	})
}
