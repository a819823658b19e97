package diagram

import (
	"testing"

	"dpmap/graph/rules"
	"dpmap/reports"
)

// TestWordsOfTheReport checks that a map marks and names each verdict as the
// report beside it does.
func TestWordsOfTheReport(t *testing.T) {
	for v := rules.Home; v <= rules.Unprotected; v++ {
		s, w := styleOf(v), reports.VerdictWords(v)
		if s.mark != w.Mark || s.verdict.String() != w.Label {
			t.Errorf("%v is %q %q on the map and %q %q in the report", v, s.mark, s.verdict, w.Mark, w.Label)
		}
	}
}
