package governors

import (
	"cmp"
	"slices"

	"dpmap/graph/rules"
)

// group is recipients that share a row.
type group struct {
	title   string
	rest    bool // some of its kind have rows of their own
	members []recipient
	worst   rules.Verdict
	guarded int // how many get sensitive data
}

func (g *group) add(x recipient) {
	g.members = append(g.members, x)
	g.worst = max(g.worst, x.worst)
	g.guarded += one(len(x.sensitive) > 0)
}

// grouped puts recipients into rows, those first that need a look.
func grouped(list []recipient, most int) []group {
	var groups []group
	if len(list) <= most {
		for _, x := range list {
			g := group{title: x.name}
			g.add(x)
			groups = append(groups, g)
		}
		return sorted(groups)
	}
	for _, s := range sorts() {
		g := group{title: s.plain}
		for _, x := range list {
			if string(x.kind) == s.word {
				g.add(x)
			}
		}
		if len(g.members) == 1 {
			g.title = g.members[0].name
		}
		if len(g.members) > 0 {
			groups = append(groups, g)
		}
	}
	groups = sorted(groups)
	if n := min(most, mostGroups); len(groups) > n {
		groups = merged(groups, n)
	}
	return apart(groups, most)
}

// merged makes n rows of groups: the last is of all that are left.
func merged(groups []group, n int) []group {
	rest := group{title: "All others"}
	for _, g := range groups[n-1:] {
		for _, x := range g.members {
			rest.add(x)
		}
	}
	return append(groups[:n-1:n-1], rest)
}

// apart gives rows of their own to those members of groups that need a look,
// the worst first, up to a number of rows. Of many that are all alike, such
// as those in no known country, none is taken out.
func apart(groups []group, most int) []group {
	for len(groups) < most {
		at, worst := -1, rules.Safeguarded
		for i, g := range groups {
			if len(g.members) > 2 && g.worst > worst && (g.worst == rules.Unprotected || g.alike() <= most-len(groups)) {
				at, worst = i, g.worst
			}
		}
		if at < 0 {
			break
		}
		groups = slices.Concat(groups[:at], groups[at].split(), groups[at+1:])
	}
	return sorted(groups)
}

// alike is how many members are as bad as the worst.
func (g *group) alike() int {
	n := 0
	for _, x := range g.members {
		n += one(x.worst == g.worst)
	}
	return n
}

// split takes out the member that most needs a look.
func (g *group) split() []group {
	out := 0
	for i, x := range g.members {
		w := g.members[out]
		if cmp.Or(cmp.Compare(x.worst, w.worst), cmp.Compare(len(x.sensitive), len(w.sensitive))) > 0 {
			out = i
		}
	}
	alone, rest := group{title: clip(g.members[out].name, longName)}, group{title: g.title, rest: true}
	for i, x := range g.members {
		if i == out {
			alone.add(x)
		} else {
			rest.add(x)
		}
	}
	return []group{alone, rest}
}

func sorted(groups []group) []group {
	slices.SortStableFunc(groups, func(a, b group) int {
		return cmp.Or(cmp.Compare(b.worst, a.worst), cmp.Compare(b.guarded, a.guarded), cmp.Compare(len(b.members), len(a.members)))
	})
	return groups
}
