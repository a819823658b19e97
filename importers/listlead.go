package importers

import (
	"dpmap/importers/words"
)

// isTradeBeside reports whether of two parts one is the name of somebody and the
// other the trade that he follows: "Tempest, school photographer".
func (r *reader) isTradeBeside(parts []string) bool {
	if len(parts) != 2 {
		return false
	}
	for i, p := range parts {
		b, ok := r.book.FindBody(p)
		other := parts[1-i]
		if ok && b.Generic && words.List("trade").Has(p) && !r.parties.isKnown(other) && !words.List("trade").Has(other) {
			return true
		}
	}
	return false
}
