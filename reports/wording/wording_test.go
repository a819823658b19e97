package wording

import "testing"

func TestSentencesReadAsEnglish(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{Count(0, "flow", "flows"), "0 flows"},
		{Count(1, "flow", "flows"), "1 flow"},
		{Count(2, "entry", "entries"), "2 entries"},
		{Joined(nil), ""},
		{Joined([]string{"a"}), "a"},
		{Joined([]string{"a", "b"}), "a and b"},
		{Joined([]string{"a", "b", "c"}), "a, b and c"},
		{Phrase(", "), ""},
		{Phrase(", ", "", "a", "", "b"), "a, b"},
		{Quote(" tbc\n"), "“tbc”"},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
}

// What a caller hands in is its own.
func TestPhraseLeavesItsPartsAlone(t *testing.T) {
	parts := []string{"", "a", "b"}
	Phrase(" ", parts...)
	if parts[0] != "" || parts[1] != "a" || parts[2] != "b" {
		t.Errorf("the parts became %q", parts)
	}
}
