package column

import (
	"strings"

	"dpmap/graph"
	"dpmap/importers/words"
)

// What a heading adds for those who fill the form in is no part of what it asks:
// "if any", "please list", "y n", "under UK GDPR".
var (
	hintTail = words.Regexp(`[ ]((if|where|when|as) (any|applicable|relevant|known|needed|appropriate|possible|used|there is one|there are any|not uk|yes|so)|please (list|state|specify|select|give|tick|complete|describe|name|choose|enter|add|insert)( \w+){0,4}|(select|pick|choose)( one)?( from)?( the)?( list| drop ?down)?|drop ?down|see (tab|key|note|notes|guidance|list|below|sheet|codes)( \w+)?|dd mm yy(yy)?|optional|brief description|briefly|in brief|in full|free text|y n( n a)?|yes no( n a)?|yes or no|y or n|all that apply|list all|(under )?(the )?(uk )?gdpr|if you have one|uk gdpr art(icle)? \d+)$`)
	hintLead = words.Regexp(`^(please (list|state|specify|select|give|describe|name|enter|provide|insert|add|tell us)|list|state|specify|give|enter|insert|details of|brief (description|details|summary) of|name the|name|any|all|the|our|your|what is|what are|whats|what s|confirm|uk gdpr|gdpr)( the| any| all| our| your)? `)
)

// tailWords and leadWords are the words that hintTail and hintLead begin with: most
// texts have none of them, and every cell of a sheet's first rows is asked.
var (
	tailWords = wordSet("if where when as please select pick choose drop dropdown see dd optional brief briefly in free y yes all list under the uk gdpr")
	leadWords = wordSet("please list state specify give enter insert details brief name any all the our your what whats confirm uk gdpr")
)

func wordSet(text string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(text) {
		set[w] = true
	}
	return set
}

// mayHaveHints reports whether a folded heading has a word that a hint begins with.
func mayHaveHints(folded string) bool {
	first, rest, more := strings.Cut(folded, " ")
	if !more {
		return false
	}
	if leadWords[first] {
		return true
	}
	for w := range strings.SplitSeq(rest, " ") {
		if tailWords[w] {
			return true
		}
	}
	return false
}

// withoutHints is a folded heading without such words, the same where there are none.
func withoutHints(folded string) string {
	if !mayHaveHints(folded) {
		return folded
	}
	for range 3 {
		bare := strings.TrimSpace(hintTail.ReplaceAllString(folded, ""))
		if bare == folded {
			bare = hintLead.ReplaceAllString(folded, "")
		}
		if bare == folded || bare == "" {
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
