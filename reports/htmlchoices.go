package reports

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"dpmap/graph/rules"
)

// choice is an entry of a filter.
type choice struct {
	Value, Label string
	Count        int
}

// isPlace reports whether an anchor is a finding's own.
func isPlace(anchor string) bool { return strings.HasPrefix(anchor, "finding-") }

// partyChoices lists the parties that findings on the page are about, by name.
func (r *Report) partyChoices(anchors []string) []choice {
	tally := map[string]int{}
	for i := range r.Result.Findings {
		if f := &r.Result.Findings[i]; r.IsOpen(f) && isPlace(anchors[i]) {
			for _, id := range r.about(f) {
				tally[id]++
			}
		}
	}
	var out []choice
	for i, p := range r.Result.Map.Parties() {
		if n := tally[p.ID]; n > 0 {
			out = append(out, choice{strconv.Itoa(i + 1), p.Name, n})
		}
	}
	slices.SortStableFunc(out, func(a, b choice) int { return cmp.Compare(strings.ToLower(a.Label), strings.ToLower(b.Label)) })
	return out
}

// ruleChoices lists the rules that have findings.
func ruleChoices(views ...[]ruleView) []choice {
	var out []choice
	for _, v := range slices.Concat(views...) {
		out = append(out, choice{v.Code, v.Title, v.Count})
	}
	return out
}

// partyNumbers are the numbers on the page of the parties that a finding is
// about, for the filter.
func (r *Report) partyNumbers(f *rules.Finding, number map[string]int) string {
	var words []string
	for _, id := range r.about(f) {
		if n := number[id]; n > 0 {
			words = append(words, strconv.Itoa(n))
		}
	}
	return strings.Join(words, " ")
}

// numbered gives every party its number on the page.
func (r *Report) numbered() map[string]int {
	number := map[string]int{}
	for i, p := range r.Result.Map.Parties() {
		number[p.ID] = i + 1
	}
	return number
}
