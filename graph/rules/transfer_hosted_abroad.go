package rules

import (
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
)

var transferHostedAbroad = Rule{
	Code:     "transfer-hosted-abroad",
	Title:    "The recipient is covered, but the data is hosted or reached where nothing covers it",
	Severity: Medium,
	Doc: `Fires when the recipient's legal entity is in the home area or in an adequate country, the register records hosting or remote access in a country that is not adequate (or only on a condition), and no flow records the hop from the recipient to that country. A party's own use is checked likewise: there the flow must be one for that use, with the same system or purpose or to the supplier that the system is named after, since another supplier in that country does not carry it. It fires too where the cell holds words that name no country ("global", "worldwide"): where the data is then is not known.

Does not fire for words that say that the data is held on the premises, when the hop is recorded as a flow, which is then judged by itself, or when the row records a mechanism of Article 46, which can only be meant for it.

Where servers stand is not the test of a restricted transfer: it is who sends to which legal entity. Yet hosting abroad means that somebody abroad, or the recipient's own group, receives or reaches the data, and remote access counts as a transfer. The register should show by whom and under what.`,
	Fix: `Ask the recipient who hosts or reaches the data there, and record it as a flow from the recipient to that company with its safeguard. If it is the recipient itself, with no other legal entity, say so in the notes and accept the finding. For words such as "global" ask for the list of countries.`,
	Law: []law.Citation{ukGDPRNow("44A", "44A"), ukGDPRThen("44", "44"), ukGDPR("28", "28(2) and (4)"), euGDPR("28(2), (4) and 44"), icoTransfers()},
	Check: func(p *Pass) {
		for i, f := range p.Flows() {
			p.reportAbroad(i, f, graph.FieldHosting, f.Hosting, "hosted in")
			p.reportAbroad(i, f, graph.FieldAccess, f.Access, "reached from")
		}
	},
}

func (p *Pass) reportAbroad(flow int, f *graph.Flow, field graph.Field, place graph.Place, how string) {
	if !p.covered(flow) || p.toSubject(f) && p.Transfers[flow].Verdict == Home || p.hasMechanism(f) {
		return
	}
	regime, from := p.regimeAt(f)
	var bad []string
	for _, country := range place.Countries {
		if regime != "" && !p.plainlyAdequate(regime, from, country) && !p.recordsHop(f, country) {
			bad = append(bad, country)
		}
	}
	var told []string
	if len(bad) > 0 {
		told = append(told, "the data is "+how+" "+p.countries(bad)+", which nothing recorded covers, and no flow shows who receives it there")
	}
	if open := nowhere(place); open != "" && regime != "" {
		told = append(told, "where the data is "+strings.TrimSuffix(how, " in")+" is not known: "+quote(open)+" names no country")
	}
	if len(told) == 0 {
		return
	}
	p.Report([]int{flow}, field, "%s: %s", p.subjectOf(f), strings.Join(told, "; "))
	p.last().about = append(p.last().about, string(field))
	p.last().Exporter = f.To
}

// nowhere are the words of a place that name no country, "" when there are none
// or when they say that it is the sender's own premises.
func nowhere(place graph.Place) string {
	var words []string
	for _, open := range place.Open {
		if !hasWord(open, []string{"premises", "premise", "site", "onsite", "local", "locally", "school", "house", "inhouse", "office", "paper"}) {
			words = append(words, open)
		}
	}
	return strings.Join(words, ", ")
}

// covered reports whether the recipient's own country needs no more: the home
// area, or adequate.
func (p *Pass) covered(flow int) bool {
	t := p.Transfers[flow]
	return t.Verdict == Home || t.Verdict == Adequate
}

// regimeAt is the law that the sender of a flow is under, and its country.
func (p *Pass) regimeAt(f *graph.Flow) (law.Regime, string) {
	for _, country := range p.Map.Origin(f).Countries {
		if regime := p.Book.Regime(country); regime != "" {
			return regime, country
		}
	}
	return "", ""
}

// plainlyAdequate reports whether a country is in the area or adequate for
// every recipient.
func (p *Pass) plainlyAdequate(regime law.Regime, from, country string) bool {
	if p.Book.SameArea(regime, from, country) {
		return true
	}
	in, ok := p.Book.Adequacy(regime, country)
	return ok && (in.Needs == "" || in.Needs == law.EvidenceAutomated)
}

// hasMechanism reports whether a flow records a mechanism of Article 46 that
// stands.
func (p *Pass) hasMechanism(f *graph.Flow) bool {
	regime, _ := p.regimeAt(f)
	return slices.ContainsFunc(f.Safeguards, func(s graph.Safeguard) bool {
		in, ok := p.Book.InstrumentFor(regime, s.ID)
		return ok && in.Type == law.Safeguard && p.Book.StandsFor(regime, s.ID) && !p.over(s.Ends)
	})
}

// recordsHop reports whether a flow records who receives the data of another in
// a country: any that its recipient sends there. What is hosted for a school, or for
// the register's own controller, has to be told more closely, since another
// supplier's flow to that country does not carry it.
func (p *Pass) recordsHop(f *graph.Flow, country string) bool {
	if !p.shared.sends[[2]string{f.To, country}] {
		return false
	}
	if !f.IsOwnUse() && !p.isOwnParty(f.To) && !p.mayTeach(f.To) {
		return true
	}
	flows := p.Map.Flows()
	return slices.ContainsFunc(p.Map.From(f.To), func(i int) bool {
		hop := &flows[i]
		return hop.Status != graph.Ended && !hop.IsOwnUse() && slices.Contains(p.Map.Destination(hop).Countries, country) && p.isFor(hop, f)
	})
}

// isFor reports whether a flow hands on the data of another: it has the same
// system or purpose, or goes to the supplier that the other's system or places
// are named after.
func (p *Pass) isFor(hop, f *graph.Flow) bool {
	same := func(a, b string) bool {
		return recorded(a) && strings.EqualFold(strings.TrimSpace(a), strings.TrimSpace(b))
	}
	if same(hop.System, f.System) || same(hop.Purpose, f.Purpose) {
		return true
	}
	name := slices.DeleteFunc(wordsOf(p.name(hop.To)), func(w string) bool { return w == "the" })
	if len(name) == 0 {
		return false
	}
	return hasWord(strings.Join([]string{f.System, f.Hosting.Text, f.Access.Text}, " "), name[:1])
}
