package rules

import (
	"slices"
	"strings"

	"dpmap/graph"
)

// legs are the legs of a flow's transfer that a rule speaks of.
func (p *Pass) legs(flow int, bad func(Leg) bool) []Leg {
	if !p.Transfers[flow].Restricted {
		return nil
	}
	var list []Leg
	for _, leg := range p.Transfers[flow].Legs {
		if bad(leg) {
			list = append(list, leg)
		}
	}
	return list
}

// faulty are the legs of a flow that a fault leaves uncarried.
func (p *Pass) faulty(flow int, f fault) []Leg {
	return p.legs(flow, func(leg Leg) bool { return slices.Contains(leg.faults, f) })
}

// export names what a transfer finding is about: who exports what to whom, and
// to which countries.
func (p *Pass) export(flow int, legs []Leg) string {
	f := p.flow(flow)
	exporter := p.Transfers[flow].Exporter
	text := p.name(exporter) + " exports data"
	if exporter != f.From {
		text += " of " + p.name(f.From)
	}
	return text + " to " + p.name(f.To) + p.places(f, legs)
}

// places is the list of a transfer's legs in brackets, with the word that a
// country is implied where no cell records it.
func (p *Pass) places(f *graph.Flow, legs []Leg) string {
	var names []string
	for _, leg := range legs {
		switch {
		case leg.Country != "":
			names = append(names, p.country(leg.Country))
		case leg.Open != "":
			names = append(names, quote(leg.Open))
		}
	}
	if len(names) == 0 {
		return ""
	}
	text := strings.Join(names, ", ")
	if why := p.Map.Destination(f).Implied; why != "" {
		text += "; implied: " + why
	}
	return " (" + text + ")"
}

// reasons is why legs stand as they do: one reason where all share it, else
// each with its countries.
func (p *Pass) reasons(legs []Leg) string {
	for _, leg := range legs[1:] {
		if leg.Reason != legs[0].Reason {
			return decider{p.Map, p.Book}.sentence(Transfer{Legs: legs})
		}
	}
	return legs[0].Reason
}

// reportLegs reports the legs of a transfer, with their reasons.
func (p *Pass) reportLegs(flow int, legs []Leg) {
	if len(legs) == 0 {
		return
	}
	f := p.flow(flow)
	p.ReportTransfer(flow, at(f, graph.FieldSafeguard, graph.FieldRecipientCountry), "%s: %s", p.export(flow, legs), p.reasons(legs))
	p.concern(legs)
	p.headBy(p.turnOn(flow, legs)...)
	p.relateCountry(f)
}

// concern notes the legs that the finding just reported is about.
func (p *Pass) concern(legs []Leg) {
	for i := range legs {
		if place := legs[i].Place(); !slices.Contains(p.last().Places, place) {
			p.last().Places = append(p.last().Places, place)
		}
	}
}

// relateCountry points to the cell that records the recipient's country, where
// that is not on the flow's own row.
func (p *Pass) relateCountry(f *graph.Flow) {
	to := p.Map.Party(f.To)
	if ref, ok := to.Reads.At(graph.FieldCountry); ok && f.RecipientCountry.IsBlank() {
		p.last().Related = append(p.last().Related, ref)
	}
}

// at is the first of some fields that a cell of the flow's row holds.
func at(f *graph.Flow, fields ...graph.Field) graph.Field {
	for _, field := range fields {
		if _, ok := f.Reads.At(field); ok {
			return field
		}
	}
	return fields[0]
}
