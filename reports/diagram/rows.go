package diagram

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"dpmap/graph/law"
	"dpmap/graph/rules"
)

// The levels of grouping. Each also does what those below it do; fit climbs
// until the page can be read. What needs attention keeps its name longest.
const (
	named       = iota // every recipient on a row of its own
	groupSound         // of recipients that stand well, those of one kind are a number
	groupAll           // all recipients of one kind and verdict are a number
	mergeZones         // countries that stand alike share a box
	verdictOnly        // recipients of one verdict are one row
)

// many is the number of rows past which a view groups, even where the page
// would hold more.
const many = 60

// few is the number of parties below which a kind is not grouped before
// groupAll.
const few = 3

// zoneRow is a row on its way into a group.
type zoneRow struct {
	row
	verdict rules.Verdict
	senders string // which senders, as a key
	kind    law.Kind
	share   int // the parties that it stands for
}

// key is equal for rows that stand in one group of a box.
func (r zoneRow) key() string { return fmt.Sprintf("%d %s", r.verdict, r.senders) }

// zoneRows makes the rows of a zone, worst verdict first.
func (b *builder) zoneRows(z zoneItems, severalCountries bool, senders map[string]int) []zoneRow {
	rows := b.partyRows(z, severalCountries, senders)
	rank := map[string]int{}
	for _, r := range rows {
		if _, known := rank[r.senders]; !known {
			rank[r.senders] = len(rank)
		}
	}
	rows = b.groupRows(rows)
	slices.SortStableFunc(rows, func(a, b zoneRow) int {
		return cmp.Or(cmp.Compare(b.verdict, a.verdict), cmp.Compare(rank[a.senders], rank[b.senders]))
	})
	return rows
}

// partyRows makes one row for each recipient and verdict of a zone.
func (b *builder) partyRows(z zoneItems, severalCountries bool, senders map[string]int) []zoneRow {
	var rows []zoneRow
	index := map[string]int{}
	for _, i := range z.items {
		it := b.items[i]
		key := fmt.Sprintf("%q %d", it.to, it.verdict)
		at, known := index[key]
		if !known {
			at = len(rows)
			index[key] = at
			rows = append(rows, zoneRow{row: row{party: it.to}, verdict: it.verdict, share: 1, kind: b.result.Map.KindOf(it.to)})
		}
		rows[at].items = append(rows[at].items, i)
	}
	for i := range rows {
		r := &rows[i]
		r.text = b.name(r.party)
		if places := b.suffix(r.items, severalCountries); places != "" && !strings.Contains(r.text, "("+places+")") {
			r.text += " (" + places + ")"
		}
		r.senders = senderKey(b.items, r.items, senders)
		b.sumUp(&r.row)
		r.tip = b.tip(r.row, r.text, r.verdict)
	}
	return rows
}

// groupRows replaces rows by numbers as far as the level says.
func (b *builder) groupRows(rows []zoneRow) []zoneRow {
	if b.level == named {
		return rows
	}
	kindOf := func(r zoneRow) string {
		if b.level >= verdictOnly {
			return r.key()
		}
		return r.key() + " " + string(r.kind)
	}
	sizes := map[string]int{}
	for _, r := range rows {
		sizes[kindOf(r)]++
	}
	var out []zoneRow
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
			out = append(out, zoneRow{row: row{items: r.items}, verdict: r.verdict, senders: r.senders, kind: r.kind, share: 1})
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
func (b *builder) nameGroup(r *zoneRow) {
	var names []string
	for _, i := range r.items {
		if name := b.name(b.items[i].to); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	r.text = countKind(r.share, r.kind)
	if b.level >= verdictOnly {
		r.text = count(r.share, "recipient", "recipients")
	}
	b.sumUp(&r.row)
	r.tip = b.tip(r.row, r.text+": "+list(names, 12), r.verdict)
}

// suffix is the countries of a row where the box's title does not tell them:
// the box has several, or the party stands in several boxes.
func (b *builder) suffix(items []int, severalCountries bool) string {
	var names, open []string
	for _, i := range items {
		it := b.items[i]
		if it.country != "" && !slices.Contains(names, b.country(it.country)) {
			names = append(names, b.country(it.country))
		}
		if word := clean(it.open); word != "" && !slices.Contains(open, word) {
			open = append(open, word)
		}
	}
	if !severalCountries && !b.inSeveralZones(b.items[items[0]]) {
		names = nil
	}
	return list(slices.Concat(names, open), 3)
}

func (b *builder) inSeveralZones(it item) bool {
	return slices.ContainsFunc(b.items, func(o item) bool { return o.to == it.to && o.zone.key != it.zone.key })
}

// sumUp counts what a row shows.
func (b *builder) sumUp(r *row) {
	flows := map[int]bool{}
	for _, i := range r.items {
		it := b.items[i]
		for _, f := range it.flows {
			flows[f] = true
		}
		r.special = r.special || it.special
		r.criminal = r.criminal || it.criminal
	}
	r.flows = len(flows)
}

// tip is what a reader learns by pointing at a row.
func (b *builder) tip(r row, who string, v rules.Verdict) string {
	text := who + ": " + verdictWords(v) + ". " + upper(count(r.flows, "flow", "flows"))
	if purposes := b.purposes(r.items); len(purposes) > 0 {
		text += ": " + list(purposes, 3)
	}
	if r.special {
		text += ". Special-category data"
	}
	if r.criminal {
		text += ". Criminal-offence data"
	}
	if reason := clean(b.items[r.items[0]].reason); reason != "" && r.party != "" {
		text += ". " + upper(reason)
	}
	return text
}

// purposes are the purposes of items' flows, each once.
func (b *builder) purposes(items []int) []string {
	var all []string
	for _, i := range items {
		for _, f := range b.items[i].flows {
			if p := clean(b.flows[f].Purpose); p != "" && !slices.Contains(all, p) {
				all = append(all, p)
			}
		}
	}
	return all
}

// senderKey is equal for sets of items that the same senders send.
func senderKey(items []item, of []int, senders map[string]int) string {
	var at []int
	for _, i := range of {
		if s := senders[items[i].from]; !slices.Contains(at, s) {
			at = append(at, s)
		}
	}
	slices.Sort(at)
	return strings.Trim(fmt.Sprint(at), "[]")
}
