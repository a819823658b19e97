package diagram

import (
	"cmp"
	"slices"

	"dpmap/graph/law"
	"dpmap/graph/rules"
	"dpmap/reports/wording"
)

// groupRows replaces rows by numbers as far as the level says.
func (b *builder) groupRows(rows []sectionRow) []sectionRow {
	if b.level < groupSound {
		return rows
	}
	kindOf := func(r sectionRow) string {
		if b.level >= verdictOnly {
			return r.key()
		}
		return r.key() + " " + string(r.kind)
	}
	sizes := map[string]int{}
	for _, r := range rows {
		sizes[kindOf(r)]++
	}
	var out []sectionRow
	index := map[string]int{}
	for _, r := range rows {
		k := kindOf(r)
		sound := r.verdict <= rules.Safeguarded
		if sizes[k] < 2 || b.level == groupSound && (!sound || sizes[k] < few) {
			out = append(out, r)
			continue
		}
		at, known := index[k]
		if !known {
			index[k] = len(out)
			out = append(out, sectionRow{row: row{items: r.items}, verdict: r.verdict, senders: r.senders, kind: r.kind, share: 1})
			continue
		}
		out[at].items = slices.Concat(out[at].items, r.items)
		out[at].share++
	}
	for i := range out {
		if r := &out[i]; r.share > 1 {
			b.nameGroup(r)
		}
	}
	return out
}

// nameGroup gives a row that stands for several parties its text.
func (b *builder) nameGroup(r *sectionRow) {
	var names []string
	for _, i := range r.items {
		if name := b.name(b.items[i].to); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	number := countKind(r.share, r.kind)
	r.text = number
	if b.level >= verdictOnly {
		number = wording.Count(r.share, "recipient", "recipients")
		r.text = number
	}
	switch {
	case b.level != verdictOnly:
	case r.verdict <= rules.Safeguarded:
		r.text += ": " + list(b.kinds(r.items), 12)
	default:
		r.text += ": " + list(names, 8)
	}
	b.sumUp(&r.row)
	r.tip = b.tip(r.row, number+": "+list(names, 12), r.verdict)
}

// kinds counts the recipients of items by kind, the most frequent first.
func (b *builder) kinds(items []int) []string {
	seen := map[string]bool{}
	counts := map[law.Kind]int{}
	for _, i := range items {
		if to := b.items[i].to; !seen[to] {
			seen[to] = true
			counts[b.result.Map.KindOf(to)]++
		}
	}
	kinds := slices.Concat(law.Kinds(), []law.Kind{""})
	for _, i := range items {
		if k := b.result.Map.KindOf(b.items[i].to); !slices.Contains(kinds, k) {
			kinds = append(kinds, k)
		}
	}
	slices.SortStableFunc(kinds, func(a, b law.Kind) int { return cmp.Compare(counts[b], counts[a]) })
	var words []string
	for _, k := range kinds {
		if n := counts[k]; n > 0 {
			words = append(words, countKind(n, k))
		}
	}
	return words
}
