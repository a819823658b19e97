package reports

import "dpmap/graph/law"

// CountryNames names countries in their order, those of an area together where
// all of them are there.
func CountryNames(book *law.Book, codes []string) []string { return book.CountryNames(codes) }
