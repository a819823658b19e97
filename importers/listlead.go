package importers

import "strings"

// withoutLead is a list of names without the words before it that say what they
// are: "Third-party AI provider: Anthropic (US), OpenAI (US), or Google (US)". One
// name behind such words stays as it is.
func withoutLead(item string) string {
	lead, rest, ok := strings.Cut(item, ": ")
	if !ok || len(namesIn(rest)) < 2 && len(splitOutside(rest, spacedAnd)) < 2 {
		return item
	}
	fields := strings.Fields(fold(lead))
	if len(fields) == 0 || len(fields) > 6 || !words("listlead").has(fields[len(fields)-1]) {
		return item
	}
	return strings.TrimSpace(rest)
}

// isTradeBeside reports whether of two parts one is the name of somebody and the
// other the trade that he follows: "Tempest, school photographer".
func (r *reader) isTradeBeside(parts []string) bool {
	if len(parts) != 2 {
		return false
	}
	for i, p := range parts {
		b, ok := r.book.FindBody(p)
		other := parts[1-i]
		if ok && b.Generic && words("trade").has(p) && !r.parties.isKnown(other) && !words("trade").has(other) {
			return true
		}
	}
	return false
}
