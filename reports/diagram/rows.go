package diagram

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"dpmap/graph/law"
	"dpmap/graph/rules"
	"dpmap/reports/wording"
)

// The levels of grouping. Each also does what those below it do; fit climbs
// until the page can be read. What needs attention keeps its name longest.
const (
	named       = iota // every recipient on a row of its own
	mergeZones         // countries that stand alike share a box
	groupSound         // of recipients that stand well, those of one kind are a number
	groupAll           // all recipients of one kind and verdict are a number
	verdictOnly        // recipients of one verdict are one row, some of them named
	brief              // and none is; boxes of one sort are merged as far as can be
)

// many is the number of rows past which a view groups, even where the page
// would hold more.
const many = 60

// few is the number of parties below which a kind is not grouped before
// groupAll.
const few = 3

// sectionRow is a row on its way into a group.
type sectionRow struct {
	row
	verdict rules.Verdict
	senders string // which senders, as a key
	kind    law.Kind
	share   int // the parties that it stands for
}

// key is equal for rows that stand in one group of a box.
func (r sectionRow) key() string { return fmt.Sprintf("%d %s", r.verdict, r.senders) }

// sectionRows makes the rows of a section, worst verdict first.
func (b *builder) sectionRows(s section, senders map[string]int) []sectionRow {
	rows := b.partyRows(s, senders)
	rank := map[string]int{}
	for _, r := range rows {
		if _, known := rank[r.senders]; !known {
			rank[r.senders] = len(rank)
		}
	}
	rows = b.groupRows(rows)
	slices.SortStableFunc(rows, func(a, b sectionRow) int {
		return cmp.Or(cmp.Compare(b.verdict, a.verdict), cmp.Compare(rank[a.senders], rank[b.senders]))
	})
	return rows
}

// partyRows makes one row for each recipient and verdict of a section.
func (b *builder) partyRows(s section, senders map[string]int) []sectionRow {
	var rows []sectionRow
	index := map[string]int{}
	for _, i := range s.items {
		it := b.items[i]
		key := fmt.Sprintf("%q %d", it.to, it.verdict)
		at, known := index[key]
		if !known {
			at = len(rows)
			index[key] = at
			rows = append(rows, sectionRow{row: row{party: it.to}, verdict: it.verdict, share: 1, kind: b.result.Map.KindOf(it.to)})
		}
		rows[at].items = append(rows[at].items, i)
	}
	for i := range rows {
		r := &rows[i]
		r.text = b.name(r.party)
		if places := b.suffix(r.items, s.place); places != "" && !strings.Contains(r.text, "("+places+")") {
			r.text += " (" + places + ")"
		}
		r.senders = senderKey(b.items, r.items, senders)
		b.sumUp(&r.row)
		r.tip = b.tip(r.row, r.text, r.verdict)
	}
	return rows
}

// suffix is the countries of a row where the box's title does not tell them:
// the box has several, or the party stands in several boxes.
func (b *builder) suffix(items []int, place bool) string {
	var codes, open []string
	for _, i := range items {
		it := b.items[i]
		if it.country != "" && !slices.Contains(codes, it.country) {
			codes = append(codes, it.country)
		}
		word := clean(it.open)
		told := strings.Contains(strings.ToLower(b.name(it.to)), strings.ToLower(word))
		if word != "" && !told && !slices.Contains(open, word) {
			open = append(open, word)
		}
	}
	it, names := b.items[items[0]], b.inBrackets(codes)
	home := b.view.place && it.zone.standing == atHome
	if home || !place && !b.inSeveralZones(it) {
		names = nil
	}
	return list(slices.Concat(names, open), 3)
}

func (b *builder) inSeveralZones(it item) bool {
	return slices.ContainsFunc(b.items, func(o item) bool { return o.to == it.to && o.zone.key != it.zone.key })
}

// sumUp counts what a row shows.
func (b *builder) sumUp(r *row) {
	flows, known := map[int]bool{}, map[string]bool{}
	for _, i := range r.items {
		it := b.items[i]
		if r.party == "" && !known[it.to] {
			known[it.to] = true
			r.several = append(r.several, it.to)
		}
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
	text := who + ": " + verdictWords(v) + ". " + upper(wording.Count(r.flows, "flow", "flows"))
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
	return shorten(text)
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
