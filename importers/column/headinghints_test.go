package column

import (
	"testing"
)

// TestWithoutHints holds that what helps to fill a form in is no part of a heading,
// however it is put, and that a heading which is nothing else stays.
func TestWithoutHints(t *testing.T) {
	for _, hint := range []string{"if any", "where applicable", "please list", "please give the name", "select from list", "drop down", "dropdown", "see notes", "dd mm yyyy", "optional", "brief description", "in full", "free text", "y n", "yes no", "all that apply", "list all", "under uk gdpr", "gdpr", "uk gdpr art 6"} {
		if got := withoutHints("retention " + hint); got != "retention" {
			t.Errorf("of %q is left %q", "retention "+hint, got)
		}
	}
	for text, want := range map[string]string{
		"please state the recipient if any": "recipient", "what is the purpose": "purpose", "list all": "all",
		"optional": "optional", "the": "the", "": "", "purpose of sharing": "purpose of sharing", "details of the data y n": "data",
	} {
		if got := withoutHints(text); got != want {
			t.Errorf("of %q is left %q, want %q", text, got, want)
		}
	}
}
