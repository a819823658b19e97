package rules

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
)

var transferDestinationUnknown = Rule{
	Code:     "transfer-destination-unknown",
	Title:    "Nobody can tell to which country the data goes",
	Severity: High,
	Doc: `Fires when the country of the recipient's legal entity is blank, is a word that dpmap does not know, or is a word such as "worldwide", "various" or "global" that names no country.

Does not fire when the recipient is the data subject or acts for them, when the exporter is under neither UK nor EU law and passes nothing on for a controller that is, or when the country is implied by the table of well-known bodies; it is then shown as implied. Where the register leaves the country blank and says that nothing is transferred abroad, transfer-none-claimed tells it instead.

Where hosting or remote access is recorded, the message says so: they tell where the data lies and from where it is reached, and not where the recipient is established, so the country is never taken from them.

Whether a transfer is restricted, and what it needs, depends on the country: an unknown one is not a safe one. Article 30 asks the record to identify it.`,
	Fix: `Find the recipient's legal entity (it is named in the contract or the supplier's privacy notice) and write its country in the column Recipient country, or Country on the sheet Organisations. For a recipient in several countries list them all. A recipient that stands for many ("insurers worldwide") should be split into those that are really used.`,
	Law: []law.Citation{ukGDPR("30", "30(1)(e)"), euGDPR("30(1)(e) and 44"), ukGDPRNow("44A", "44A"), ukGDPRThen("44", "44"), icoTransfers()},
	Check: func(p *Pass) {
		for i, f := range p.Flows() {
			legs := p.legs(i, func(leg Leg) bool { return leg.Country == "" })
			if len(legs) == 0 || p.claimsNone(f) {
				continue
			}
			p.ReportTransfer(i, at(f, graph.FieldRecipientCountry), "%s exports data to %s: %s%s",
				p.name(p.Transfers[i].Exporter), p.name(f.To), p.reasons(legs), p.whereInstead(f))
			p.concern(legs)
			p.relateCountry(f)
			p.relate(f, graph.FieldHosting, f.Hosting)
			p.relate(f, graph.FieldAccess, f.Access)
		}
	},
}

// whereInstead says what is recorded of where the data lies and from where it
// is reached, and that neither tells where the recipient is.
func (p *Pass) whereInstead(f *graph.Flow) string {
	var known, bare []string
	regime, from := p.regimeAt(f)
	for _, fact := range []struct {
		what  string
		place graph.Place
	}{{"hosting in ", f.Hosting}, {"access from ", f.Access}} {
		if len(fact.place.Countries) == 0 {
			continue
		}
		known = append(known, fact.what+p.countries(fact.place.Countries))
		for _, country := range fact.place.Countries {
			if regime != "" && !p.plainlyAdequate(regime, from, country) && !slices.Contains(bare, country) {
				bare = append(bare, country)
			}
		}
	}
	if known == nil {
		return ""
	}
	are := " is recorded, which alone does not tell where the recipient is established"
	if len(known) > 1 {
		are = " are recorded, which alone do not tell where the recipient is established"
	}
	text := "; " + strings.Join(known, " and ") + are
	if bare != nil && !p.hasMechanism(f) {
		text += ", and no valid safeguard is recorded for whoever has or reaches the data in " + p.countries(bare)
	}
	return text
}

// relate points to the cell that records a place.
func (p *Pass) relate(f *graph.Flow, field graph.Field, place graph.Place) {
	if ref, ok := f.Reads.At(field); ok && len(place.Countries) > 0 {
		p.last().Related = append(p.last().Related, ref)
	}
}
