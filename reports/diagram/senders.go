package diagram

import (
	"fmt"
	"slices"

	"dpmap/reports/wording"
)

// mostSenders is the number of boxes of exporters that a page shows, and
// mostLinks the number of lines, where there are several, that an eye can
// still follow.
const (
	mostSenders = 4
	mostLinks   = 12
)

// senders adds boxes for the exporters and says which box each party has. The
// exporters stand alone if that can be read, else by kind, the register's own
// controller apart if possible; else all share one box.
func (b *builder) senders(p *picture) map[string]int {
	var ids []string
	for _, it := range b.items {
		if !slices.Contains(ids, it.from) {
			ids = append(ids, it.from)
		}
	}
	own := b.result.Map.Own()
	kind := func(id string) string { return "kind " + string(b.result.Map.KindOf(id)) }
	for _, key := range []func(string) string{
		func(id string) string { return "party " + id },
		func(id string) string {
			if own != nil && own.ID == id {
				return "own"
			}
			return kind(id)
		},
		kind,
	} {
		if n := distinct(ids, key); n == 1 || n <= mostSenders && b.linksOf(key) <= mostLinks {
			return b.senderBoxes(p, ids, key)
		}
	}
	return b.senderBoxes(p, ids, func(string) string { return "all" })
}

// linksOf counts the lines that a way to box the exporters leads to.
func (b *builder) linksOf(key func(string) string) int {
	lines := map[string]bool{}
	for _, it := range b.items {
		lines[fmt.Sprintf("%s %s %d", key(it.from), it.zone.key+it.label, it.verdict)] = true
	}
	return len(lines)
}

func (b *builder) senderBoxes(p *picture, ids []string, key func(string) string) map[string]int {
	members := map[string][]string{}
	var order []string
	for _, id := range ids {
		if members[key(id)] == nil {
			order = append(order, key(id))
		}
		members[key(id)] = append(members[key(id)], id)
	}
	at := map[string]int{}
	for _, k := range order {
		for _, id := range members[k] {
			at[id] = len(p.boxes)
		}
		p.boxes = append(p.boxes, b.senderBox(members[k]))
		if len(members[k]) > 1 {
			for _, id := range members[k] {
				p.grouped[id] = true
			}
		}
	}
	return at
}

// senderBox is the box of one exporter or of several that share one.
func (b *builder) senderBox(ids []string) box {
	flows := map[int]bool{}
	var names []string
	for _, it := range b.items {
		if !slices.Contains(ids, it.from) {
			continue
		}
		for _, f := range it.flows {
			flows[f] = true
		}
	}
	for _, id := range ids {
		names = append(names, b.name(id))
	}
	out := box{sender: true, title: names[0], note: wording.Count(len(flows), "flow", "flows") + " out"}
	switch {
	case len(ids) > 1:
		out.title = b.severalSenders(ids)
	default:
		out.only = ids[0]
		if p := b.result.Map.Party(ids[0]); p != nil && len(p.Country.Countries) > 0 {
			out.note = list(b.countries(p.Country.Countries), 3) + "; " + out.note
		}
	}
	out.tip = list(names, 12) + ": " + out.note
	return out
}

// mostNamed is how many senders of no recorded kind a box names one by one.
const mostNamed = 4

// severalSenders names the parties that share a box: by their kind, or by their
// names where no kind is recorded or the register's own are among others.
func (b *builder) severalSenders(ids []string) string {
	kind := b.result.Map.KindOf(ids[0])
	mixed := slices.ContainsFunc(ids, func(id string) bool { return b.result.Map.KindOf(id) != kind })
	if !mixed && kind != "" {
		return countKind(len(ids), kind)
	}
	var ours, names []string
	for _, id := range ids {
		names = append(names, b.name(id))
		if p := b.result.Map.Party(id); p != nil && p.Own {
			ours = append(ours, id)
		}
	}
	switch others := wording.Count(len(ids)-len(ours), "other", "others"); {
	case len(ours) == 1 && len(ids) > 1:
		return b.name(ours[0]) + " and " + others
	case len(ours) > 1 && len(ours) < len(ids):
		return b.severalSenders(ours) + " and " + others
	case len(ids) <= mostNamed:
		return list(names, mostNamed)
	case mixed:
		return wording.Count(len(ids), "sender", "senders")
	}
	return countKind(len(ids), kind)
}

// distinct counts the keys of a list.
func distinct(ids []string, key func(string) string) int {
	keys := map[string]bool{}
	for _, id := range ids {
		keys[key(id)] = true
	}
	return len(keys)
}
