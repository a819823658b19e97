package rules

import (
	"strings"

	"dpmap/graph"
	"dpmap/graph/law"
)

// twin is what a recorded safeguard is under a regime that does not know its ID
// but has one of the same words: "binding instrument between public bodies" is
// the UK's or the EU's by who exports, unless the words say whose.
func (d decider) twin(regime law.Regime, s graph.Safeguard) (law.Instrument, bool) {
	in, ok := d.book.Instrument(s.ID)
	if !ok || in.Twin == "" || hasWord(s.Text, ownWords(in.Regime)) {
		return law.Instrument{}, false
	}
	return d.book.InstrumentFor(regime, in.Twin)
}

// ownWords are the words that say that a mechanism is one of a regime.
func ownWords(regime law.Regime) []string {
	if regime == law.UK {
		return []string{"uk", "ico", "british", "kingdom"}
	}
	return []string{"eu", "eea", "edpb", "european"}
}

// tooPrivate says which sides of a crossing are known to be no public bodies,
// where so many are that an instrument between public bodies does not reach it;
// "" where it may. A side whose kind nobody recorded may be one.
func (d decider) tooPrivate(c crossing, in law.Instrument) string {
	var private []string
	for _, id := range []string{d.exporter(c.flow), c.to.ID} {
		if side := d.m.Party(id); side.Kind.IsPrivate() {
			private = append(private, d.name(id)+" is "+kindOf(side))
		}
	}
	if 2-len(private) >= in.PublicBodies {
		return ""
	}
	return strings.Join(private, " and ")
}
