package importers

import (
	"regexp"
	"slices"
	"strings"

	"dpmap/graph/law"
	"dpmap/importers/cell"
	"dpmap/importers/words"
)

// withoutAddress divides what a register writes of a company, "Kite GmbH, HRB 123,
// Parkstr. 6, 60311 Frankfurt, Germany", into its name, with the country where the
// address ends, and the rest; the text as it is where no address stands behind a
// name.
func withoutAddress(book *law.Book, text string) (name, address string) {
	line := strings.ReplaceAll(strings.TrimSpace(text), "\n", ", ")
	code, ok := cell.CountryOfAddress(book, line)
	if !ok || strings.Contains(line, ";") {
		return text, ""
	}
	parts := words.CommaItems(line)
	named := 1
	for named < len(parts) && cell.LegalForm[words.Fold(parts[named])] != "" {
		named++
	}
	rest := parts[min(named, len(parts)):]
	if len(strings.Fields(parts[0])) > 9 || isAddressLine(parts[0]) || !slices.ContainsFunc(rest, isAddressLine) {
		return text, ""
	}
	country, _ := book.Country(code)
	name = longNumber.ReplaceAllString(strings.Join(parts[:named], ", "), "")
	return name + ", " + country.Name, strings.Join(rest, ", ")
}

// isAddressLine reports whether a part of a text is a line of a postal address.
func isAddressLine(part string) bool {
	if !hasDigit(part) {
		return false
	}
	return cell.UkPostcode.MatchString(words.Fold(part)) || postalCode.MatchString(part) || words.List("address").Has(part)
}

var (
	longNumber = regexp.MustCompile(`\s+\d{5,}$`) // of a company's registration
	postalCode = regexp.MustCompile(`\b\d{5}\b|\b[A-Z]\d{2} ?[A-Z0-9]{4}\b`)
)
