package cell

import (
	"strings"
	"unicode"

	"dpmap/importers/words"
)

// LegalForm gives for each legal form the word it is compared by.
var LegalForm = map[string]string{
	"ltd": "ltd", "limited": "ltd", "inc": "inc", "incorporated": "inc", "plc": "plc", "llp": "llp",
	"llc": "llc", "corp": "corp", "corporation": "corp", "gmbh": "gmbh", "bv": "bv", "cic": "cic", "pbc": "pbc", "pty": "pty", "sarl": "sarl", "aps": "aps", "srl": "srl", "kg": "kg", "kgaa": "kgaa", "pte": "pte",
}

// FormOf is the legal form that ends a name, "" when none does.
func FormOf(name string) string {
	fields := strings.Fields(words.Fold(words.Undotted(name)))
	if len(fields) < 2 {
		return ""
	}
	return LegalForm[fields[len(fields)-1]]
}

// NameKey is the form in which two spellings of one party's name are equal:
// folded, without a leading "the" and a trailing legal form.
func NameKey(name string) string {
	fields := strings.Fields(words.Fold(words.Undotted(name)))
	if len(fields) > 1 && (fields[0] == "the" || fields[0] == "our" || fields[0] == "your") {
		fields = fields[1:]
	}
	for len(fields) > 1 && LegalForm[fields[len(fields)-1]] != "" {
		fields = fields[:len(fields)-1]
	}
	return strings.Join(fields, " ")
}

// Abbreviates reports whether the letters of short stand, in order, at the
// beginnings of words of full or within its first word ("UKVI", "DfE", "HESA").
func Abbreviates(short, full string) bool {
	letters := []rune(strings.ToLower(strings.ReplaceAll(words.Fold(short), " ", "")))
	if len(letters) < 2 || len(letters) > 8 || len(strings.Fields(short)) > 1 || !hasUpper(short) {
		return false
	}
	for _, word := range strings.Fields(words.Fold(full)) {
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
