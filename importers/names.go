package importers

import (
	"strings"

	"dpmap/importers/cell"
	"dpmap/importers/lazyre"
	"dpmap/importers/words"
)

// inFull is a name with the words that are often cut short written out, ""
// when there is none: "Dept for Education".
func inFull(name string) string {
	fields := strings.Fields(words.Fold(name))
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

var trailingBracket = lazyre.New(`^(.*\S)\s*\(([^()]+)\)$`)

// abbreviated splits "UK Visas and Immigration (UKVI)" into the name and its
// abbreviation. A bracket that does not abbreviate the words before it stays
// part of the name.
func abbreviated(name string) (full, short string, ok bool) {
	m := trailingBracket.FindStringSubmatch(strings.TrimSpace(name))
	if m == nil || !cell.Abbreviates(m[2], m[1]) {
		return name, "", false
	}
	return m[1], m[2], true
}
