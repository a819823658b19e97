package governors

import (
	"cmp"
	"slices"
	"strconv"

	"dpmap/graph/rules"
	"dpmap/reports"
)

// places lists countries, with how often each where several share a row; what
// is not known comes last and is never cut.
func places(where tally, numbered bool, room int) string {
	var known []string
	for _, c := range where.words {
		if c != "" {
			known = append(known, c)
		}
	}
	slices.SortStableFunc(known, func(a, b string) int { return cmp.Compare(where.times[b], where.times[a]) })
	label := func(name, key string) string {
		if numbered && where.times[key] > 1 {
			return name + " (" + strconv.Itoa(where.times[key]) + ")"
		}
		return name
	}
	for i, c := range known {
		known[i] = label(c, c)
	}
	if where.times[""] == 0 {
		return some(known, room)
	}
	lost := label("not known", "")
	if len(known) == 0 {
		return lost
	}
	return some(known, room-len(lost)) + "; " + lost
}

// placeRow is one degree of safety.
type placeRow struct {
	Mark            string // the map's
	Safe, Countries string
	Number          int
	Bad             bool
}

// placeRows tells how safe data is where it goes, the worst first. A recipient
// in several countries can count in several rows.
func placeRows(list []recipient) []placeRow {
	var out []placeRow
	for _, s := range standings() {
		row := placeRow{Mark: reports.VerdictWords(s.verdict).Mark, Safe: s.plain, Bad: s.verdict == rules.Unprotected || s.verdict == rules.Unknown}
		var where tally
		for _, x := range list {
			in := false
			for _, l := range x.legs {
				if l.verdict == s.verdict {
					in = true
					where.add(l.country)
				}
			}
			row.Number += one(in)
		}
		if row.Number > 0 {
			row.Countries = places(where, false, safeRoom)
			out = append(out, row)
		}
	}
	return out
}
