package importers

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"

	"dpmap/graph"
	"dpmap/importers/cell"
	"dpmap/importers/words"
)

// identifyFlows gives each flow an ID and an Activity made of what it is about
// and never of its row: they stay the same when rows move. Where two flows
// would share an ID, both are told apart by their categories, then by the text
// of their rows; only rows that are alike in every cell are numbered.
func identifyFlows(drafts []draft, parties []graph.Party) {
	about := make([][]string, len(drafts))
	groups := make([][]string, len(drafts))
	refs := map[string]string{}
	shared := map[string]bool{}
	for i := range drafts {
		d := &drafts[i]
		if row, met := refs[d.Ref]; met && row != d.row {
			shared[d.Ref] = true
		}
		refs[d.Ref] = d.row
	}
	for i := range drafts {
		d := &drafts[i]
		from, to := parties[d.from].ID, parties[d.to].ID
		categories := categorySlug(d.Categories)
		hash := digest(d.row)
		if d.Ref != "" && !shared[d.Ref] {
			about[i] = []string{words.Slug(d.Ref), to, from, hash}
			groups[i] = []string{words.Slug(d.Ref), hash}
			continue
		}
		purpose := words.Slug(d.Purpose)
		about[i] = []string{from + "-to-" + to + dash(purpose), categories, hash}
		groups[i] = []string{"from-" + from + dash(purpose), categories, hash}
		if i > 0 && d.At == drafts[i-1].At { // another flow of the same row
			groups[i] = groups[i-1]
		}
	}
	ids := tellApart(about, nil)
	activities := tellApart(groups, func(i int) string { return drafts[i].row })
	for i := range drafts {
		drafts[i].ID, drafts[i].Activity = ids[i], activities[i]
	}
}

// tellApart joins as many parts of each name as it takes to make the names
// differ. Names with the same key may be, and stay, the same.
func tellApart(parts [][]string, key func(int) string) []string {
	out := make([]string, len(parts))
	used := make([]int, len(parts))
	for i := range used {
		used[i] = 1
	}
	for {
		first := map[string]int{} // the first holder of a name
		clash := map[string]bool{}
		for i := range parts {
			out[i] = strings.Join(nonEmpty(parts[i][:used[i]]), "-")
			if j, met := first[out[i]]; !met {
				first[out[i]] = i
			} else if key == nil || key(i) != key(j) {
				clash[out[i]] = true
			}
		}
		longer := false
		for i := range parts {
			if used[i] < len(parts[i]) && clash[out[i]] {
				used[i]++
				longer = true
			}
		}
		if !longer {
			break
		}
	}
	return numbered(out, key)
}

// numbered numbers names that are still the same, in order. Those of one key
// share a number.
func numbered(names []string, key func(int) string) []string {
	type holder struct{ name, key string }
	given := map[holder]string{}
	taken := map[string]bool{}
	next := map[string]int{} // by name: all numbers below are taken
	for i, name := range names {
		h := holder{name, strconv.Itoa(i)}
		if key != nil {
			h.key = key(i)
		}
		id, met := given[h]
		if !met {
			id = name
			n := max(next[name], 2)
			for ; taken[id]; n++ {
				id = name + "-" + strconv.Itoa(n)
			}
			next[name] = n
			taken[id], given[h] = true, id
		}
		names[i] = id
	}
	return names
}

func nonEmpty(parts []string) []string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return out
}

func categorySlug(categories []graph.Category) string {
	var names []string
	for _, c := range categories {
		names = append(names, c.Name)
	}
	return words.Slug(strings.Join(names, " "))
}

func digest(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:4])
}

func dash(s string) string {
	if s == "" {
		return ""
	}
	return "-" + s
}

// identify gives every party an ID made of its name, the same whichever of its
// spellings was met first.
func (g *registry) identify() {
	bases := make([]string, len(g.parties))
	times := map[string]int{}
	for i := range g.parties {
		name, _, _ := abbreviated(g.parties[i].Name)
		if b, ok := g.body(g.parties[i].Name); ok && !b.Generic && g.byBody[b.ID] == i {
			name = b.Name
		}
		bases[i] = cmp.Or(words.Slug(cell.NameKey(name)), "party")
		times[bases[i]]++
	}
	for i, base := range bases {
		if form := g.forms[i]; times[base] > 1 && form != "" {
			bases[i] += "-" + form // two legal persons
		}
	}
	for i, id := range numbered(bases, nil) {
		g.parties[i].ID = id
	}
}
