package cell

import (
	"strings"
	"unicode"

	"dpmap/graph/law"
	"dpmap/importers/words"
)

// UkPostcode ends an address in the United Kingdom.
var UkPostcode = words.Regexp(`\b[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}$`)

// CountryOfAddress is the country that ends a postal address: "12 High Street,
// Leeds, LS1 1AA", "1 Main St, Seattle, WA 98109, U.S.A.".
func CountryOfAddress(book *law.Book, text string) (string, bool) {
	parts := strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == '\n' })
	if len(parts) < 3 {
		return "", false
	}
	last := strings.TrimRight(strings.TrimSpace(parts[len(parts)-1]), ".")
	before := strings.Join(parts[:len(parts)-1], " ")
	if UkPostcode.MatchString(words.Fold(last)) {
		return "GB", strings.ContainsFunc(before, unicode.IsDigit)
	}
	if !strings.ContainsFunc(before, unicode.IsDigit) {
		return "", false
	}
	at, ok := book.FindCountry(last)
	if !ok {
		at, ok = book.FindCountry(strings.ReplaceAll(last, ".", ""))
	}
	for _, part := range parts[:len(parts)-1] {
		fields := strings.Fields(part)
		if len(fields) == 0 {
			continue
		}
		if word := fields[len(fields)-1]; len(word) > 3 || strings.EqualFold(word, "UK") || strings.EqualFold(word, "USA") {
			if code, lists := book.FindCountry(word); lists && code != at {
				return "", false // a list of places and no address
			}
		}
	}
	return at, ok
}
