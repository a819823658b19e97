package rules

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
)

// Decide judges every flow of a map as a transfer by the law of a book, in the
// order of Map.Flows (UK GDPR Arts 44A to 49, EU GDPR Arts 44 to 49).
//
// A flow is no restricted transfer when it has ended, when the data stays with
// one legal entity, when the sender or the recipient is the data subject or
// acts for them, when a UK processor hands data back to its own controller,
// when the recipient is in the exporter's own area, or when the exporter is
// under neither UK nor EU law. Its verdict is then home. Yet what such an
// exporter passes on as a controller's processor, or as a processor's, is judged
// by the controller's law: the protection is to travel with the data.
func Decide(m *graph.Map, book *law.Book) []Transfer {
	d := decider{m, book}
	flows := m.Flows()
	transfers := make([]Transfer, len(flows))
	for i := range flows {
		transfers[i] = d.decide(&flows[i], nil)
	}
	for i, behalf := range d.chains() {
		transfers[i] = d.decide(&flows[i], behalf)
	}
	return transfers
}

type decider struct {
	m    *graph.Map
	book *law.Book
}

// crossing is one flow as seen under one regime of its exporter.
type crossing struct {
	flow   *graph.Flow
	to     *graph.Party
	place  graph.Place // of the recipient
	regime law.Regime
	from   string // the exporter's country under that regime
	behalf string // the controller whose country and law those are, "" for the exporter's own
}

// decide judges one flow: by the law of its exporter or, where that is neither
// UK nor EU law, by that of the controllers on whose behalf it passes data on.
func (d decider) decide(f *graph.Flow, behalf []controllership) Transfer {
	place := d.m.Destination(f)
	t := Transfer{Exporter: d.exporter(f), Countries: slices.Clone(place.Countries), Verdict: Home}
	if t.Reason = d.exempt(f); t.Reason != "" {
		return t
	}
	origin := d.origin(f, t.Exporter)
	if len(origin.Countries) == 0 {
		return d.originUnknown(t, f, place, origin)
	}
	if t.Exporter != f.From && behalf == nil {
		behalf = d.joined(nil, f.From, d.m.Origin(f)) // sent straight to a processor's sub-processor
	}
	for _, c := range d.crossings(f, place, origin, behalf) {
		worse(&t, d.cross(c), c)
	}
	if t.Legs == nil && len(behalf) > 0 {
		return d.controllerUnknown(t, f, place, behalf[0].controller)
	}
	if t.Legs == nil {
		t.Reason = d.name(t.Exporter) + " (" + d.countries(origin.Countries) + ") sends from outside the United Kingdom and the EEA, so neither UK nor EU law restricts this transfer"
		return t
	}
	t.Restricted = slices.ContainsFunc(t.Legs, func(l Leg) bool { return l.Verdict != Home })
	t.Reason = d.onBehalf(t, origin) + d.sentence(t)
	return t
}

// crossings lists the regimes that an exporter's countries put a flow under,
// each once, in the order recorded; where none of them is under any, those of
// the controllers.
func (d decider) crossings(f *graph.Flow, place, origin graph.Place, behalf []controllership) []crossing {
	var list []crossing
	for _, country := range origin.Countries {
		regime := d.book.Regime(country)
		known := slices.ContainsFunc(list, func(c crossing) bool { return c.regime == regime })
		if regime == "" || known {
			continue
		}
		list = append(list, crossing{f, d.m.Party(f.To), place, regime, country, ""})
	}
	if list != nil {
		return list
	}
	for _, c := range behalf {
		if c.regime == "" {
			continue
		}
		list = append(list, crossing{f, d.m.Party(f.To), place, c.regime, c.country, c.controller})
	}
	return list
}

// cross decides each leg of a crossing.
func (d decider) cross(c crossing) []Leg {
	var legs []Leg
	for _, country := range c.place.Countries {
		legs = append(legs, d.leg(c, country))
	}
	for _, open := range c.place.Open {
		legs = append(legs, openLeg(open))
	}
	if legs == nil {
		legs = []Leg{openLeg("")}
	}
	return legs
}

// openLeg is a leg to nobody knows where.
func openLeg(words string) Leg {
	if words == "" {
		return Leg{Verdict: Unknown, Reason: "the recipient's country is not recorded"}
	}
	return Leg{Open: words, Verdict: Unknown, Reason: quote(words) + " names no country"}
}

// worse keeps, of what a flow comes to under two regimes, the worse.
func worse(t *Transfer, legs []Leg, c crossing) {
	worst := slices.MaxFunc(legs, func(a, b Leg) int { return int(a.Verdict) - int(b.Verdict) })
	if t.Legs != nil && worst.Verdict <= t.Verdict {
		return
	}
	t.Legs, t.Regime, t.Behalf, t.Verdict, t.Instrument = legs, c.regime, c.behalf, worst.Verdict, worst.Instrument
}

// originUnknown is the decision where nobody recorded where the exporter is:
// which law applies is then unknown, and so is the verdict.
func (d decider) originUnknown(t Transfer, f *graph.Flow, place, origin graph.Place) Transfer {
	why := "the country of " + d.name(t.Exporter) + ", who sends, is not recorded"
	if len(origin.Open) > 0 {
		why = quote(strings.Join(origin.Open, ", ")) + " names no country of " + d.name(t.Exporter) + ", who sends"
	}
	t.lawless = t.Exporter
	return d.lawUnknown(t, f, place, why)
}

// controllerUnknown is the decision where an exporter outside passes data on for
// a controller of whom nobody recorded where it is.
func (d decider) controllerUnknown(t Transfer, f *graph.Flow, place graph.Place, controller string) Transfer {
	t.lawless = controller
	return d.lawUnknown(t, f, place, "the country of "+d.name(controller)+", whose data "+d.name(t.Exporter)+" passes on, is not recorded")
}

// lawUnknown is the decision where nobody can tell which law applies.
func (d decider) lawUnknown(t Transfer, f *graph.Flow, place graph.Place, why string) Transfer {
	t.Restricted, t.Verdict = true, Unknown
	for _, leg := range d.cross(crossing{flow: f, to: d.m.Party(f.To), place: graph.Place{Open: place.Open}}) {
		if leg.Open != "" || place.IsBlank() {
			t.Legs = append(t.Legs, leg)
		}
	}
	for _, country := range place.Countries {
		t.Legs = append(t.Legs, Leg{Country: country, Verdict: Unknown, Reason: why})
	}
	t.Reason = why
	return t
}
