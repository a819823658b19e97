package diagram

import (
	"fmt"
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/graph/rules"
)

// builder holds what the views draw on.
type builder struct {
	result  *rules.Result
	view    View
	focus   *graph.Party
	title   string
	source  string
	metrics *metrics
	flows   []graph.Flow
	items   []item
	regime  law.Regime // of flows that are under none of their own
	ownUse  int        // flows left out: they stay with their sender
	ended   int        // flows left out: they have ended
	level   int        // how much is drawn as numbers, from 0; set by fit
	left    int        // onward flows left out: there are too many chains
}

// item is all flows from one exporter to one recipient in one country with one
// verdict. It is a row of the table and a part of a row of the picture.
type item struct {
	from, to string // party IDs
	country  string // ISO code; "" when it is not known
	open     string // the words that stand for no country
	verdict  rules.Verdict
	zone     zone
	flows    []int // as indexes of Map.Flows
	reason   string
	special  bool
	criminal bool
	label    string // of the part of the flows that it is, where the view splits them
}

// newBuilder reads the flows that a drawing shows out of a result.
func newBuilder(r *rules.Result, o Options, view View) (*builder, error) {
	m, err := newMetrics()
	if err != nil {
		return nil, fmt.Errorf("drawing the map: %w", err)
	}
	b := &builder{result: r, view: view, metrics: m, flows: r.Map.Flows()}
	if o.Focus != "" {
		if b.focus = b.findParty(o.Focus); b.focus == nil {
			return nil, fmt.Errorf("focus %q is no party of the register", clean(o.Focus))
		}
	}
	b.regime = b.commonRegime()
	index := map[string]int{}
	var keep map[int]bool
	if view.keep != nil {
		keep = view.keep(b)
	}
	for i := range b.flows {
		if keep == nil || keep[i] {
			b.add(i, index)
		}
	}
	b.source = clean(o.Source)
	if b.source == "" {
		b.source = b.files()
	}
	b.title = clean(o.Title)
	if b.title == "" {
		b.title = b.headline()
	}
	return b, nil
}

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

// commonRegime is the law that the register's own controller is under, else
// that of the first flow that is under any.
func (b *builder) commonRegime() law.Regime {
	if own := b.result.Map.Own(); own != nil {
		for _, country := range own.Country.Countries {
			if r := b.result.Book.Regime(country); r != "" {
				return r
			}
		}
	}
	for _, t := range b.result.Transfers {
		if t.Regime != "" {
			return t.Regime
		}
	}
	return ""
}

func (b *builder) findParty(text string) *graph.Party {
	parties := b.result.Map.Parties()
	for i, p := range parties {
		if p.ID == text || strings.EqualFold(p.Name, text) || slices.ContainsFunc(p.Aliases, func(a string) bool { return strings.EqualFold(a, text) }) {
			return &parties[i]
		}
	}
	return nil
}

// name is how readers know a party.
func (b *builder) name(id string) string {
	if p := b.result.Map.Party(id); p != nil {
		if name := clean(p.Name); name != "" {
			return name
		}
	}
	if name := clean(id); name != "" {
		return name
	}
	return "(no name)"
}

// country is a country's name, its code when the book has no name for it.
func (b *builder) country(code string) string {
	if c, ok := b.result.Book.Country(code); ok && c.Name != "" {
		return clean(c.Name)
	}
	return clean(code)
}

// place is where an item goes, in words.
func (b *builder) place(it item) string {
	switch {
	case it.country != "":
		return b.country(it.country)
	case it.zone.standing == withSubjects:
		return ""
	case it.open != "":
		return "not known (" + clean(it.open) + ")"
	}
	return "not known"
}

// controller is whose register it is, "" when nobody recorded it.
func (b *builder) controller() string {
	if name := clean(b.result.Map.Register().Controller.Text); name != "" {
		return name
	}
	if own := b.result.Map.Own(); own != nil {
		return b.name(own.ID)
	}
	return ""
}

// headline is the page's title where nobody gave one.
func (b *builder) headline() string {
	from := ""
	switch {
	case b.focus != nil:
		return fmt.Sprintf(b.view.headline, "") + ": " + b.name(b.focus.ID)
	case b.controller() != "":
		from = " from " + b.controller()
	}
	return fmt.Sprintf(b.view.headline, from)
}

// files names the inputs that the flows were read from.
func (b *builder) files() string {
	var names []string
	for i := range b.flows {
		if name := clean(b.flows[i].At.File); name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return list(names, 3)
}
