package importers

import (
	"regexp"
	"strings"
	"unicode"
)

// legalForm gives for each legal form the word it is compared by.
var legalForm = map[string]string{
	"ltd": "ltd", "limited": "ltd", "inc": "inc", "incorporated": "inc", "plc": "plc", "llp": "llp",
	"llc": "llc", "corp": "corp", "corporation": "corp", "gmbh": "gmbh", "bv": "bv", "cic": "cic",
}

// formOf is the legal form that ends a name, "" when none does.
func formOf(name string) string {
	fields := strings.Fields(fold(name))
	if len(fields) < 2 {
		return ""
	}
	return legalForm[fields[len(fields)-1]]
}

// nameKey is the form in which two spellings of one party's name are equal:
// folded, without a leading "the" and a trailing legal form.
func nameKey(name string) string {
	fields := strings.Fields(fold(name))
	if len(fields) > 1 && (fields[0] == "the" || fields[0] == "our" || fields[0] == "your") {
		fields = fields[1:]
	}
	for len(fields) > 1 && legalForm[fields[len(fields)-1]] != "" {
		fields = fields[:len(fields)-1]
	}
	return strings.Join(fields, " ")
}

// inFull is a name with the words that are often cut short written out, ""
// when there is none: "Dept for Education".
func inFull(name string) string {
	fields := strings.Fields(fold(name))
	changed := false
	for i, w := range fields {
		if full, ok := cutShort[w]; ok {
			fields[i], changed = full, true
		}
	}
	if !changed {
		return ""
	}
	return strings.Join(fields, " ")
}

var cutShort = map[string]string{
	"dept": "department", "dep": "department", "govt": "government", "gov": "government", "assoc": "association",
	"auth": "authority", "natl": "national", "educ": "education", "ed": "education", "soc": "social", "info": "information",
}

var trailingBracket = regexp.MustCompile(`^(.*\S)\s*\(([^()]+)\)$`)

// abbreviated splits "UK Visas and Immigration (UKVI)" into the name and its
// abbreviation. A bracket that does not abbreviate the words before it stays
// part of the name.
func abbreviated(name string) (full, short string, ok bool) {
	m := trailingBracket.FindStringSubmatch(strings.TrimSpace(name))
	if m == nil || !abbreviates(m[2], m[1]) {
		return name, "", false
	}
	return m[1], m[2], true
}

// abbreviates reports whether the letters of short stand, in order, at the
// beginnings of words of full or within its first word ("UKVI", "DfE", "HESA").
func abbreviates(short, full string) bool {
	letters := []rune(strings.ToLower(strings.ReplaceAll(fold(short), " ", "")))
	if len(letters) < 2 || len(letters) > 8 || len(strings.Fields(short)) > 1 || !hasUpper(short) {
		return false
	}
	for _, word := range strings.Fields(fold(full)) {
		for _, r := range word {
			if len(letters) == 0 || r != letters[0] {
				break
			}
			letters = letters[1:]
		}
	}
	return len(letters) == 0
}

func hasUpper(s string) bool { return strings.IndexFunc(s, unicode.IsUpper) >= 0 }
