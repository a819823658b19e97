package diagram

import (
	"cmp"
	"slices"
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
	"dpmap/graph/rules"
	"dpmap/reports/wording"
)

// zone is a group of countries that stand alike under the law of the exporter.
type zone struct {
	key        string // equal for what one box shows
	standing   standing
	regime     law.Regime
	instrument law.Instrument // that decides the standing, if one does
}

// standing is how a country stands, whatever is recorded of a flow to it.
type standing int

// The standings, in the order in which they are drawn.
const (
	atHome standing = iota + 1
	approved
	onCondition
	notApproved
	outside // the exporter is under neither UK nor EU law
	notKnown
	withSubjects // the people themselves, wherever they are
)

// conditions are the scope conditions of adequacy in the words of a title.
var conditions = map[law.Evidence]string{
	law.EvidenceDPFExtension: "only with the UK Extension",
	law.EvidenceDPF:          "only if on the Data Privacy Framework list",
	law.EvidencePIPEDA:       "only recipients under PIPEDA",
	law.EvidenceAPPI:         "only private firms under APPI",
	law.EvidencePIPA:         "only recipients under PIPA",
	law.EvidenceAutomated:    "only data handled by computer",
	law.EvidenceLGPD:         "only recipients under the LGPD",
}

// zone is where a leg of a flow is drawn.
func (b *builder) zone(f *graph.Flow, t rules.Transfer, leg rules.Leg) zone {
	if b.result.Map.ToSubject(f) {
		return zone{key: "subjects", standing: withSubjects}
	}
	if leg.Country == "" {
		return zone{key: "unknown", standing: notKnown}
	}
	z := zone{regime: cmp.Or(t.Regime, b.regime)}
	if z.regime == "" {
		z.standing, z.key = outside, "outside "+leg.Country
		return z
	}
	z.standing, z.key = notApproved, "none "+leg.Country
	in, ok := b.result.Book.Adequacy(z.regime, leg.Country)
	switch {
	case b.inHomeArea(z.regime, leg.Country):
		z.standing, z.key = atHome, "home"
	case ok && in.Scope == "":
		z.standing, z.key, z.instrument = approved, "approved "+in.ID, in
	case ok:
		z.standing, z.key, z.instrument = onCondition, "condition "+in.ID+" "+leg.Country, in
	}
	z.key = string(z.regime) + " " + z.key
	return z
}

// inHomeArea reports whether a country lies in the area of a law itself, so that
// data that is sent under that law stays there.
func (b *builder) inHomeArea(regime law.Regime, country string) bool {
	return b.result.Book.SameArea(regime, country, country)
}

// titles are the heading of a zone's box and the line below it; countries are
// those that the box shows.
func (b *builder) titles(z zone, countries []string) (title, note string) {
	place := b.places(countries)
	switch z.standing {
	case atHome:
		title = place + ": home"
	case approved:
		title, note = place+": adequate", b.cite(z.instrument)
	case onCondition:
		words, ok := conditions[z.instrument.Needs]
		if !ok {
			words = "only on a condition"
		}
		title, note = place+": "+words, b.cite(z.instrument)
	case notApproved:
		title = place + ": no adequacy"
	case outside:
		title, note = place, "the sender is under neither UK nor EU law"
	case notKnown:
		title, note = "Country not known", "nobody can tell how these stand"
	case withSubjects:
		title, note = "Pupils, parents and their representatives", "their own data: no transfer in law"
	}
	if z.regime != "" && z.regime != b.regime {
		note = strings.TrimPrefix(note+"; ", "; ") + "for senders under " + string(z.regime) + " law"
	}
	return title, note
}

// places names countries in a title: a bloc that holds them all, with them in
// brackets, or the countries themselves.
func (b *builder) places(codes []string) string {
	names := b.countries(codes)
	if len(names) == 1 && len(codes) > 1 {
		return names[0]
	}
	text := list(names, 3)
	if len(names) > 4 {
		text = wording.Count(len(codes), "country", "countries")
	}
	eea, ok := b.result.Book.FindBloc("EEA")
	if !ok || len(codes) == 0 || slices.ContainsFunc(codes, func(c string) bool { return !slices.Contains(eea, c) }) {
		return text
	}
	return "EEA (" + text + ")"
}

// cite is how an instrument is named below a title.
func (b *builder) cite(in law.Instrument) string {
	text := clean(cmp.Or(in.Law.Cite, in.Name))
	if !in.Verified && text != "" {
		text += " (unverified)"
	}
	return text
}
