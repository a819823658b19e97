package column

import (
	"dpmap/graph"
	"dpmap/importers/words"
)

// withoutHints is a folded heading without what it adds for those who fill the form
// in, "if any", "please list", "y n", "under UK GDPR": that is no part of what it asks.
func withoutHints(folded string) string {
	for range 3 {
		bare := words.PhraseList("hints behind").WithoutTail(folded)
		if bare == folded {
			bare = words.PhraseList("hints before").WithoutLead(folded)
		}
		if bare == folded {
			break
		}
		folded = bare
	}
	return folded
}

// hinted is the field of a heading that is known without its hints.
func (h Headings) hinted(in *forms) graph.Field {
	both := in.both()
	for i, bare := range in.withoutHints() {
		if bare != both[i] {
			if field, ok := h.of(bare); ok {
				return field
			}
		}
	}
	return ""
}
