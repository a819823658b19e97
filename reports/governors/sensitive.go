package governors

import (
	"cmp"
	"slices"
)

// kindRow is a kind of sensitive data and how many get it.
type kindRow struct {
	Kind   string
	Number int
}

// mostKinds is how many kinds are listed; there are few more in law.
const mostKinds = 8

func kindRows(list []recipient) []kindRow {
	var kinds tally
	for _, x := range list {
		for _, k := range x.sensitive {
			kinds.add(k)
		}
	}
	slices.SortStableFunc(kinds.words, func(a, b string) int { return cmp.Compare(kinds.times[b], kinds.times[a]) })
	var out []kindRow
	for _, k := range kinds.words {
		if len(out) < mostKinds {
			out = append(out, kindRow{k, kinds.times[k]})
		}
	}
	return out
}

// privateKindsOf lists the further kinds that ask for care.
func privateKindsOf(list []recipient) string {
	var out []string
	for _, x := range list {
		out = add(out, x.private...)
	}
	return some(out, privateRoom)
}
