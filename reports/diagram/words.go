package diagram

import (
	"strconv"
	"unicode"
	"unicode/utf8"

	"dpmap/graph/law"
)

// plurals are the kinds whose plural is not their name and an s.
var plurals = map[law.Kind]string{
	"":                     "organisations of no recorded kind",
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

// plural is the name of several of a kind.
func plural(kind law.Kind) string {
	if many, ok := plurals[kind]; ok {
		return many
	}
	return clean(string(kind)) + "s"
}

// countKind is a number of parties of a kind: "14 suppliers".
func countKind(n int, kind law.Kind) string {
	if one, ok := singulars[kind]; n == 1 && ok {
		return "1 " + one
	}
	if n == 1 {
		return "1 " + clean(string(kind))
	}
	return strconv.Itoa(n) + " " + plural(kind)
}

// singulars are the kinds whose name does not stand for one of them.
var singulars = map[law.Kind]string{
	"":               "organisation of no recorded kind",
	law.Police:       "police force",
	law.Press:        "press or media body",
	law.Parents:      "group of parents",
	law.DataSubjects: "group of data subjects",
	law.OtherBody:    "other body",
}

// upper sets the first letter as a sentence does.
func upper(s string) string {
	if s == "" {
		return s
	}
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}
