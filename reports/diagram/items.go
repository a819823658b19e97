package diagram

import (
	"fmt"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/graph/rules"
)

// add reads one flow: each of its legs belongs to an item.
func (b *builder) add(i int, index map[string]int) {
	f, t := &b.flows[i], b.result.Transfers[i]
	switch {
	case b.focus != nil && f.From != b.focus.ID && f.To != b.focus.ID:
		return
	case f.Status == graph.Ended:
		b.ended++
		return
	case f.IsOwnUse():
		b.ownUse++
		return
	}
	from := f.From
	if t.Exporter != f.To && b.result.Map.Party(t.Exporter) != nil {
		from = t.Exporter
	}
	labels := []string{""}
	if b.view.labels != nil {
		labels = b.view.labels(f)
	}
	for _, leg := range b.legs(f, t) {
		for _, label := range labels {
			b.addLeg(i, from, label, leg, index)
		}
	}
}

// addLeg adds one leg of one flow to its item.
func (b *builder) addLeg(i int, from, label string, leg rules.Leg, index map[string]int) {
	f := &b.flows[i]
	z := b.zone(f, b.result.Transfers[i], leg)
	key := fmt.Sprintf("%q %q %q %q %d %q %q", from, f.To, leg.Country, leg.Open, leg.Verdict, z.key, label)
	at, known := index[key]
	if !known {
		at = len(b.items)
		index[key] = at
		b.items = append(b.items, item{from: from, to: f.To, country: leg.Country, open: leg.Open,
			verdict: leg.Verdict, zone: z, reason: leg.Reason, label: label})
	}
	it := &b.items[at]
	if n := len(it.flows); n == 0 || it.flows[n-1] != i {
		it.flows = append(it.flows, i)
	}
	if label != "" { // only this part of the flow is drawn here
		it.special, it.criminal = classOf(label) == law.Special, classOf(label) == law.Criminal
		return
	}
	it.special = it.special || f.IsSpecial()
	it.criminal = it.criminal || f.Has(law.Criminal)
}

// legs are the legs of a transfer; a flow that is none has the places of its
// recipient instead, all with its one verdict.
func (b *builder) legs(f *graph.Flow, t rules.Transfer) []rules.Leg {
	if len(t.Legs) > 0 {
		return t.Legs
	}
	var legs []rules.Leg
	place := b.result.Map.Destination(f)
	for _, country := range place.Countries {
		legs = append(legs, rules.Leg{Country: country, Verdict: t.Verdict, Reason: t.Reason})
	}
	if len(legs) == 0 || b.result.Map.ToSubject(f) {
		legs = []rules.Leg{{Verdict: t.Verdict, Reason: t.Reason}}
	}
	return legs
}
