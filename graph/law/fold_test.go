package law

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// Texts of ASCII alone are folded in one pass, and as the others are: a sign without
// width, which folding drops, sends them the other way.
func TestFoldOfASCII(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(rapid.SampledFrom([]string{
			"the", "The", "THE", "then", "a", "Z", "9", " ", "  ", "&", "'", "`", "-", ".", "\n", "\t", "\x00", "@", "[", "{", "/",
		})).Draw(t, "text"), "")
		if got, want := fold(text), fold("\u200b"+text); got != want {
			t.Errorf("%q is folded to %q, want %q", text, got, want)
		}
	})
}
