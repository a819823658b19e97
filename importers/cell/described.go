package cell

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dpmap/importers/lazyre"
)

var descriptionDash = lazyre.New(`^(\S.{0,60}?\S?)(?:\s+[-–—]\s+|\s*:\s+)(\S.*)$`)

// Described parts a name from what is said of it after a dash: "Purple Mash by
// 2simple - Educational website used to support computing". What follows is a
// description where it has three words and two of them small; "LGPS - Dale
// Pension Fund" is a name.
func Described(text string) (name, rest string) {
	m := descriptionDash.FindStringSubmatch(text)
	if m == nil || len(strings.Fields(m[1])) > 7 {
		return text, ""
	}
	small := 0
	fields := strings.Fields(m[2])
	for _, w := range fields {
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsLower(r) && !joining[w] {
			small++
		}
	}
	if small < 2 || len(fields) < 3 {
		return text, ""
	}
	return m[1], m[2]
}

// joining are small words within names.
var joining = map[string]bool{"of": true, "and": true, "the": true, "for": true, "in": true, "on": true, "at": true, "de": true, "by": true}
