package cell

import (
	"strings"

	"dpmap/importers/words"
)

// WithoutLead is a list of names without the words before it that say what they
// are: "Third-party AI provider: Anthropic (US), OpenAI (US), or Google (US)". One
// name behind such words stays as it is.
func WithoutLead(item string) string {
	lead, rest, ok := strings.Cut(item, ": ")
	if !ok || len(NamesIn(rest)) < 2 && len(SplitOutside(rest, SpacedAnd)) < 2 {
		return item
	}
	fields := strings.Fields(words.Fold(lead))
	if len(fields) == 0 || len(fields) > 6 || !words.List("listlead").Has(fields[len(fields)-1]) {
		return item
	}
	return strings.TrimSpace(rest)
}
