package column

import (
	"testing"
)

// A heading that has no word which a hint begins with has no hint: the quick look
// spares no heading that the patterns would shorten.
func TestHintsBeginWithTheirWords(t *testing.T) {
	hints := []string{"if any", "where applicable", "please list", "please give the name", "select from list", "drop down", "dropdown", "see notes", "dd mm yyyy", "optional", "brief description", "in full", "free text", "y n", "yes no", "all that apply", "list all", "under uk gdpr", "gdpr", "uk gdpr art 6"}
	tried := 0
	for heading := range everyHeading() {
		for _, text := range []string{heading, heading + " " + hints[tried%len(hints)], "please state " + heading, "what is the " + heading} {
			tried++
			if !mayHaveHints(text) && (hintTail.MatchString(text) || hintLead.MatchString(text)) {
				t.Errorf("%q has a hint that is not looked for", text)
			}
		}
	}
	if tried < 1000 {
		t.Fatalf("only %d headings were tried", tried)
	}
	for _, hint := range hints {
		if got := withoutHints("retention " + hint); got != "retention" {
			t.Errorf("of %q is left %q", "retention "+hint, got)
		}
	}
}
