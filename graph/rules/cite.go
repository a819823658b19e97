package rules

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
)

// lawOfFlow is the regime whose law a finding about a flow cites: its
// transfer's or, where the flow is none, that of the party that decides; ""
// where that is not known.
func (p *Pass) lawOfFlow(flow int) law.Regime {
	if regime := p.Transfers[flow].Regime; regime != "" {
		return regime
	}
	f := p.flow(flow)
	place := p.Map.Origin(f)
	if p.fromSubject(f) {
		place = p.Map.Destination(f)
	}
	return p.lawAt(place)
}

// lawOfOwn is the regime of the register's own controller.
func (p *Pass) lawOfOwn() law.Regime {
	if own := p.Map.Own(); own != nil {
		return p.lawAt(own.Country)
	}
	return ""
}

// lawAt is the first regime that a place is under.
func (p *Pass) lawAt(place graph.Place) law.Regime {
	for _, country := range place.Countries {
		if regime := p.Book.Regime(country); regime != "" {
			return regime
		}
	}
	return ""
}

// cited is what a rule's law comes to under a regime at the date: what is of
// the regime, or of both, and stands; all that stands where the regime is not
// known. A rule that cites the UK GDPR alone means the provision of the same
// number under EU law, where the UK has not made it anew.
func (p *Pass) cited(regime law.Regime) []law.Citation {
	var list []law.Citation
	for _, c := range p.rule.Law {
		if (regime == "" || c.Regime == "" || c.Regime == regime) && p.standsNow(c) {
			list = append(list, c)
		}
	}
	if regime == law.EU && !slices.ContainsFunc(list, func(c law.Citation) bool { return c.Regime == law.EU }) {
		list = append(twins(p.rule.Law), list...)
	}
	if len(list) == 0 {
		return p.rule.Law
	}
	return list
}

func (p *Pass) standsNow(c law.Citation) bool {
	asAt := p.Book.AsAt()
	return !asAt.Before(c.From) && !c.Ends.Before(asAt)
}

// twins are the provisions of the EU GDPR that stand under the numbers of those
// of the UK's.
func twins(list []law.Citation) []law.Citation {
	var found []law.Citation
	for _, c := range list {
		if provision, ok := strings.CutPrefix(c.Cite, "UK GDPR Art "); ok && c.From.IsZero() && c.Ends.IsZero() {
			found = append(found, euGDPR(provision))
		}
	}
	return found
}

// headBy puts the law of what the finding just reported turns on before the
// rule's own.
func (p *Pass) headBy(instruments ...law.Instrument) {
	f := p.last()
	var head []law.Citation
	for _, in := range instruments {
		if in.Law.Cite != "" && !cites(head, in.Law) {
			head = append(head, in.Law)
		}
	}
	for _, c := range f.Law {
		if !cites(head, c) {
			head = append(head, c)
		}
	}
	f.Law = head
}

func cites(list []law.Citation, c law.Citation) bool {
	return slices.ContainsFunc(list, func(other law.Citation) bool { return other.Cite == c.Cite })
}

// turnOn are the instruments on which legs of a flow's transfer turn: what
// carries them, would on a condition, or is the decision that does not reach
// the recipient.
func (p *Pass) turnOn(flow int, legs []Leg) []law.Instrument {
	var list []law.Instrument
	for _, leg := range legs {
		if in, ok := p.Book.InstrumentFor(p.Transfers[flow].Regime, first(leg.Instrument, leg.decision)); ok {
			list = append(list, in)
		}
	}
	return list
}

// remedy is what to do about a finding under a regime.
func (r *Rule) remedy(regime law.Regime) string {
	if regime == law.EU && r.FixEU != "" {
		return r.FixEU
	}
	return r.Fix
}
