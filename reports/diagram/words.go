package diagram

import (
	"strconv"
	"unicode"
	"unicode/utf8"

	"dpmap/graph/law"
)

// count is a number and what is counted: "1 flow", "3 flows".
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

// plurals are the kinds whose plural is not their name and an s.
var plurals = map[law.Kind]string{
	"":                     "bodies of no recorded kind",
	law.University:         "universities",
	law.LocalAuthority:     "local authorities",
	law.PublicBody:         "public bodies",
	law.AwardingBody:       "awarding bodies",
	law.HealthBody:         "health bodies",
	law.AccreditationBody:  "accreditation bodies",
	law.GroupCompany:       "group companies",
	law.Police:             "police forces",
	law.Press:              "press and media bodies",
	law.Parents:            "groups of parents",
	law.DataSubjects:       "groups of data subjects",
	law.ProfessionalAdvice: "professional advisers",
	law.OtherBody:          "other bodies",
}

// countKind is a number of parties of a kind: "14 suppliers".
func countKind(n int, kind law.Kind) string {
	many, ok := plurals[kind]
	if !ok {
		many = clean(string(kind)) + "s"
	}
	return strconv.Itoa(n) + " " + many
}

// upper sets the first letter as a sentence does.
func upper(s string) string {
	if s == "" {
		return s
	}
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}
