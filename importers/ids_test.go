package importers

import (
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// numberedSlowly looks for a free number from the start for each name.
func numberedSlowly(names []string, key func(int) string) []string {
	taken := map[string]string{}
	out := make([]string, len(names))
	for i, name := range names {
		out[i] = name
		for n := 2; ; n++ {
			if holder, met := taken[out[i]]; !met || holder == key(i) {
				break
			}
			out[i] = name + "-" + strconv.Itoa(n)
		}
		taken[out[i]] = key(i)
	}
	return out
}

// TestNumberedLikeItsTwin holds that remembering where the free numbers begin
// gives the same names, also where a name looks like a numbered one.
func TestNumberedLikeItsTwin(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		names := rapid.SliceOfN(rapid.SampledFrom([]string{"a", "a-2", "a-2-2", "a-3", "b"}), 0, 12).Draw(rt, "names")
		want := numberedSlowly(names, strconv.Itoa)
		if diff := cmp.Diff(want, numbered(append([]string{}, names...), nil)); diff != "" {
			rt.Errorf("each apart, -slow +quick:\n%s", diff)
		}
		rows := rapid.SliceOfN(rapid.SampledFrom([]string{"a one", "a two", "b one", "b two"}), 0, 12).Draw(rt, "rows")
		row := func(i int) string { return rows[i] }
		names = []string{}
		for _, r := range rows {
			names = append(names, r[:1])
		}
		want = numberedSlowly(names, row)
		if diff := cmp.Diff(want, numbered(names, row)); diff != "" {
			rt.Errorf("alike rows share, -slow +quick:\n%s", diff)
		}
	})
}
